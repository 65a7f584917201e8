import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { messages } from '#shared/messages/index.ts';
import { wordCount } from '../../electron/core/transcript/word-count.ts';
import { readClipboard } from '../../tools/desktop-harness/clipboard.ts';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startRichOwner } from '../../tools/desktop-harness/targets.ts';
import {
  closeWindow,
  focusedWindow,
  listWindows,
  openFocusedWindow,
  waitForFocusedWindow,
  type FocusedWindow,
} from '../../tools/desktop-harness/windows.ts';
import { within } from '../../tools/patience.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { appearance } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { sentences, writeSentence } from '../support/recording.ts';

/* What the captions offer after a person has stopped them. */
let desk: Desk;
let app: App;
let captions: Page;
let otherProgram: FocusedWindow;
let owner: { stop: () => Promise<void> };

const texts = messages.captions;
const formats = ['UTF8_STRING', 'text/html', 'text/rtf', 'image/png', 'text/uri-list'];

const clipboard = (): Promise<(string | undefined)[]> =>
  Promise.all(
    formats.map(async (format) => (await readClipboard(desk.display, format))?.toString('base64')),
  );

beforeAll(async () => {
  desk = await startDesk();
  const settings = { keepConnectedSeconds: 0 };
  app = await desk.launch({ files: { 'settings.json': JSON.stringify(settings) } });
  captions = await app.page('CaptionKey captions');
  await app.hears('Control+Alt+C');
  // A window that opens earlier would lose the focus again.
  await waitForFocusedWindow(desk.display, 'CaptionKey');
  otherProgram = await openFocusedWindow(desk.display);
});
beforeEach(async () => {
  owner = await startRichOwner(desk.display);
});
afterEach(() => owner.stop());
afterAll(async () => {
  otherProgram.stop();
  await desk.stop();
});

/**
 * Presses a button of the captions as soon as it is there. The offer lasts for seconds only, which a busy
 * machine may need to find it from outside.
 */
const pressAtOnce = (label: string): Promise<unknown> => {
  const pressed = captions.evaluate(`new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent === ${JSON.stringify(label)});
      if (button === undefined) return;
      observer.disconnect();
      button.click();
      resolve();
    }
    observer.observe(document.body, { subtree: true, childList: true });
    look();
  })`);
  const awaited = within(`a button “${label}”`, pressed);
  // A test that fails before it waits closes the page.
  awaited.catch(() => undefined);
  return awaited;
};

/** Captions a sentence of the recording, and returns it. Those before stay in the captions. */
async function caption(index: number): Promise<string> {
  const said = sentences[index] ?? '';
  await pressKeys(desk.display, 'ctrl+alt+c');
  await captions.getByText('Listening').waitFor({ state: 'attached' });
  await desk.say(writeSentence(index, join(app.home, `${index}.wav`)));
  await captions.getByText(said).waitFor();
  return said;
}

const captionsAreHidden = (): Promise<void> =>
  vi.waitFor(async () => {
    const titles = (await listWindows(desk.display)).map(({ title }) => title);
    expect(titles).not.toContain('CaptionKey captions');
  }, patient);

test('they say how many words were copied, without the focus, and hide', async () => {
  const said = await caption(0);
  const notice = appearance(captions, texts.copiedWords(wordCount(said)));
  await pressKeys(desk.display, 'ctrl+alt+c');
  await notice;
  expect(String(await readClipboard(desk.display, 'UTF8_STRING'))).toBe(said);
  expect((await focusedWindow(desk.display)).active).toBe(otherProgram.wid);
  await captionsAreHidden();
  await captions.getByText(messages.status.off).waitFor({ state: 'attached' });
  expect(String(await readClipboard(desk.display, 'UTF8_STRING'))).toBe(said);
});

test('undo restores every format that was on the clipboard', async () => {
  const before = await clipboard();
  expect(before.every((content) => content !== undefined)).toBe(true);
  await caption(1);
  const undone = pressAtOnce(texts.undoCopy);
  await pressKeys(desk.display, 'ctrl+alt+c');
  await undone;
  await vi.waitFor(async () => expect(await clipboard()).toEqual(before), patient);
  await captionsAreHidden();
  expect((await focusedWindow(desk.display)).active).toBe(otherProgram.wid);
});

test.each([
  ['an open', 2],
  ['a new', 3],
])('the transcript is opened in %s panel', async (which, index) => {
  if (which === 'a new') {
    const panels = await listWindows(desk.display);
    const panel = panels.find(({ title }) => title === 'CaptionKey');
    if (panel !== undefined) await closeWindow(desk.display, panel);
  }
  const said = await caption(index);
  const opened = pressAtOnce(texts.openTranscript);
  await captions.getByRole('button', { name: texts.stop, exact: true }).click();
  await opened;
  await vi.waitFor(async () => {
    const panel = await app.page('CaptionKey');
    const whole = panel.getByRole('group', { name: messages.history.captions });
    expect(await whole.innerText()).toContain(said);
    const openers = panel.getByRole('button', { name: messages.history.showWhole });
    expect(await openers.first().getAttribute('aria-expanded')).toBe('true');
  }, patient);
});
