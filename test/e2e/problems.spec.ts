import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { grabKeys, pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { launchApp, type App, type LaunchOptions } from '../support/app.ts';
import { startService, type Service } from '../support/service.ts';

/* What goes wrong at the start is one sentence with the way to fix it, and the app goes on. */
let display: VirtualDisplay;
let sound: VirtualSound;
let service: Service;
let app: App | null = null;

const waitFor = { timeout: 15_000, interval: 25 };

const launch = async (options: LaunchOptions): Promise<App> => {
  app = await launchApp({ ...options, env: { ...display.env, ...sound.env, ...options.env } });
  return app;
};

/** The sentence in the captions. */
const problemShown = async (opened: App): Promise<string> => {
  const captions = await opened.page('CaptionKey captions');
  return captions.getByRole('alert').innerText();
};

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

test('a wrong key is named, and the app goes on', async () => {
  const env = { ...service.env, ASSEMBLYAI_API_KEY: 'wrong-key' };
  const opened = await launch({ args: ['--start'], env });
  expect(await problemShown(opened)).toMatch(/did not accept the API key.*paste a valid key/i);

  await pressKeys(display.display, 'ctrl+alt+space');
  await vi.waitFor(async () => expect(await problemShown(opened)).toMatch(/API key/), waitFor);
  expect(opened.output()).not.toContain('wrong-key');
});

test('an unreachable host is named', async () => {
  const env = { ...service.env, CAPTIONKEY_STREAMING_URL: 'ws://127.0.0.1:9' };
  const opened = await launch({ args: ['--start'], env });
  expect(await problemShown(opened)).toMatch(
    /Cannot reach 127\.0\.0\.1:9.*Check the internet connection/,
  );
});

test('no microphone is named, and nothing is asked of the service', async () => {
  const nowhere = { PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' };
  const opened = await launch({ args: ['--start'], env: { ...service.env, ...nowhere } });
  expect(await problemShown(opened)).toMatch(/No microphone was found\. Plug one in/);
  expect(service.commands.filter((command) => command === 'ForceEndpoint')).toEqual([]);
});

test('without a key the way to one is named, and nothing is opened', async () => {
  const sessionsBefore = service.sessions.length;
  const opened = await launch({
    args: ['--start'],
    env: { ...service.env, ASSEMBLYAI_API_KEY: undefined },
  });
  expect(await problemShown(opened)).toMatch(/no API key yet.*paste yours.*try the demo/i);
  expect(service.sessions.length).toBe(sessionsBefore);
});

test('a shortcut that another program has taken is named, with how to change it', async () => {
  const grab = await grabKeys(display.display, 'ctrl+alt+space');
  try {
    const opened = await launch({ env: service.env });
    const panel = await opened.page('CaptionKey');
    await panel
      .getByText(/Another app has taken Control\+Alt\+Space\. Choose another in .*settings\.json/)
      .waitFor();
  } finally {
    await grab.stop();
  }
});

test.each([
  ['--strat', /--strat is not an option of CaptionKey\. Known are --start/],
  ['--print=xml', /Write --print or --print=json/],
  ['--input', /--input=PATH/],
])('the argument %s is refused with a sentence', async (argument, sentence) => {
  await expect(launch({ args: [argument], env: service.env })).rejects.toThrow(sentence);
});

test('a recording that is no WAV file is refused, and printing ends with 1', async () => {
  const args = ['--input=/etc/hostname', '--print'];
  const opened = await launch({ args, env: service.env });
  const child = opened.electron.process();
  await vi.waitFor(() => expect(child.exitCode).toBe(1), waitFor);
  expect(opened.output()).toMatch(/\/etc\/hostname is not a WAV file/);
});
