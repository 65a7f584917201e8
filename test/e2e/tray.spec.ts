import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Menu, Tray } from 'electron';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import { waitForWindow } from '../../tools/desktop-harness/windows.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/* The tray, which shows the app while no window is open. Most tests share one app. */
declare const recordedTray: { tray: Tray; image: string; toolTip: string; menu: Menu };

let desk: Desk;
let app: App;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const open = async (variables: Record<string, string> = {}) => {
  // The file that starts it at login is in the home folder of the test.
  const env = { XDG_CONFIG_HOME: undefined, ...variables };
  const modules = [join(import.meta.dirname, '../support/record-tray.cjs')];
  const files = { 'settings.json': JSON.stringify({ keepConnectedSeconds: 0 }) };
  app = await desk.launch({ env, modules, files, args: ['--hidden'] });
  await app.page('CaptionKey captions');
};

/** The image, the tip, and the menu with what cannot be pressed in brackets. */
const shown = async () => {
  const { image, toolTip, items } = await app.electron.evaluate(() => ({
    image: recordedTray.image,
    toolTip: recordedTray.toolTip,
    items: recordedTray.menu.items.map(({ type, label, enabled }) => ({ type, label, enabled })),
  }));
  const labels = items.flatMap(({ type, label, enabled }) => {
    if (type === 'separator') return [];
    return enabled ? label : `[${label}]`;
  });
  return { image: basename(image), toolTip, labels };
};

const says = (labels: string[]) =>
  vi.waitFor(
    async () => expect((await shown()).labels).toEqual(expect.arrayContaining(labels)),
    patient,
  );

const choose = (label: string) =>
  app.electron.evaluate((_electron, wanted) => {
    const items = recordedTray.menu.items.flatMap((item) => [
      item,
      ...(item.type === 'submenu' ? (item.submenu?.items ?? []) : []),
    ]);
    items.find((item) => item.label === wanted)?.click();
  }, label);

/** The options of the submenus that are chosen. */
const chosen = () =>
  app.electron.evaluate(() =>
    recordedTray.menu.items.flatMap((item) =>
      (item.type === 'submenu' ? (item.submenu?.items ?? []) : [])
        .filter(({ checked }) => checked)
        .map(({ label }) => label),
    ),
  );

