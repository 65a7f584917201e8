import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import type { Page } from 'playwright';
import { tuning } from '../../electron/core/tuning.ts';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { holdButton, openClickTarget, pressButton } from '../../tools/desktop-harness/pointer.ts';
import { startProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import {
  focusedWindow,
  focusWindow,
  listWindows,
  openFocusedWindow,
  waitForFocusedWindow,
  waitForWindow,
} from '../../tools/desktop-harness/windows.ts';
import type { App } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';
import { appearance, openPage, wordsShown } from '../support/pages.ts';

/*
 * The main job: a key is held on a real keyboard, someone speaks into a virtual microphone, and the key
 * is released. The words are in the program that has the focus. Tests that need the same start share an app.
 */
let desk: Desk;
let app: App;
let pill: Page;
let target: TextTarget;
/** One sentence, for tests that need no more. */
let clip: Clip;
let folder: string;
const pillTitle = 'CaptionKey dictation';
/** The window of the target. */
let wid: number;

const text = sentences.join(' ');
const settings = { keepConnectedSeconds: 20, recordingRetention: 'forever' };

beforeAll(async () => {
  desk = await startDesk();
  folder = await mkdtemp(join(tmpdir(), 'captionkey-clips-'));
  clip = cutClip(folder, 3);
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true });
});

async function launch(args: string[], changed: object = {}): Promise<void> {
  const files = { 'settings.json': JSON.stringify({ ...settings, ...changed }) };
  app = await desk.launch({ args, files });
  pill = await app.page('CaptionKey dictation');
}

/** Opens the program for the words, which gets the focus. */
async function openTarget(): Promise<void> {
  target = await startProgram(desk.display, 'gtk_entry');
  wid = (await focusedWindow(desk.display)).active;
}

const status = async (): Promise<string> => pill.getByRole('status').innerText();

/** The pill and its window are gone. */
async function isOver(): Promise<void> {
  await pill.getByRole('status').waitFor({ state: 'detached' });
  await vi.waitFor(async () => expect(await shownTitles()).not.toContain(pillTitle), patient);
}

const shownTitles = async (): Promise<string[]> =>
  (await listWindows(desk.display)).map(({ title }) => title);

/** Holds the dictation key while that is spoken. */
async function dictate(path: string): Promise<void> {
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(path);
  await held.release();
}

