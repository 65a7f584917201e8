import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences } from '../support/recording.ts';
import { validKey } from '../support/service.ts';
import { patient } from '../support/patient.ts';

/* A new user: no key, no settings. */
let desk: Desk;
let app: App;
let panel: Page;

beforeAll(async () => {
  desk = await startDesk();
  app = await desk.launch({ env: { ASSEMBLYAI_API_KEY: undefined } });
  panel = await app.page('CaptionKey');
});
afterAll(() => desk.stop());

test('the demo recording can be tried without a key', async () => {
  await panel.getByRole('button', { name: 'Try the demo recording' }).click();
  const captions = await app.page('CaptionKey captions');
  await vi.waitFor(
    async () => expect(await captions.getByRole('log').innerText()).toContain(sentences.at(-1)),
    patient,
  );
  expect(desk.service.sessions).toHaveLength(0);
});

test('a key that the service refuses is not kept', async () => {
  await panel.getByRole('textbox').fill('refused-key');
  await panel.getByRole('button', { name: 'Check and save' }).click();
  await panel.getByText(/did not accept the API key/).waitFor();
});

test('a key that the service accepts is kept, and never in clear', async () => {
  await panel.getByRole('textbox').fill(validKey);
  await panel.getByRole('button', { name: 'Check and save' }).click();
  await panel.getByRole('button', { name: 'Forget' }).waitFor();
  const credentials = await readFile(join(app.userData, 'credentials.json'), 'utf8').catch(
    () => '',
  );
  expect(credentials).not.toContain(validKey);
  expect(await panel.content()).not.toContain(validKey);
});

test('the microphones are listed, and the level of the chosen one is seen', async () => {
  await vi.waitFor(
    async () => expect(await panel.getByRole('combobox').innerText()).toMatch(/Virtual_microphone/),
    patient,
  );
  await panel.getByRole('button', { name: /Check level/ }).click();
  await vi.waitFor(async () => expect(await panel.getByRole('meter').count()).toBe(1), patient);
});
