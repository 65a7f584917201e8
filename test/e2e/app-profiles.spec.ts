import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startProgram, startXterm } from '../../tools/desktop-harness/targets.ts';
import { waitForFocusedWindow } from '../../tools/desktop-harness/windows.ts';
import type { App } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { appearance, openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/*
 * Two programs, one with a profile: its own language, and Enter after the text. The GTK entry empties itself at
 * each Enter, as a chat does; xterm would show it as a line end.
 */
let desk: Desk;
let app: App;
let pill: Page;
let clip: Clip;
const running: { stop: () => Promise<void> }[] = [];

const profile = { app: 'gtk-entry', language: 'de', keyterms: ['Röde'], pressEnter: true };

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
  await desk.stopApps();
});
afterAll(() => desk.stop());

async function launch(settings: object, args = ['--stop']): Promise<void> {
  app = await desk.launch({ args, files: { 'settings.json': JSON.stringify(settings) } });
  pill = await app.page('CaptionKey dictation');
  clip = cutClip(app.home, 3);
  await app.hears();
}

async function startEntry() {
  const entry = await startProgram(desk.display, 'gtk_entry');
  running.push(entry);
  return entry;
}

async function startTerminal() {
  const terminal = await startXterm(desk.display);
  running.push(terminal);
  return terminal;
}

/** Dictates a sentence into the program in front, and returns it once it is inserted. */
async function dictate(): Promise<string> {
  const { text, path } = clip;
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(path);
  const inserted = appearance(pill, 'Inserted');
  await held.release();
  await inserted;
  return text;
}

/** What the sessions since a number of them were asked for. */
const asked = (from: number) =>
  desk.service.sessions
    .slice(from)
    .map((query) => [query.get('language_codes'), query.get('keyterms_prompt')]);

const ofProfile = ['["de"]', '["Röde"]'];

test('a program with a profile has its language and Enter, and another program has neither', async () => {
  const before = desk.service.sessions.length;
  await launch({ appProfiles: [profile] });
  const entry = await startEntry();
  const text = await dictate();
  await vi.waitFor(() => expect(entry.texts).toEqual([text, '']), patient);
  const terminal = await startTerminal();
  await dictate();
  await vi.waitFor(async () => expect(await terminal.text()).toBe(text), patient);
  expect(asked(before)).toEqual([ofProfile, [null, null]]);
  await waitForFocusedWindow(desk.display, 'GTK entry');
  await dictate();
  await vi.waitFor(() => expect(entry.texts).toEqual([text, '', text, '']), patient);
  expect(asked(before)).toEqual([ofProfile, [null, null], ofProfile]);
  expect(await terminal.text()).toBe(text);
});

test('while captions run, a dictation shares their session, and Enter still follows its text', async () => {
  const before = desk.service.sessions.length;
  await launch({ appProfiles: [profile] });
  const captions = await app.page('CaptionKey captions');
  await pressKeys(desk.display, 'ctrl+alt+c');
  await captions.getByText('Listening').waitFor();
  const entry = await startEntry();
  const text = await dictate();
  await vi.waitFor(() => expect(entry.texts).toEqual([text, '']), patient);
  expect(asked(before)).toEqual([[null, null]]);
  expect(desk.service.updates).toEqual([]);
});

test('a profile that is added in the panel for an app of the history counts from the next dictation on', async () => {
  await launch({}, []);
  const panel = await app.page('CaptionKey');
  const terminal = await startTerminal();
  const text = await dictate();
  await openPage(panel, 'dictation');
  const section = panel.getByRole('region', { name: 'App profiles' });
  await section.locator('datalist option[value="XTerm"]').waitFor({ state: 'attached' });
  await section.getByLabel('Name of the app').fill('xterm');
  await section.getByRole('button', { name: 'Add' }).click();
  await section.getByLabel('Press Enter after the text').check();
  await section.getByLabel('Continue the text before').uncheck();
  await waitForFocusedWindow(desk.display, 'xterm');
  await dictate();
  await vi.waitFor(async () => expect(await terminal.text()).toBe(`${text}${text}\r`), patient);
});
