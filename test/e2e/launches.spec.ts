import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import wavefile from 'wavefile';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { root } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import { launchApp, type App } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { runApp, type Run } from '../support/run-app.ts';
import { startService, type Service } from '../support/service.ts';
import { patient } from '../support/patient.ts';

/* Launches by scripts and compositors: verbs for the running app, and printing. */
let display: VirtualDisplay;
let sound: VirtualSound;
let service: Service;
let app: App | null = null;

beforeAll(async () => {
  [display, sound] = await Promise.all([startDisplay({ width: 1280, height: 800 }), startSound()]);
});

afterAll(async () => {
  await Promise.all([sound.stop(), display.stop()]);
});

const stop = async (): Promise<void> => {
  await app?.stop();
  app = null;
  await service.close();
};

/** Sessions end with the captions, so that their commands can be counted. */
const files = { 'settings.json': JSON.stringify({ keepConnectedSeconds: 0 }) };

const launch = async (args: string[]): Promise<App> => {
  service = await startService();
  app = await launchApp({ args, files, env: { ...display.env, ...sound.env, ...service.env } });
  return app;
};

/** Launches once more over the same user-data folder, and waits for the end of that launch. */
const launchAgain = ({ userData }: App, ...args: string[]): Promise<Run> =>
  runApp({ userData, args, env: { ...display.env, ...sound.env, ...service.env } });

/** Launches over an empty user-data folder, and waits for the end of that launch. */
async function launchAlone(...args: string[]): Promise<Run> {
  service = await startService();
  return runApp({ args, env: { ...display.env, ...sound.env, ...service.env } });
}

const listens = (sessions: number): Promise<void> =>
  vi.waitFor(() => expect(service.sessions).toHaveLength(sessions), patient);

describe('while it runs', () => {
  let first: App;

  beforeAll(async () => {
    first = await launch(['--stop']);
    await first.page('CaptionKey captions');
  });
  afterAll(stop);

  test('a later launch without a verb opens the panel', async () => {
    const titles = () => Promise.all(first.electron.windows().map((page) => page.title()));
    await first.page('CaptionKey dictation');
    expect((await titles()).sort()).toEqual(['CaptionKey captions', 'CaptionKey dictation']);
    expect(await launchAgain(first)).toMatchObject({ status: 0 });
    await first.page('CaptionKey');
  });

  test('a later launch with an impossible request says so', async () => {
    expect(await launchAgain(first, '--strat')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('--strat is not an option of CaptionKey') as string,
    });
    expect(await launchAgain(first, '--print', `--input=${recordingPath}`)).toMatchObject({
      status: 1,
      output: '',
      errors: expect.stringContaining(
        'CaptionKey is already running. Quit it, then try again.',
      ) as string,
    });
    expect(service.sessions).toEqual([]);
  });

  test('the running app carries out the verbs of later launches until it is asked to quit', async () => {
    expect(await launchAgain(first, '--toggle')).toMatchObject({ status: 0, output: '' });
    await listens(1);
    await vi.waitFor(() => expect(service.sound().length).toBeGreaterThan(0), patient);

    await launchAgain(first, '--force-endpoint');
    await vi.waitFor(() => expect(service.commands).toEqual(['ForceEndpoint']), patient);

    await launchAgain(first, '--stop');
    await vi.waitFor(() => expect(service.commands).toHaveLength(3), patient);
    await launchAgain(first, '--start');
    await listens(2);

    const ended = once(first.electron.process(), 'close');
    expect(await launchAgain(first, '--quit')).toMatchObject({ status: 0 });
    expect(await ended).toEqual([0, null]);
    expect(service.commands).toEqual([
      'ForceEndpoint',
      ...['ForceEndpoint', 'Terminate'],
      ...['ForceEndpoint', 'Terminate'],
    ]);
  });
});

describe('that ends', () => {
  afterEach(stop);

  test('quitting during captions awaits the last words and ends the session first', async () => {
    const first = await launch(['--captions']);
    await vi.waitFor(() => expect(service.sound().length).toBeGreaterThan(16_000), patient);
    const ended = once(first.electron.process(), 'close');
    await first.electron.evaluate(({ app: running }) => running.quit()).catch(() => undefined);
    expect(await ended).toEqual([0, null]);
    expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('--print=json with a recording prints its turns and nothing else, and ends with 0', async () => {
    const { status, output } = await launchAlone('--print=json', `--input=${recordingPath}`);
    expect(status).toBe(0);
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(sentences.map((sentence, turn) => ({ turn, text: sentence })));
    expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test.each([
    { sound: 'a second of silence', rateHz: 16_000, channels: 1, samples: 16_000 },
    { sound: 'ten milliseconds', rateHz: 48_000, channels: 1, samples: 480 },
    { sound: 'no sample', rateHz: 44_100, channels: 2, samples: 0 },
  ])('a recording with $sound says that nothing was heard, and ends with 0', async (silence) => {
    const folder = mkdtempSync(join(tmpdir(), 'captionkey-silence-'));
    try {
      const path = join(folder, 'silence.wav');
      const wav = new wavefile.WaveFile();
      const channel = new Int16Array(silence.samples);
      wav.fromScratch(
        silence.channels,
        silence.rateHz,
        '16',
        silence.channels === 1 ? channel : [channel, channel],
      );
      writeFileSync(path, wav.toBuffer());
      const { status, output, errors } = await launchAlone('--print', `--input=${path}`);
      expect(status).toBe(0);
      expect(output).toBe('');
      expect(errors).toContain('CaptionKey: No speech was heard in this recording.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /* Standard error is closed at once, as that of a terminal that is gone. */
  test('a launch with a closed standard error goes on, and reports no error', async () => {
    service = await startService();
    const userData = mkdtempSync(join(tmpdir(), 'captionkey-unread-'));
    writeFileSync(join(userData, 'settings.json'), '{"microphone": ');
    const runtime = findRuntime();
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const clip = cutClip(userData, 0);
    const args = [root, `--user-data-dir=${userData}`, '--print', `--input=${clip.path}`];
    const child = spawn(runtime.executable, [...sandbox, ...args], {
      env: { ...process.env, ...runtime.env, ...display.env, ...sound.env, ...service.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      child.stderr.destroy();
      const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      expect(printed).toBe(`${clip.text}\n`);
      const log = readFileSync(join(userData, 'logs/main.log'), 'utf8');
      expect(log).toContain('file-set-aside');
      expect(log).not.toMatch(/ exception | broken-inside/);
    } finally {
      rmSync(userData, { recursive: true });
    }
  });
});