describe('in one run', () => {
  beforeAll(() => open());
  afterAll(() => desk.stopApps());

  const isThereNoPanel = () =>
    vi.waitFor(async () => {
      const titles = await app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.getTitle()),
      );
      expect(titles.sort()).toEqual(['CaptionKey captions', 'CaptionKey dictation']);
    }, patient);

  test('a hidden start opens no panel', async () => {
    await says(['[Not listening]']);
    await isThereNoPanel();
  });

  test('the tray lets clicks through the captions, and makes them clickable again', async () => {
    await says(['Click through captions']);
    await choose('Click through captions');
    await says(['Make captions clickable']);
    await choose('Make captions clickable');
    await says(['Click through captions']);
  });

  test('microphone, what captions hear, the languages and the start at login are chosen, and the panel opens with the history', async () => {
    await vi.waitFor(
      async () =>
        expect(await chosen()).toEqual([
          ...['System default (Virtual_microphone)', 'Microphone', 'Automatic'],
        ]),
      patient,
    );
    await choose('Virtual_microphone');
    await choose('Computer sound');
    await choose('Prefer Spanish');
    await vi.waitFor(
      async () =>
        expect(await chosen()).toEqual([
          ...['Virtual_microphone', 'Computer sound', 'Prefer Spanish'],
        ]),
      patient,
    );
    const settings: unknown = JSON.parse(
      await readFile(join(app.userData, 'settings.json'), 'utf8'),
    );
    expect(settings).toMatchObject({
      microphone: { name: 'Virtual_microphone' },
      captionsSource: 'computer',
      languageCodes: ['es'],
    });
    const autostart = join(app.home, '.config/autostart/captionkey.desktop');
    await choose('Start at login');
    await vi.waitFor(
      async () => expect(await readFile(autostart, 'utf8')).toContain('--hidden'),
      patient,
    );
    await choose('Start at login');
    await vi.waitFor(() => expect(existsSync(autostart)).toBe(false), patient);
    await choose('History');
    const panel = await app.page('CaptionKey');
    onTestFinished(() => panel.close());
    await panel.getByText(/^Nothing yet/).waitFor();
    await openPage(panel, 'dictionary');
    await choose('History');
    await panel.getByText(/^Nothing yet/).waitFor();
    await openPage(panel, 'home');
    await panel.getByLabel('Language of the app').selectOption('Deutsch');
    await panel.getByText('Letzte Diktate').waitFor();
    await says(['[Hört nicht zu]', 'Diktieren', 'Verlauf', 'Einstellungen']);
    const captions = await app.page('CaptionKey captions');
    await captions.getByText('Untertitel sind aus').waitFor({ state: 'attached' });
    const pill = await app.page('CaptionKey dictation');
    await pill.getByText('CaptionKey-Diktat').waitFor({ state: 'attached' });
    expect(await pill.evaluate('document.documentElement.lang')).toBe('de');
    await panel.getByLabel('Sprache der App').selectOption('English');
    await says(['[Not listening]', 'History']);
  });

  test('the tray starts dictations, shows what is on and the usage, and inserts the text again', async () => {
    const target = await startProgram(desk.display, 'gtk_entry');
    await says(['[Not listening]', '[Insert last dictation]', '[Today: nothing yet]']);
    await choose('Dictate');
    await says(['[Dictating]', 'Stop dictating', 'Start captions']);
    expect(await shown()).toMatchObject({ toolTip: 'CaptionKey: Dictating' });
    expect((await shown()).image).toMatch(/^listening/);
    await desk.say(writeSentence(0, join(app.home, 'spoken.wav')));
    await choose('Stop dictating');
    const text = sentences[0] ?? '';
    await vi.waitFor(async () => expect(await target.text()).toBe(text), patient);
    await says(['[Not listening]', 'Insert last dictation']);
    expect((await shown()).image).toMatch(/^idle/);
    await vi.waitFor(async () => {
      const { labels } = await shown();
      expect(labels.find((label) => label.startsWith('[Today'))).toMatch(
        /: [1-9]\d? s, with [1-9]\d? s of/,
      );
    }, patient);
    await choose('Insert last dictation');
    await vi.waitFor(async () => expect(await target.text()).toBe(`${text} ${text}`), patient);
    await target.stop();
  });

  test('the tray opens the panel, the app goes on without it, and the tray ends the app', async () => {
    for (const press of [
      () => choose('Settings'),
      () => app.electron.evaluate(() => void recordedTray.tray.emit('click')),
    ]) {
      await press();
      const panel = await app.page('CaptionKey');
      // Nobody closes what is not shown yet.
      await waitForWindow(desk.display, 'CaptionKey');
      await panel.close();
      await isThereNoPanel();
      await says(['[Not listening]']);
    }
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    await choose('Quit').catch(() => undefined);
    expect(await ended).toBe(0);
  });
});

test('captions are turned on and off, in the language of the system', async () => {
  onTestFinished(() => desk.stopApps());
  await open({ LANGUAGE: 'de_AT:en' });
  await choose('Untertitel starten');
  await says(['[Untertitel sind an]', 'Untertitel beenden', 'Diktieren']);
  await choose('Untertitel beenden');
  await says(['[Hört nicht zu]', 'Untertitel starten']);
});

const { isStandIn } = findRuntime();

/** On Linux, Electron does not tell where the desktop shows it, nor whether it does. */
test.skipIf(isStandIn || process.platform === 'linux')(
  'it has a place on the screen @real-electron',
  async () => {
    onTestFinished(() => desk.stopApps());
    await open();
    const { width, height } = await app.electron.evaluate(() => recordedTray.tray.getBounds());
    expect(Math.min(width, height)).toBeGreaterThan(0);
  },
);
