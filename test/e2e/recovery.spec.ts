import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { launchApp, type App, type LaunchOptions } from '../support/app.ts';
import { compareSound } from '../support/compare-sound.ts';
import { between, recordingPath, sentences } from '../support/recording.ts';
import { samplesOf, startService, type Service } from '../support/service.ts';

/* What breaks while the app runs, and what it finds broken, is said; what was said stays. */
let display: VirtualDisplay;
let sound: VirtualSound;
let service: Service;
let app: App | null = null;

const waitFor = { timeout: 30_000, interval: 50 };

const launch = async (options: LaunchOptions = {}): Promise<{ opened: App; captions: Page }> => {
  const env = { ...display.env, ...sound.env, ...service.env, ...options.env };
  app = await launchApp({ ...options, env });
  return { opened: app, captions: await app.page('CaptionKey captions') };
};

const shows = (captions: Page, text: string | undefined): Promise<void> =>
  vi.waitFor(
    async () => expect(await captions.getByRole('log').innerText()).toContain(text),
    waitFor,
  );

beforeAll(async () => {
  [display, sound, service] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startSound(),
    startService(),
  ]);
});

afterEach(async () => {
  await app?.stop();
  app = null;
});

afterAll(async () => {
  await Promise.all([service.close(), sound.stop(), display.stop()]);
});

test('captions whose page crashes come back with what was said, and go on', async () => {
  const { opened, captions } = await launch({ args: ['--start'] });
  await captions.getByText('Listening').waitFor();
  const playing = sound.play(recordingPath);
  await shows(captions, sentences[0]);
  await opened.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.getTitle() === 'CaptionKey captions') window.webContents.forcefullyCrashRenderer();
  });
  // The page that crashed is dead to the test as well; a new one is found by its title.
  await vi.waitFor(async () => {
    const text = await opened.electron.evaluate(async ({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      const window = windows.find((one) => one.getTitle() === 'CaptionKey captions');
      const read = 'document.querySelector("[role=log]").innerText';
      return String(await window?.webContents.executeJavaScript(read));
    });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(sentences.at(-1));
  }, waitFor);
  await playing;
});

test('a capture process that is killed comes back: the gap is said, what was said stays', async () => {
  const { opened, captions } = await launch({ args: ['--start'] });
  await captions.getByText('Listening').waitFor();
  const playing = sound.play(recordingPath);
  await shows(captions, sentences[0]);
  process.kill(await captureProcessOf(opened.electron.process().pid ?? 0), 'SIGKILL');
  await captions.getByText(/The microphone is back.*were not heard/).waitFor();
  await shows(captions, sentences.at(-1));
  await playing;
});

test('a main process that is killed leaves no microphone on, and a recording that plays', async () => {
  const { opened, captions } = await launch({ args: ['--start'] });
  await captions.getByText('Listening').waitFor();
  void sound.play(recordingPath).catch(() => undefined);
  await shows(captions, sentences[0]);
  const { pid = 0 } = opened.electron.process();
  const capture = await captureProcessOf(pid);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(existsSync(`/proc/${capture}`)).toBe(false), waitFor);

  const folder = join(opened.userData, 'recordings');
  const [name = ''] = await readdir(folder);
  const kept = await readWavFile(join(folder, name));
  const played = between(0, 2_500);
  expect(kept.ok && compareSound(played, samplesOf(kept.value))).toMatchObject({ shiftSamples: 0 });
});

test('a settings file that cannot be read is set aside and said, and the app starts', async () => {
  const { opened, captions } = await launch({ files: { 'settings.json': '{"microphone": ' } });
  expect(await captions.getByRole('alert').innerText()).toMatch(
    /settings\.json could not be read, so CaptionKey starts without it\. It is kept as/,
  );
  const kept = (await readdir(opened.userData)).find((name) => name.includes('.corrupt-')) ?? '';
  expect(await readFile(join(opened.userData, kept), 'utf8')).toBe('{"microphone": ');
});

test('a setting that makes no sense costs only itself', async () => {
  const settings = { toggleHotkey: 7, forceEndpointHotkey: 'Control+Alt+F9' };
  const { opened } = await launch({ files: { 'settings.json': JSON.stringify(settings) } });
  const panel = await opened.page('CaptionKey');
  await panel.getByText('F9').waitFor();
  await panel.getByText('Space').waitFor();
});

/** The capture process of an app, found as the system knows it. */
async function captureProcessOf(mainPid: number): Promise<number> {
  for (const pid of await descendantsOf(mainPid)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('capture')) return pid;
  }
  throw new Error('Nothing captures.');
}

async function descendantsOf(pid: number): Promise<number[]> {
  const path = `/proc/${pid}/task/${pid}/children`;
  const own = (await readFile(path, 'utf8').catch(() => '')).split(' ').filter(Boolean).map(Number);
  const further = await Promise.all(own.map(descendantsOf));
  return [...own, ...further.flat()];
}
