import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import type { App } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { appearance, focusWindow, openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/* Dictating while the panel has the focus, as in a first try. */
let desk: Desk;
let app: App;
let panel: Page;
let pill: Page;
let entry: TextTarget | null = null;

beforeAll(async () => {
  desk = await startDesk();
});
beforeEach(async () => {
  app = await desk.launch();
  panel = await app.page('CaptionKey');
  pill = await app.page('CaptionKey dictation');
  await app.hears();
});
afterEach(async () => {
  await entry?.stop();
  entry = null;
  await desk.stopApps();
});
afterAll(() => desk.stop());

/** Dictates a sentence, and returns it. */
async function dictate(): Promise<string> {
  const { text, path } = cutClip(app.home, 3);
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.sound.play(path);
  await held.release();
  return text;
}

const clipboard = (): Promise<string> =>
  app.electron.evaluate(({ clipboard: copied }) => copied.readText());

test('without a text field the text is on the clipboard, and a button inserts it where the person was', async () => {
  entry = await startProgram(desk.display, 'gtk_entry');
  await focusWindow(desk.display, app, 'CaptionKey');
  const text = await dictate();
  await pill.getByText(/^Inserted|clipboard/).waitFor();
  expect(await clipboard()).toBe(text);
  await pill.getByText('so the text is on the clipboard').waitFor();
  expect(await entry.text()).toBe('');
  const inserted = appearance(pill, 'Inserted');
  await pill.getByRole('button', { name: 'Insert here' }).click();
  await inserted;
  await vi.waitFor(async () => expect(await entry?.text()).toBe(text), patient);
});

test('a text field of the panel receives the text', async () => {
  await focusWindow(desk.display, app, 'CaptionKey');
  await openPage(panel, 'dictionary');
  const field = panel.getByLabel('Context');
  await field.click();
  const inserted = appearance(pill, 'Inserted');
  const text = await dictate();
  await inserted;
  await vi.waitFor(async () => expect(await field.inputValue()).toBe(text), patient);
});
