import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { messages } from '#shared/messages/index.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { validKey } from '../support/service.ts';
import { focusWindow, wordsShown } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/* A new user without a key or settings. */
let desk: Desk;
let app: App;
let panel: Page;
const words = () => panel.getByLabel(messages.firstRun.words);

beforeAll(async () => {
  desk = await startDesk();
  app = await desk.launch({ env: { ASSEMBLYAI_API_KEY: undefined } });
  panel = await app.page('CaptionKey');
});
afterAll(() => desk.stop());

test('the demo recording can be tried without a key, and fills the box', async () => {
  await panel.getByRole('button', { name: messages.firstRun.tryDemo }).click();
  const captions = await app.page('CaptionKey captions');
  await vi.waitFor(
    async () => expect(await wordsShown(captions)).toContain(sentences.at(-1)),
    patient,
  );
  await vi.waitFor(
    async () => expect(await words().inputValue()).toContain(sentences.at(-1)),
    patient,
  );
  expect(desk.service.sessions).toHaveLength(0);
  await panel.getByRole('button', { name: messages.firstRun.enterKey }).click();
  await captions.getByText(messages.status.off).waitFor();
});

test('a refused key is not stored', async () => {
  await panel.getByRole('textbox').fill('refused-key');
  await panel.getByRole('button', { name: 'Check and save' }).click();
  await panel.getByText(/rejected that key/).waitFor();
});

test('an accepted key is stored, and never in clear text', async () => {
  await panel.getByRole('textbox').fill(validKey);
  await panel.getByRole('button', { name: 'Check and save' }).click();
  await panel.getByRole('meter').waitFor();
  const credentials = await readFile(join(app.userData, 'credentials.json'), 'utf8').catch(
    () => '',
  );
  expect(credentials).not.toContain(validKey);
  expect(await panel.content()).not.toContain(validKey);
});

test('the microphones are listed, and the level of the chosen one is shown at once', async () => {
  await vi.waitFor(
    async () =>
      expect(await panel.getByRole('combobox', { name: 'Microphone to use' }).innerText()).toMatch(
        /Virtual_microphone/,
      ),
    patient,
  );
  expect(await panel.getByRole('meter').count()).toBe(1);
});

test('the language that the person speaks is chosen, and kept', async () => {
  const language = panel.getByRole('region', { name: messages.firstRun.languageTitle });
  const name = messages.recognition.prefer(messages.recognition.languageNames.en);
  await language.getByRole('combobox').selectOption(name);
  await vi.waitFor(
    async () =>
      expect(JSON.parse(await readFile(join(app.userData, 'settings.json'), 'utf8'))).toMatchObject(
        { languageCodes: ['en'] },
      ),
    patient,
  );
});

test('a first dictation fills the box, and Home follows', async () => {
  await panel.getByRole('button', { name: messages.firstRun.continue }).click();
  await focusWindow(desk.display, app, 'CaptionKey');
  await words().click();
  await app.hears();
  const pill = await app.page('CaptionKey dictation');
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(writeSentence(0, join(app.home, 'hello.wav')));
  await held.release();
  await vi.waitFor(async () => expect(await words().inputValue()).toBe(sentences[0]), patient);
  await panel.getByText(messages.firstRun.works).waitFor();
  await panel.getByRole('button', { name: messages.firstRun.finish }).click();
  const recent = panel.getByRole('region', { name: messages.home.recent.title });
  await recent.getByText(sentences[0] ?? '').waitFor();
  await vi.waitFor(
    async () =>
      expect(JSON.parse(await readFile(join(app.userData, 'settings.json'), 'utf8'))).toMatchObject(
        {
          firstRunDone: true,
        },
      ),
    patient,
  );
});
