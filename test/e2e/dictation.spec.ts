import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { tuning } from '../../electron/core/tuning.ts';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import {
  focusedWindow,
  openFocusedWindow,
  waitForFocusedWindow,
} from '../../tools/desktop-harness/windows.ts';
import type { App, LaunchOptions } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/*
 * The main job: a key that is held on a real keyboard, speech in a virtual microphone, a release; the
 * words are in the program that has the focus.
 */
let desk: Desk;
let app: App;
let captions: Page;
let target: TextTarget;
/** One sentence, for what does not take them all. */
let clip: Clip;
let folder: string;
/** The window of the target. */
let wid: number;

const text = sentences.join(' ');
const settings = { keepConnectedSeconds: 20, recordingRetention: 'forever' };

beforeAll(async () => {
  desk = await startDesk();
  folder = await mkdtemp(join(tmpdir(), 'captionkey-clips-'));
  clip = cutClip(folder, 3);
});
afterEach(async () => {
  await target.stop();
  await desk.stopApps();
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true });
});

async function open(options: LaunchOptions = {}): Promise<void> {
  const files = { 'settings.json': JSON.stringify(settings) };
  app = await desk.launch({ args: ['--stop'], files, ...options });
  captions = await app.page('CaptionKey captions');
  // A modifier by itself is not grabbed, and is not waited for.
  if (options.files === undefined) await app.hears();
  // A panel that opens takes the focus, which the target is to have.
  if (options.args?.length === 0) await waitForFocusedWindow(desk.display, 'CaptionKey');
  target = await startProgram(desk.display, 'gtk_entry');
  wid = (await focusedWindow(desk.display)).active;
}

const status = async (): Promise<string> => captions.getByRole('status').innerText();

/** Holds the dictation key while that is spoken. */
async function dictate(path: string): Promise<void> {
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  await desk.say(path);
  await held.release();
}

test('a key is held, something said, the key released: the words are where the cursor is', async () => {
  await open();
  await dictate(recordingPath);
  await vi.waitFor(async () => expect(await target.text()).toBe(text), patient);
  await vi.waitFor(async () => expect(await status()).toBe('Inserted'), patient);
});

test('a tap starts and the next ends it, and the next text follows the first', async () => {
  await open();
  for (let count = 0; count < 2; count++) {
    await pressKeys(desk.display, 'ctrl+alt+space');
    await captions.getByText('Listening').waitFor();
    await desk.say(clip.path);
    await pressKeys(desk.display, 'ctrl+alt+space');
    const expected = Array.from({ length: count + 1 }, () => clip.text).join(' ');
    await vi.waitFor(async () => expect(await target.text()).toBe(expected), patient);
  }
});

test('beside captions: both texts are right, and captions go on', async () => {
  await open({ args: ['--captions'] });
  await captions.getByText('Listening').waitFor();
  await desk.say(clip.path);
  await dictate(clip.path);
  await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
  const shown = (await captions.getByRole('log').innerText()).replaceAll(/\s+/g, ' ').trim();
  expect(shown.endsWith(`${clip.text} ${clip.text}`)).toBe(true);
  const clipboard = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await vi.waitFor(async () => expect(await clipboard()).toBe(''), patient);
});

test('where the focus has moved, the text is held and nothing is typed', async () => {
  await open();
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  await desk.say(clip.path);
  const other = await openFocusedWindow(desk.display);
  const before = other.keyPresses();
  await held.release();
  await vi.waitFor(async () => expect(await status()).toMatch(/focus|window/i), patient);
  expect(other.keyPresses()).toBe(before);
  expect(await target.text()).toBe('');
  other.stop();
});

test('where the focus has come back before the release, the text is inserted', async () => {
  await open();
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  const other = await openFocusedWindow(desk.display);
  await desk.say(clip.path);
  other.stop();
  await vi.waitFor(
    async () => expect((await focusedWindow(desk.display)).active).toBe(wid),
    patient,
  );
  await held.release();
  await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
  expect(other.keyPresses()).toBe(0);
});

test('where the window was closed, the text is held, and the window below gets nothing', async () => {
  const below = await openFocusedWindow(desk.display);
  await open();
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  await desk.say(clip.path);
  await target.stop();
  await vi.waitFor(
    async () => expect((await focusedWindow(desk.display)).active).toBe(below.wid),
    patient,
  );
  const before = below.keyPresses();
  await held.release();
  await vi.waitFor(async () => expect(await status()).toMatch(/focus|window/i), patient);
  expect(below.keyPresses()).toBe(before);
  below.stop();
});

test('Escape cancels, and the text can be inserted after all', async () => {
  await open();
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  await desk.say(clip.path);
  await pressKeys(desk.display, 'Escape');
  await held.release();
  const undo = captions.getByRole('button', { name: 'Insert it after all' });
  await undo.waitFor();
  expect(await target.text()).toBe('');
  await undo.click();
  await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
});

test('a shortcut with the dictation key is none of ours, and leaves nothing behind', async () => {
  const held = { ...settings, dictationHotkey: 'RightControl' };
  await open({ args: [], files: { 'settings.json': JSON.stringify(held) } });
  const control = await desk.holdKeys('Control_R');
  await pressKeys(desk.display, 'a');
  await control.release();
  const panel = await app.page('CaptionKey');
  await panel.getByRole('button', { name: 'History' }).click();
  await vi.waitFor(async () => expect(await status()).toBe('Captions are off'), patient);
  await panel.getByText(/^Nothing was dictated yet/).waitFor();
  expect(await target.text()).toBe('');
});

test('the panel says that the microphone is open for the pre-roll, until it is switched off', async () => {
  const rolling = { ...settings, preRoll: true };
  await open({ args: [], files: { 'settings.json': JSON.stringify(rolling) } });
  const panel = await app.page('CaptionKey');
  const told = panel.getByText(/^The microphone is open for the pre-roll/);
  await told.waitFor();
  await panel.getByRole('button', { name: 'Delivery' }).click();
  await panel.getByLabel('Pre-roll').click();
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await told.waitFor({ state: 'detached' });
});

test('where nothing is said, nothing is inserted and nothing is told', async () => {
  await open();
  const held = await desk.holdKeys('ctrl+alt+space');
  await captions.getByText('Listening').waitFor();
  // Anything shorter would be a tap.
  await sleep(2 * tuning.tapMs);
  await held.release();
  await vi.waitFor(async () => expect(await status()).toBe('Captions are off'), patient);
  expect(await target.text()).toBe('');
});
