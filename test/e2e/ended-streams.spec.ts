import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import wavefile from 'wavefile';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { root } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import { cutClip } from '../support/clips.ts';
import { patient } from '../support/patient.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { startService, type Service } from '../support/service.ts';

/* Launches from a shell whose streams are closed, or which hangs up. */
let display: VirtualDisplay;
let sound: VirtualSound;
let service: Service;
let userData: string;
let child: ChildProcess;

beforeAll(async () => {
  [display, sound] = await Promise.all([startDisplay({ width: 1280, height: 800 }), startSound()]);
});
afterAll(() => Promise.all([sound.stop(), display.stop()]));

beforeEach(async () => {
  service = await startService();
  userData = mkdtempSync(join(tmpdir(), 'captionkey-streams-'));
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await service.close();
  rmSync(userData, { recursive: true, maxRetries: 5 });
});

/** Runs the app as a shell does, with redirections such as `<&-`. */
function launch(redirections: string, stdio: StdioOptions, ...args: string[]) {
  const runtime = findRuntime();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const command = [runtime.executable, ...sandbox, root, `--user-data-dir=${userData}`, ...args];
  child = spawn('/bin/sh', ['-c', `exec "$@" ${redirections}`, 'sh', ...command], {
    env: { ...process.env, ...runtime.env, ...display.env, ...sound.env, ...service.env },
    stdio,
  });
  return once(child, 'exit') as Promise<[number | null, string | null]>;
}

/** All that the app writes until it closes the stream. */
const written = (stream: 'stdout' | 'stderr'): Promise<string> => {
  const readable = child[stream];
  return readable === null ? Promise.resolve('') : text(readable);
};

/** Every final turn in the database. */
function storedTexts(): string[] {
  const database = new DatabaseSync(join(userData, 'captionkey.db'), { readOnly: true });
  try {
    const rows = database.prepare('SELECT text FROM turns ORDER BY id').all();
    return rows.map(({ text: stored }) => String(stored));
  } finally {
    database.close();
  }
}

const log = (): string => readFileSync(join(userData, 'logs/main.log'), 'utf8');

const expectCleanEnd = (): void => {
  expect(log()).toContain(' app-ended');
  expect(log()).not.toMatch(/ exception | broken-inside/);
  expect(service.commands.at(-1)).toBe('Terminate');
};

test('a recording with only a click says that nothing was heard, and ends with 0', async () => {
  const path = join(userData, 'click.wav');
  const wav = new wavefile.WaveFile();
  const samples = new Int16Array(3 * 16_000);
  samples.set([12_000, -20_000, 30_000, -16_000, 8_000], 20_000);
  wav.fromScratch(1, 16_000, '16', samples);
  writeFileSync(path, wav.toBuffer());
  const ended = launch('', 'pipe', '--print', `--input=${path}`);
  const [output, errors] = await Promise.all([written('stdout'), written('stderr')]);
  expect(await ended).toEqual([0, null]);
  expect(output).toBe('');
  expect(errors).toContain('CaptionKey: No speech was heard in this recording.');
  expectCleanEnd();
});

test('a recording is printed to its end without standard input', async () => {
  const clip = cutClip(userData, 3);
  const ended = launch('<&-', 'pipe', '--print', `--input=${clip.path}`);
  expect(await written('stdout')).toBe(`${clip.text}\n`);
  expect(await ended).toEqual([0, null]);
  expectCleanEnd();
});

test('captions run and a recording is stored without standard streams', async () => {
  const clip = cutClip(userData, 3);
  const ended = launch('<&- >&- 2>&-', 'ignore', '--print', `--input=${clip.path}`);
  expect(await ended).toEqual([0, null]);
  expect(storedTexts()).toEqual([clip.text]);
  expectCleanEnd();
});

test('a reader that closes after the first line ends the app, which has stored the printed lines', async () => {
  const ended = launch('', ['ignore', 'pipe', 'ignore'], '--print', `--input=${recordingPath}`);
  const [first] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer];
  child.stdout?.destroy();
  expect(first.toString()).toBe(`${sentences[0]}\n`);
  expect(await ended).toEqual([0, null]);
  expect(storedTexts().slice(0, 2)).toEqual(sentences.slice(0, 2));
  expectCleanEnd();
});

test.each(['SIGHUP', 'SIGTERM', 'SIGINT'] as const)(
  'with %s the app awaits the last words of captions, stores them, and ends with 0',
  async (signal) => {
    const ended = launch('', ['ignore', 'pipe', 'ignore'], '--print', '--captions');
    const output = written('stdout');
    await vi.waitFor(() => expect(service.sessions).toHaveLength(1), patient);
    const playing = sound.play(recordingPath);
    await vi.waitFor(() => expect(service.loudSamples()).toBeGreaterThan(16_000), patient);
    child.kill(signal);
    // A second one changes nothing.
    await vi.waitFor(() => expect(log()).toContain('phase=finishing'), patient);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    sound.hush();
    await playing;
    const printed = (await output).trimEnd();
    expect(printed).not.toBe('');
    expect(storedTexts().join('\n')).toBe(printed);
    expectCleanEnd();
  },
);

test('an app that is ended while its windows load ends with 0, and reports nothing', async () => {
  const ended = launch('', ['ignore', 'ignore', 'pipe'], '--print', '--captions');
  const errors = written('stderr');
  // A silent microphone would be reported on a busy machine.
  const playing = sound.play(recordingPath);
  await vi.waitFor(() => expect(log()).toContain('phase=starting'), patient);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  sound.hush();
  await playing;
  expect(await errors).not.toContain('CaptionKey:');
  expect(log()).toContain(' app-ended');
});
