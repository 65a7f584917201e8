import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { copyVersionFolder, keyRing } from '../support/version-folder.ts';
import { patient } from '../support/patient.ts';
import { openPage } from '../support/pages.ts';

/*
 * The current version takes over a user-data folder that version 0.1 wrote. The app starts once: each test
 * looks at another part of what it has taken over.
 */
let desk: Desk;
let userData: string;
let app: App;
let panel: Page;

beforeAll(async () => {
  desk = await startDesk();
  await desk.sound.plug('Headset');
  userData = copyVersionFolder('0.1');
  const env = { ASSEMBLYAI_API_KEY: undefined };
  app = await desk.launch({ userData, modules: [keyRing], env });
  panel = await app.page('CaptionKey');
});
afterEach(async () => {
  await panel.evaluate("captionkey.request('listening:do', 'stop')");
  await vi.waitFor(async () => expect(await desk.sound.recordedSources()).toEqual([]), patient);
  await openPage(panel, 'home');
});
afterAll(async () => {
  await desk.stop();
  rmSync(userData, { recursive: true });
});

const region = (name: string): Locator => panel.getByRole('region', { name });

test('every setting is kept, and no problem is reported', async () => {
  await app.hears('Control+Alt+D');
  await app.hears('Control+Alt+F7');
  await app.hears('Control+Alt+F8');
  await app.hears('Control+Alt+F9');
  await openPage(panel, 'dictionary');
  for (const term of ['CaptionKey', 'Röde', '迁移'])
    expect(await panel.getByText(term, { exact: true }).count()).toBeGreaterThan(0);
  expect(await panel.getByLabel('Context').inputValue()).toBe('Two architects talk about a house.');
  await openPage(panel, 'recognition');
  expect(await panel.getByLabel('Stay connected after a stop').inputValue()).toBe('0');
  expect(await panel.getByRole('alert').count()).toBe(0);
  const captions = await app.page('CaptionKey captions');
  expect(await captions.getByRole('alert').count()).toBe(0);
});

test('the dictations and captions are in the history with their texts, and are found', async () => {
  await openPage(panel, 'history');
  const rows = region('History').getByRole('listitem');
  await vi.waitFor(async () => expect(await rows.count()).toBe(5), patient);
  const texts = await rows.allInnerTexts();
  expect(texts[0]).toContain('appear at the caret.');
  expect(texts[1]).toContain('Captions');
  expect(texts[1]).toContain('that was said is lost. appear at the cursor.');
  expect(texts[2]).toContain('Captions float above every window while people talk.');
  expect(texts[2]).toContain('Cancelled');
  expect(texts[3]).toContain('appear at the caret.');
  expect(texts[4]).toContain('Hold a key, and say what you mean.');
  await panel.getByRole('searchbox').fill('float wind');
  await vi.waitFor(async () => expect(await rows.count()).toBe(1), patient);
});

test('an unfinished recording is offered, and becomes text', async () => {
  const offer = region('Not transcribed yet');
  await offer.getByText(/ s from /).waitFor();
  await panel.getByRole('button', { name: 'Transcribe now' }).click();
  await offer.waitFor({ state: 'detached' });
});

test('the stored key is used', async () => {
  await panel
    .getByText(/saved and encrypted/)
    .first()
    .waitFor();
  await panel.getByRole('button', { name: 'Start captions' }).click();
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
});

test('the microphone that was chosen by its label stays chosen, and records', async () => {
  const list = panel.getByRole('combobox', { name: 'Microphone to use' });
  await vi.waitFor(
    async () => expect(await list.locator('option:checked').innerText()).toBe('Headset'),
    patient,
  );
  await panel.getByRole('button', { name: 'Start captions' }).click();
  await vi.waitFor(
    async () => expect(await desk.sound.recordedSources()).toEqual(['plugged.Headset']),
    patient,
  );
  const stored: unknown = JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'));
  expect(stored).toMatchObject({
    microphone: { id: 'plugged.Headset', name: 'Headset', hostApi: 'PulseAudio' },
  });
});

test('changes are stored beside the data of version 0.1', async () => {
  const stored = (): unknown => JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'));
  await openPage(panel, 'recognition');
  await panel.getByLabel('Stay connected after a stop').fill('7');
  await panel.keyboard.press('Tab');
  await vi.waitFor(
    () =>
      expect(stored()).toMatchObject({
        keepConnectedSeconds: 7,
        dictationHotkey: 'Control+Alt+D',
        keyterms: ['CaptionKey', 'Röde', '迁移'],
        prompt: 'Two architects talk about a house.',
      }),
    patient,
  );
});
