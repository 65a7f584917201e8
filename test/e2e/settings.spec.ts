import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDemoServer } from '../../electron/demo-server/server.ts';
import { root } from '../../tools/start/build.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { patient } from '../support/patient.ts';
import { recording } from '../support/recording.ts';
import { validKey } from '../support/service.ts';
import { openPage } from '../support/pages.ts';

/* Settings of the service in settings.json and in the panel. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

describe('of a session', () => {
  const settings = {
    speechModel: 'universal-3-6-pro',
    prompt: 'Two architects talk.',
    keyterms: ['CaptionKey', 'Röde'],
    languageCodes: ['en', 'de'],
    minTurnSilenceMs: 0,
  };
  let app: App;
  let panel: Page;

  beforeAll(async () => {
    app = await desk.launch({ files: { 'settings.json': JSON.stringify(settings) } });
    panel = await app.page('CaptionKey');
  });
  afterAll(() => desk.stopApps());

  test('the session has the model, prompt, keyterms and silences of the settings', async () => {
    await panel.getByRole('button', { name: 'Start captions' }).click();
    await vi.waitFor(() => expect(desk.service.sessions).toHaveLength(1), patient);
    expect(Object.fromEntries(desk.service.sessions[0] ?? [])).toEqual({
      speech_model: 'universal-3-6-pro',
      sample_rate: '16000',
      encoding: 'pcm_s16le',
      prompt: 'Two architects talk.',
      keyterms_prompt: '["CaptionKey","Röde"]',
      language_codes: '["en","de"]',
      min_turn_silence: '0',
      interruption_delay: '0',
      continuous_partials: 'true',
      previous_context_n_turns: '0',
      inactivity_timeout: '25',
    });
  });

  test('a change in the panel is stored, and reaches the running session', async () => {
    await openPage(panel, 'dictionary');
    await panel.getByLabel('Name or term').fill('dictation');
    await panel.getByRole('button', { name: 'Add' }).first().click();
    const keyterms = [...settings.keyterms, 'dictation'];
    await vi.waitFor(
      () => expect(desk.service.updates).toEqual([{ session: 0, keyterms_prompt: keyterms }]),
      patient,
    );
    const stored: unknown = JSON.parse(await readFile(join(app.userData, 'settings.json'), 'utf8'));
    expect(stored).toEqual({ ...settings, keyterms });
    await openPage(panel, 'recognition');
    await panel.getByLabel('Stay connected after a stop').fill('301');
    await panel.keyboard.press('Tab');
    await panel
      .getByText(
        '“Stay connected after a stop” has to be a whole number from 0 to 300. Correct it.',
      )
      .waitFor();
  });
});

describe('of a start', () => {
  afterEach(() => desk.stopApps());

  test('a value out of range is named, and nothing is dialled', async () => {
    const before = desk.service.sessions.length;
    const files = { 'settings.json': JSON.stringify({ prompt: 'x'.repeat(1_751) }) };
    const app = await desk.launch({ args: ['--captions'], files });
    const captions = await app.page('CaptionKey captions');
    await captions
      .getByText('“Context” has to be text of at most 1750 characters. Correct it.')
      .waitFor();
    expect(desk.service.sessions).toHaveLength(before);
  });

  test('a model that runs instead of the chosen one is shown once, and with the last session', async () => {
    const server = await startDemoServer({
      ...{ key: validKey, recording, runsInstead: 'universal-3-5-pro' },
    });
    const pictures = join(root, 'out/test-pictures/models');
    await mkdir(pictures, { recursive: true });
    const sentence = /AssemblyAI runs Universal-3\.5 Pro instead of Universal-3 Pro\./;
    // The last session is shown when it has ended.
    const files = { 'settings.json': JSON.stringify({ keepConnectedSeconds: 0 }) };
    const app = await desk.launch({ files, env: { CAPTIONKEY_STREAMING_URL: server.url } });
    const [panel, captions] = [await app.page('CaptionKey'), await app.page('CaptionKey captions')];
    await panel.getByRole('button', { name: 'Start captions' }).click();
    await captions.getByText(sentence).waitFor();
    await captions.screenshot({ path: join(pictures, 'redirected.png') });
    await panel.getByRole('button', { name: 'Stop captions' }).click();
    await captions.getByText('Captions are off').waitFor();
    await openPage(panel, 'privacy');
    const usage = panel.getByRole('region', { name: 'Last session' });
    await usage.getByText('Universal-3.5 Pro, instead of Universal-3 Pro').waitFor();
    await panel.screenshot({ path: join(pictures, 'last-session.png') });
    const settings: unknown = JSON.parse(
      await readFile(join(app.userData, 'settings.json'), 'utf8'),
    );
    expect(settings).toMatchObject({ knownRedirects: ['u3-rt-pro universal-3-5-pro'] });
    await server.close();
  });
});
