import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { messages } from '#shared/messages/index.ts';
import { grabKeys, pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { App, WindowTitle } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { wordsShown } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { runApp, type Run } from '../support/run-app.ts';
import { validKey } from '../support/service.ts';
import { mainTuning } from '../../electron/main/time/tuning.ts';

/* A problem at the start is one sentence that says how to solve it, and the app goes on. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const run = (...args: string[]): Promise<Run> => runApp({ args, env: { DISPLAY: desk.display } });

/** The sentence in the captions, or in the pill. */
const problemShown = async (
  opened: App,
  title: WindowTitle = 'CaptionKey captions',
): Promise<string> => (await opened.page(title)).getByRole('alert').innerText();

describe('of a start', () => {
  afterEach(() => desk.stopApps());

  test('a wrong key is named, and the app goes on', async () => {
    const env = { ASSEMBLYAI_API_KEY: 'wrong-key' };
    const opened = await desk.launch({ args: ['--captions'], env });
    expect(await problemShown(opened)).toMatch(/rejected that key.*Check it and try again/i);

    await pressKeys(desk.display, 'ctrl+alt+space');
    await vi.waitFor(
      async () =>
        expect(await problemShown(opened, 'CaptionKey dictation')).toMatch(/rejected that key/),
      patient,
    );
    expect(opened.output()).not.toContain('wrong-key');
  });

  test('an unreachable host is named', async () => {
    const env = { CAPTIONKEY_STREAMING_URL: 'ws://127.0.0.1:9' };
    const opened = await desk.launch({ args: ['--captions'], env });
    expect(await problemShown(opened)).toMatch(
      /Cannot reach 127\.0\.0\.1:9.*Check the internet connection/,
    );
  });

  test('a missing microphone is named, and no session begins', async () => {
    const nowhere = { PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' };
    const opened = await desk.launch({ args: ['--captions'], env: nowhere });
    expect(await problemShown(opened)).toMatch(/No microphone was found\. Connect one/);
    expect(desk.service.commands.filter((command) => command === 'ForceEndpoint')).toEqual([]);
  });

  test('a shortcut of another program is named, and the sentence says how to change it', async () => {
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
    ['--strat', /--strat is not an option of CaptionKey\. Known are --toggle/],
    ['--print=xml', /Write --print or --print=json/],
    ['--input', /--input=PATH/],
  ])('the argument %s is refused with a sentence', async (argument, sentence) => {
    const { status, errors } = await run(argument);
    expect(errors).toMatch(sentence);
    expect(status).toBe(1);
  });

  test('a recording that is no WAV file is refused, and printing ends with 1', async () => {
    const { status, errors } = await run('--input=/etc/hostname', '--print');
    expect(errors).toMatch(/\/etc\/hostname is not a WAV file/);
    expect(status).toBe(1);
  });
});

describe('of a start without a key', () => {
  let opened: App;
  let sessionsBefore: number;

  beforeAll(async () => {
    sessionsBefore = desk.service.sessions.length;
    opened = await desk.launch({ args: ['--captions'], env: { ASSEMBLYAI_API_KEY: undefined } });
  });
  afterAll(() => desk.stopApps());

  test('a missing key is a sentence that says how to get one, and nothing is opened', async () => {
    expect(await problemShown(opened)).toMatch(/No API key yet.*paste yours.*try the demo/i);
    expect(desk.service.sessions.length).toBe(sessionsBefore);
  });

  test('a missing key is shown until there is one, without earlier words', async () => {
    const captions = await opened.page('CaptionKey captions');
    await captions.evaluate("captionkey.request('panel:open')");
    const panel = await opened.page('CaptionKey');
    await panel.getByRole('button', { name: messages.firstRun.tryDemo }).click();
    await vi.waitFor(async () => expect(await wordsShown(captions)).toContain('lost.'), patient);
    await captions.getByText('Captions are off').waitFor();
    // What is shown below is reported by the dictation, not by the start.
    await panel.getByRole('alert').waitFor({ state: 'detached' });

    await opened.hears();
    await pressKeys(desk.display, 'ctrl+alt+space');
    expect(await problemShown(opened, 'CaptionKey dictation')).toMatch(/No API key yet/);
    expect(await wordsShown(captions)).toBe('');
    await panel
      .getByRole('alert')
      .getByText(/No API key yet/)
      .waitFor();

    await panel.getByRole('button', { name: messages.alerts.sections.key }).click();
    await panel.getByLabel('AssemblyAI API key').fill(validKey);
    await panel.getByRole('button', { name: 'Check and save' }).click();
    await panel.getByRole('alert').waitFor({ state: 'detached' });
    await captions.getByRole('alert').waitFor({ state: 'detached' });
  });
});

describe('of a silent microphone', () => {
  let opened: App;
  let panel: Page;

  beforeAll(async () => {
    opened = await desk.launch();
    panel = await opened.page('CaptionKey');
  });
  afterAll(() => desk.stopApps());

  test('a problem of the level check is shown as long as the check', async () => {
    const check = panel.getByRole('button', { name: 'Test microphone' });
    await check.click();
    await panel.getByText(/No sound is coming from/).waitFor();
    await check.click();
    await vi.waitFor(async () => expect(await desk.sound.recordedSources()).toEqual([]), patient);
    // What main reported before this answer is shown by now.
    await panel.evaluate("captionkey.request('app-state:read')");
    expect(await panel.getByRole('alert').allInnerTexts()).toEqual([]);
  });

  test.each([
    { how: 'captions', settings: {} },
    { how: 'dictation', settings: { preRoll: true, keepConnectedSeconds: 0 } },
  ])('a silent microphone is named until $how ends with $settings', async ({ how, settings }) => {
    await panel.evaluate(
      `window.captionkey.request('settings:change', ${JSON.stringify(settings)})`,
    );
    const shown = await opened.page(
      how === 'captions' ? 'CaptionKey captions' : 'CaptionKey dictation',
    );
    await opened.hears();
    const keys = how === 'captions' ? 'ctrl+alt+c' : 'ctrl+alt+space';
    await pressKeys(desk.display, keys);
    await panel
      .getByRole('alert')
      .getByText(/No sound is coming from/)
      .waitFor();
    await shown
      .getByRole('alert')
      .getByText(/No sound is coming from/)
      .waitFor();
    await pressKeys(desk.display, keys);
    await panel.getByRole('alert').waitFor({ state: 'detached' });
    await shown.getByRole('alert').waitFor({ state: 'detached' });
    await panel.getByText('Captions are off').waitFor();
    // It stays away, also while the microphone is open for the next words.
    await sleep(2 * mainTuning.exactSilenceMs);
    expect(await panel.getByRole('alert').allInnerTexts()).toEqual([]);
  });
});
