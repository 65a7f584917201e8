import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { messages } from '#shared/messages/index.ts';
import { ok } from '#shared/result.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { appearance, openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { validKey } from '../support/service.ts';

/* The doctor in the panel, on a real X server. The tests share one app, whose panel the last one closes. */
const { section, shownStates, titles } = messages.doctor;

let desk: Desk;
let app: App;
let panel: Page;

beforeAll(async () => {
  desk = await startDesk();
  const files = { 'settings.json': JSON.stringify({ keepConnectedSeconds: 0 }) };
  app = await desk.launch({ env: { ASSEMBLYAI_API_KEY: validKey }, files });
  panel = await app.page('CaptionKey');
  await app.hears();
  await openPage(panel, 'hotkeys');
});
afterEach(async () => {
  await desk.releaseKeys();
  const pill = await app.page('CaptionKey dictation');
  await pill.evaluate("captionkey.request('listening:do', 'stop')");
  const { commands, sessions } = desk.service;
  await vi.waitFor(
    () => expect(commands.filter((sent) => sent === 'Terminate')).toHaveLength(sessions.length),
    patient,
  );
});
afterAll(() => desk.stop());

const run = () => panel.getByRole('button', { name: section.run });
const checks = () => panel.getByRole('list', { name: section.checks }).getByRole('listitem');
/** Clicks, and resolves with the text of each check at the end of this run. An earlier result may still be shown. */
async function linesOfRun({ clicks } = { clicks: 1 }): Promise<string[]> {
  const begun = appearance(panel, section.running);
  await run().click();
  // Playwright would wait for the end of the run.
  for (let more = 1; more < clicks; more += 1) await run().click({ force: true });
  await begun;
  await panel.getByRole('button', { name: section.copy }).waitFor();
  return checks().allInnerTexts();
}
const clipboard = () => app.electron.evaluate(({ clipboard: system }) => system.readText());
const windows = () =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );

test('each step has its result, and hotkeys, clipboard and focus are as before', async () => {
  await app.electron.evaluate(({ clipboard: system }) => system.writeText('An address'));
  const before = await windows();
  const lines = await linesOfRun({ clicks: 2 });
  expect(lines.filter((line) => !line.includes(shownStates.works))).toEqual([]);
  // The second click began no second run.
  expect(lines.filter((line) => line.includes(titles.desktop))).toHaveLength(1);
  expect(lines).toContainEqual(
    expect.stringMatching(new RegExp(`${titles['hotkey-press']}[^]*\\d+ ms`)),
  );
  expect(lines).toContainEqual(expect.stringMatching(new RegExp(`${titles.paste}[^]*\\d+ ms`)));

  expect(await clipboard()).toBe('An address');
  expect(await windows()).toEqual(before);
  expect(await panel.evaluate('document.hasFocus()')).toBe(true);
  expect(desk.service.sessions).toHaveLength(0);

  await panel.getByRole('button', { name: section.copy }).click();
  await vi.waitFor(
    async () => expect(await clipboard()).toContain('Pressing the dictation key'),
    patient,
  );
  expect(await clipboard()).toMatch(/^captionkey \d/);
  expect(await clipboard()).not.toContain(validKey);
  expect(await clipboard()).not.toContain('An address');

  const held = await desk.holdKeys('ctrl+alt+space');
  const pill = await app.page('CaptionKey dictation');
  await pill.getByText('Listening').waitFor();
  // The key of a dictation that runs is the person's.
  await run().click();
  await panel.getByText(messages.problems['check-after-dictation']({})).waitFor();
  await held.release();
});

test('captions that are on go on', async () => {
  const before = desk.service.sessions.length;
  await openPage(panel, 'home');
  await panel.getByRole('button', { name: 'Start captions' }).click();
  await vi.waitFor(() => expect(desk.service.sessions).toHaveLength(before + 1), patient);
  await openPage(panel, 'hotkeys');
  const lines = await linesOfRun();
  expect(lines.filter((line) => !line.includes(shownStates.works))).toEqual([]);
  await openPage(panel, 'home');
  await panel.getByRole('button', { name: 'Stop captions' }).waitFor();
  expect(desk.service.sessions).toHaveLength(before + 1);
});

test('closing the panel ends the check, and the dictation key is the person’s again', async () => {
  await openPage(panel, 'hotkeys');
  // With this modifier the key that the doctor presses is none of the app's, so it waits.
  const shift = await desk.holdKeys('Shift_L');
  await run().click();
  await checks()
    .filter({ hasText: titles['hotkey-press'] })
    .filter({ hasText: shownStates.running })
    .waitFor();
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle() === 'CaptionKey')
      ?.close(),
  );
  await vi.waitFor(async () => expect(await windows()).not.toContain('CaptionKey'), patient);

  const pill = await app.page('CaptionKey dictation');
  const current = () => pill.evaluate("window.captionkey.request('doctor:read')");
  await vi.waitFor(async () => expect(await current()).toEqual(ok({ phase: 'none' })), patient);
  expect(await windows()).not.toContain('CaptionKey doctor');
  expect(await windows()).not.toContain('CaptionKey');
  await shift.release();
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await held.release();
});
