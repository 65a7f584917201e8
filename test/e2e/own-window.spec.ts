import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import type { App } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';

/* Dictating while the panel has the focus, as in a first try. */
let desk: Desk;
let app: App;
let panel: Page;
let captions: Page;
let entry: TextTarget | null = null;

const waitFor = { timeout: 30_000, interval: 50 };

beforeAll(async () => {
  desk = await startDesk();
});
beforeEach(async () => {
  app = await desk.launch();
  panel = await app.page('CaptionKey');
  captions = await app.page('CaptionKey captions');
  await app.hears();
});
afterEach(async () => {
  await entry?.stop();
  entry = null;
  await desk.stopApps();
});
afterAll(() => desk.stop());

/** As a person does who clicks into it. */
async function focusPanel(): Promise<void> {
  const hasFocus = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      const window = windows.find((candidate) => candidate.getTitle() === 'CaptionKey');
      window?.focus();
      return window?.isFocused();
    });
  await vi.waitFor(async () => expect(await hasFocus()).toBe(true), waitFor);
}

/** Says a sentence, and answers with it. */
async function dictate(): Promise<string> {
  const { text, path } = cutClip(app.home, 3);
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  await desk.sound.play(path);
  await held.release();
  return text;
}

const clipboard = (): Promise<string> =>
  app.electron.evaluate(({ clipboard: copied }) => copied.readText());

test('without a text field the text is on the clipboard, and a button inserts it where the person was', async () => {
  entry = await startProgram(desk.display, 'gtk_entry');
  await focusPanel();
  const text = await dictate();
  await captions.getByText(/^Inserted|clipboard/).waitFor();
  expect(await clipboard()).toBe(text);
  await captions.getByText('so the text is on the clipboard').waitFor();
  expect(await entry.text()).toBe('');
  await captions.getByRole('button', { name: 'Insert it' }).click();
  await captions.getByText('Inserted').waitFor();
  await vi.waitFor(async () => expect(await entry?.text()).toBe(text), waitFor);
});

test('a text field of the panel gets the text', async () => {
  await focusPanel();
  await panel.getByRole('button', { name: 'Words', exact: true }).click();
  const field = panel.getByLabel('What it is about');
  await field.click();
  const text = await dictate();
  await captions.getByText('Inserted').waitFor();
  await vi.waitFor(async () => expect(await field.inputValue()).toBe(text), waitFor);
});
