import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { launchApp, type App } from '../support/app.ts';
import { sentences } from '../support/recording.ts';
import { startService, validKey, type Service } from '../support/service.ts';

/* A new user: no key, no settings. */
let display: VirtualDisplay;
let sound: VirtualSound;
let service: Service;
let app: App;
let panel: Page;

const waitFor = { timeout: 30_000, interval: 50 };

beforeAll(async () => {
  [display, sound, service] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startSound(),
    startService(),
  ]);
  const { CAPTIONKEY_STREAMING_URL } = service.env;
  app = await launchApp({ env: { ...display.env, ...sound.env, CAPTIONKEY_STREAMING_URL } });
  panel = await app.page('CaptionKey');
});

afterAll(async () => {
  await app.stop();
  await Promise.all([service.close(), sound.stop(), display.stop()]);
});

test('the demo recording can be tried without a key', async () => {
  await panel.getByRole('button', { name: 'Try the demo recording' }).click();
  const captions = await app.page('CaptionKey captions');
  await vi.waitFor(
    async () => expect(await captions.getByRole('log').innerText()).toContain(sentences.at(-1)),
    waitFor,
  );
  expect(service.sessions).toHaveLength(0);
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
    waitFor,
  );
  await panel.getByRole('button', { name: /Check level/ }).click();
  await vi.waitFor(async () => expect(await panel.getByRole('meter').count()).toBe(1), waitFor);
});