describe('in one run', () => {
  let captions: Page;

  beforeAll(async () => {
    await launch(['--stop']);
    captions = await app.page('CaptionKey captions');
    await app.hears();
  });
  beforeEach(async () => {
    await openTarget();
    // X may give this window the number of the one before, whose text would be continued without a key press.
    await pressKeys(desk.display, 'End');
  });
  afterEach(async () => {
    await desk.releaseKeys();
    await target.stop();
  });
  afterAll(() => desk.stopApps());

  test('words that are spoken while the key is held are inserted at the cursor, and no captions appear', async () => {
    const held = await desk.holdKeys('ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
    // In the middle of the lower edge, 32 pixels above it, whatever size it has.
    await vi.waitFor(async () => {
      const { x, y, width, height } = await waitForWindow(desk.display, pillTitle);
      expect([x + width / 2, y + height]).toEqual([640, 768]);
    }, patient);
    expect(await shownTitles()).not.toContain('CaptionKey captions');
    expect((await focusedWindow(desk.display)).active).toBe(wid);
    await desk.say(recordingPath);
    const inserted = appearance(pill, 'Inserted');
    await held.release();
    await vi.waitFor(async () => expect(await target.text()).toBe(text), patient);
    await inserted;
  });

  test('a tap starts a dictation and the next one ends it, and the next text continues the first', async () => {
    for (let count = 0; count < 2; count++) {
      await pressKeys(desk.display, 'ctrl+alt+space');
      await pill.getByText('Listening').waitFor();
      await desk.say(clip.path);
      await pressKeys(desk.display, 'ctrl+alt+space');
      const expected = Array.from({ length: count + 1 }, () => clip.text).join(' ');
      await vi.waitFor(async () => expect(await target.text()).toBe(expected), patient);
    }
  });

  test('after a change of the focus the text is held and nothing is typed', async () => {
    const held = await desk.holdKeys('ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
    await desk.say(clip.path);
    const other = await openFocusedWindow(desk.display);
    const before = other.keyPresses();
    await held.release();
    await vi.waitFor(async () => expect(await status()).toMatch(/focus|window/i), patient);
    expect(other.keyPresses()).toBe(before);
    expect(await target.text()).toBe('');
    other.stop();
    await vi.waitFor(
      async () => expect((await focusedWindow(desk.display)).active).toBe(wid),
      patient,
    );
    await pill.getByRole('button', { name: 'Insert here' }).click();
    await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
  });

  test('the text is inserted if the focus has come back before the release', async () => {
    const held = await desk.holdKeys('ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
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

  test('after the window is closed the text is held, and the window below gets nothing', async () => {
    const below = await openFocusedWindow(desk.display);
    await focusWindow(desk.display, wid);
    const held = await desk.holdKeys('ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
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

  test('Escape cancels, and the text can still be inserted', async () => {
    const held = await desk.holdKeys('ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
    await desk.say(clip.path);
    await pressKeys(desk.display, 'Escape');
    await held.release();
    const undo = pill.getByRole('button', { name: 'Insert anyway' });
    await undo.waitFor();
    expect(await target.text()).toBe('');
    await undo.click();
    await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
  });

  test('a silent dictation inserts and reports nothing', async () => {
    const held = await desk.holdKeys('ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
    // Anything shorter would be a tap.
    await sleep(2 * tuning.tapMs);
    await held.release();
    await isOver();
    expect(await target.text()).toBe('');
  });

  test('a dictation beside captions leaves both texts right, and captions go on', async () => {
    const clipboard = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
    await app.electron.evaluate(({ clipboard }) => clipboard.writeText(''));
    await captions.evaluate("window.captionkey.request('listening:do', 'start')");
    await captions.getByText('Listening').waitFor();
    await desk.say(clip.path);
    await dictate(clip.path);
    await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
    const shown = await wordsShown(captions);
    expect(shown.endsWith(`${clip.text} ${clip.text}`)).toBe(true);
    await vi.waitFor(async () => expect(await clipboard()).toBe(''), patient);
  });
});

describe('started for one test', () => {
  afterEach(async () => {
    await target.stop();
    await desk.stopApps();
  });

  test('another shortcut with the dictation key starts nothing and leaves nothing', async () => {
    await launch([], { dictationHotkey: 'RightControl' });
    // An opening panel takes the focus, which the target needs.
    await waitForFocusedWindow(desk.display, 'CaptionKey');
    await openTarget();
    const control = await desk.holdKeys('Control_R');
    await pressKeys(desk.display, 'a');
    await control.release();
    const panel = await app.page('CaptionKey');
    await openPage(panel, 'history');
    await isOver();
    await panel.getByText(/^Nothing yet/).waitFor();
    expect(await target.text()).toBe('');
  });

  test('a button of the mouse is held or tapped, and the window below gets no click', async () => {
    await launch(['--stop'], { dictationHotkey: 'MouseBack' });
    const log = (): Promise<string> => readFile(join(app.userData, 'logs/main.log'), 'utf8');
    await vi.waitFor(async () => expect(await log()).toContain('hotkeys-ready'), patient);
    await openTarget();
    const below = await openClickTarget(desk.display);
    onTestFinished(() => below.stop());
    const held = await holdButton(desk.display, 'back');
    await pill.getByText('Listening').waitFor();
    await desk.say(clip.path);
    await held.release();
    await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
    await pressButton(desk.display, 'back');
    await pill.getByText('Listening').waitFor();
    await desk.say(clip.path);
    await pressButton(desk.display, 'back');
    // The press is no other input, so the second text continues the first.
    const both = `${clip.text} ${clip.text}`;
    await vi.waitFor(async () => expect(await target.text()).toBe(both), patient);
    expect(below.pressed).toEqual([]);
  });

  test('the panel says that the microphone is open for the pre-roll, until it is switched off', async () => {
    await launch([], { preRoll: true });
    const panel = await app.page('CaptionKey');
    const notice = panel.getByText(/^The microphone is open for the pre-roll/);
    await notice.waitFor();
    await openPage(panel, 'privacy');
    await panel.getByLabel('Pre-roll').click();
    await openPage(panel, 'home');
    await notice.waitFor({ state: 'detached' });
  });
});
