import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { grabKeys, pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { patient } from '../support/patient.ts';
import { validKey } from '../support/service.ts';

/* What goes wrong at the start is one sentence with the way to fix it, and the app goes on. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

/** The sentence in the captions. */
const problemShown = async (opened: App): Promise<string> => {
  const captions = await opened.page('CaptionKey captions');
  return captions.getByRole('alert').innerText();
};

test('a wrong key is named, and the app goes on', async () => {
  const env = { ASSEMBLYAI_API_KEY: 'wrong-key' };
  const opened = await desk.launch({ args: ['--captions'], env });
  expect(await problemShown(opened)).toMatch(/did not accept the API key.*paste a valid key/i);

  await pressKeys(desk.display, 'ctrl+alt+space');
  await vi.waitFor(async () => expect(await problemShown(opened)).toMatch(/API key/), patient);
  expect(opened.output()).not.toContain('wrong-key');
});

test('an unreachable host is named', async () => {
  const env = { CAPTIONKEY_STREAMING_URL: 'ws://127.0.0.1:9' };
  const opened = await desk.launch({ args: ['--captions'], env });
  expect(await problemShown(opened)).toMatch(
    /Cannot reach 127\.0\.0\.1:9.*Check the internet connection/,
  );
});

test('no microphone is named, and nothing is asked of the service', async () => {
  const nowhere = { PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' };
  const opened = await desk.launch({ args: ['--captions'], env: nowhere });
  expect(await problemShown(opened)).toMatch(/No microphone was found\. Plug one in/);
  expect(desk.service.commands.filter((command) => command === 'ForceEndpoint')).toEqual([]);
});

test('without a key the way to one is named, and nothing is opened', async () => {
  const sessionsBefore = desk.service.sessions.length;
  const opened = await desk.launch({
    args: ['--captions'],
    env: { ASSEMBLYAI_API_KEY: undefined },
  });
  expect(await problemShown(opened)).toMatch(/no API key yet.*paste yours.*try the demo/i);
  expect(desk.service.sessions.length).toBe(sessionsBefore);
});

test('a shortcut that another program has taken is named, with how to change it', async () => {
  const grab = await grabKeys(desk.display, 'ctrl+alt+space');
  try {
    const opened = await desk.launch();
    const panel = await opened.page('CaptionKey');
    await panel
      .getByText(/Another app has taken Control\+Alt\+Space\. Choose another with Change\./)
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
  await expect(desk.launch({ args: [argument] })).rejects.toThrow(sentence);
});

test('a recording that is no WAV file is refused, and printing ends with 1', async () => {
  const args = ['--input=/etc/hostname', '--print'];
  const opened = await desk.launch({ args });
  const child = opened.electron.process();
  await vi.waitFor(() => expect(child.exitCode).toBe(1), patient);
  // What a process has written may be read after its end.
  await vi.waitFor(
    () => expect(opened.output()).toMatch(/\/etc\/hostname is not a WAV file/),
    patient,
  );
});

test('a missing key is shown until there is one, without words that were heard before', async () => {
  const opened = await desk.launch({ env: { ASSEMBLYAI_API_KEY: undefined } });
  const captions = await opened.page('CaptionKey captions');
  const panel = await opened.page('CaptionKey');
  await panel.getByRole('button', { name: 'Try the demo recording' }).click();
  await vi.waitFor(
    async () => expect(await captions.getByRole('log').innerText()).toContain('lost.'),
    { timeout: 30_000, interval: 50 },
  );
  await captions.getByText('Captions are off').waitFor();

  await opened.hears();
  await pressKeys(desk.display, 'ctrl+alt+space');
  expect(await problemShown(opened)).toMatch(/no API key yet/);
  expect(await captions.getByRole('log').innerText()).toBe('');
  await panel
    .getByRole('alert')
    .getByText(/no API key yet/)
    .waitFor();

  await panel.getByLabel('AssemblyAI API key').fill(validKey);
  await panel.getByRole('button', { name: 'Check and save' }).click();
  await panel.getByRole('alert').waitFor({ state: 'detached' });
  await captions.getByRole('alert').waitFor({ state: 'detached' });
});

test('what a check of the level finds is shown as long as the check', async () => {
  const opened = await desk.launch();
  const panel = await opened.page('CaptionKey');
  const check = panel.getByRole('button', { name: 'Check level' });
  await check.click();
  await panel.getByText(/No sound is coming from/).waitFor();
  await check.click();
  await panel.getByRole('alert').waitFor({ state: 'detached' });
});
