import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { clickPointer, movePointer } from '../../tools/desktop-harness/pointer.ts';
import {
  closeWindow,
  goToWorkspace,
  listWindows,
  moveWindow,
  openFocusedWindow,
  viewableTitles,
  type DesktopWindow,
} from '../../tools/desktop-harness/windows.ts';
import type { App } from '../support/app.ts';
import { captionsAreAt, shownCaptions } from '../support/captions-window.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/* The place of the captions: bottom centre, until the person moves them. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const captions = (): Promise<DesktopWindow> => shownCaptions(desk.display);

const areAt = (place: { x: number; y: number; height?: number }): Promise<void> =>
  captionsAreAt(desk.display, place);

declare const timesShown: { count: number };

/**
 * Counts how often the captions are shown from now on, because they hide when nothing is said: who
 * looks late sees nothing.
 * @returns resolves once they were shown again since the last call
 */
async function countShown({ electron }: App): Promise<() => Promise<void>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(
      (known) => known.getTitle() === 'CaptionKey captions',
    );
    const shown = { count: 0 };
    Object.assign(globalThis, { timesShown: shown });
    window?.on('show', () => (shown.count += 1));
  });
  let seen = 0;
  return async () => {
    await vi.waitFor(async () => {
      const count = await electron.evaluate(() => timesShown.count);
      expect(count).toBeGreaterThan(seen);
      seen = count;
    }, patient);
  };
}

/** Closes the captions as a key of the window manager does, where they have not hidden already. */
async function closeCaptions(): Promise<void> {
  await vi.waitFor(async () => {
    const shown = await listWindows(desk.display);
    const window = shown.find(({ title }) => title === 'CaptionKey captions');
    if (window !== undefined) await closeWindow(desk.display, window);
    expect(window).toBeUndefined();
  }, patient);
}

describe('in one run', () => {
  let app: App;
  let panel: Page;
  let page: Page;

  beforeAll(async () => {
    const settings = { captionsWidth: 600, keepConnectedSeconds: 0 };
    app = await desk.launch({ files: { 'settings.json': JSON.stringify(settings) } });
    panel = await app.page('CaptionKey');
    page = await app.page('CaptionKey captions');
  });
  afterAll(() => desk.stopApps());

  const request = (command: 'start' | 'stop'): Promise<unknown> =>
    page.evaluate(`window.captionkey.request('listening:do', '${command}')`);

  /** The last test ends the app. */
  const stopsCaptions = (): void => {
    onTestFinished(async () => {
      await request('stop');
      await page.getByText('Captions are off').waitFor({ state: 'attached' });
    });
  };

  test('the app’s scheme serves the pages, and nothing outside their folder', async () => {
    const statusOf = (path: string): Promise<number> =>
      app.electron.evaluate(async ({ net }, url) => (await net.fetch(url)).status, `app://${path}`);
    expect(await statusOf('captionkey/captions/index.html')).toBe(200);
    for (const path of [
      'captionkey/../main/index.js',
      'captionkey/%2e%2e/main/index.js',
      'captionkey/..%2fmain%2findex.js',
      'captionkey/captions/..%2f..%2f..%2fpackage.json',
      'captionkey/%2fetc%2fpasswd',
      'captionkey/%',
      'elsewhere/captions/index.html',
    ])
      expect(await statusOf(path).catch(() => 'failed'), path).not.toBe(200);
  });

  test('captions are on every workspace, each time they are shown', async () => {
    onTestFinished(() => goToWorkspace(desk.display, 0));
    const seen = () => viewableTitles(desk.display);
    for (let round = 0; round < 2; round += 1) {
      await request('start');
      await page.getByText('Listening').waitFor();
      await vi.waitFor(async () => expect(await seen()).toContain('CaptionKey captions'), patient);
      await goToWorkspace(desk.display, 1);
      await vi.waitFor(async () => expect(await seen()).toEqual(['CaptionKey captions']), patient);
      await request('stop');
      await vi.waitFor(async () => expect(await seen()).toEqual([]), patient);
      await goToWorkspace(desk.display, 0);
    }
  });

  test('captions go to the chosen edge at once, and are free when they are dragged', async () => {
    stopsCaptions();
    await request('start');
    await areAt({ x: 340, y: 644 });
    await openPage(panel, 'captions');
    await panel.getByLabel('Top', { exact: true }).click();
    await areAt({ x: 340, y: 32 });
    await panel.getByLabel('Width', { exact: true }).fill('500');
    await panel.keyboard.press('Tab');
    await areAt({ x: 390, y: 32 });
    // Wider by its right edge, it is in the middle again.
    await moveWindow(desk.display, { ...(await captions()), width: 700 }, { x: 390, y: 32 });
    await areAt({ x: 290, y: 32 });
    await moveWindow(desk.display, await captions(), { x: 40, y: 60 });
    await vi.waitFor(
      async () =>
        expect(await panel.getByLabel('Where you drag them', { exact: true }).isChecked()).toBe(
          true,
        ),
      patient,
    );
    await areAt({ x: 40, y: 60 });
  });

  test('captions stay whole on a display that becomes smaller, and go back when it grows', async () => {
    stopsCaptions();
    await request('start');
    await openPage(panel, 'captions');
    await panel.getByLabel('Width', { exact: true }).fill('900');
    await panel.keyboard.press('Tab');
    await vi.waitFor(async () => expect(await captions()).toMatchObject({ width: 900 }), patient);
    await moveWindow(desk.display, await captions(), { x: 300, y: 600 });
    await areAt({ x: 300, y: 600 });
    const settings = join(app.userData, 'settings.json');
    await vi.waitFor(
      async () => expect(await readFile(settings, 'utf8')).toMatch(/"x": ?300,\s*"y": ?600/),
      patient,
    );
    onTestFinished(() => desk.resizeDisplay({ width: 1280, height: 800 }));
    await desk.resizeDisplay({ width: 800, height: 600 });
    await vi.waitFor(
      async () => expect(await captions()).toMatchObject({ x: 0, y: 476, width: 800 }),
      patient,
    );
    await desk.resizeDisplay({ width: 1280, height: 800 });
    await vi.waitFor(
      async () => expect(await captions()).toMatchObject({ x: 300, y: 600, width: 900 }),
      patient,
    );
  });

  test('captions that the window manager closes appear again with the next change', async () => {
    const before = desk.service.sessions.length;
    await app.hears('Control+Alt+C');
    await pressKeys(desk.display, 'ctrl+alt+c');
    await page.getByText('Listening').waitFor();
    const areShownOnceMore = await countShown(app);
    await closeCaptions();
    // The last words are worth a look.
    await pressKeys(desk.display, 'ctrl+alt+c');
    await areShownOnceMore();
    await page.getByText('Captions are off').waitFor();
    await closeCaptions();
    await pressKeys(desk.display, 'ctrl+alt+c');
    await areShownOnceMore();
    await captions();
    await page.getByText('Listening').waitFor();
    await vi.waitFor(() => expect(desk.service.sessions).toHaveLength(before + 2), patient);
    expect(await readFile(join(app.userData, 'logs/main.log'), 'utf8')).not.toContain(' error ');

    const ended = once(app.electron.process(), 'exit');
    await app.electron.evaluate(({ app: running }) => running.quit()).catch(() => undefined);
    expect(await ended).toEqual([0, null]);
  });
});

describe('started for one test', () => {
  afterEach(() => desk.stopApps());

  test('dragged captions stay in their place, also after a restart', async () => {
    const app = await desk.launch({ args: ['--captions'] });
    await areAt({ x: 190, y: 644 });
    // Zoomed, the window grows upwards around the larger words.
    await (await app.page('CaptionKey captions')).keyboard.press('Control+Equal');
    await areAt({ x: 190, y: 638, height: 130 });
    await moveWindow(desk.display, await captions(), { x: 40, y: 60 });
    const settings = join(app.userData, 'settings.json');
    await vi.waitFor(
      async () => expect(await readFile(settings, 'utf8')).toContain('captionsPositions'),
      patient,
    );
    const files = { 'settings.json': await readFile(settings, 'utf8') };
    await desk.stopApps();
    await desk.launch({ args: ['--captions'], files });
    await areAt({ x: 40, y: 60 });
  });

  test('clicks reach the window below while captions let the mouse through', async () => {
    const files = { 'settings.json': JSON.stringify({ captionsClickThrough: true }) };
    const app = await desk.launch({ args: ['--captions', '--hidden'], files });
    await areAt({ x: 190, y: 644 });
    const below = await openFocusedWindow(desk.display, {
      x: 150,
      y: 600,
      width: 1000,
      height: 190,
    });
    onTestFinished(() => below.stop());
    await movePointer(desk.display, { x: 400, y: 700 });
    await clickPointer(desk.display);
    await vi.waitFor(() => expect(below.clicks()).toBe(1), patient);

    await app.hears('Control+Alt+M');
    await pressKeys(desk.display, 'ctrl+alt+m');
    const page = await app.page('CaptionKey captions');
    await page.evaluate(
      "window.clicks = 0; addEventListener('mousedown', () => (window.clicks += 1))",
    );
    const taken = (): Promise<unknown> => page.evaluate('window.clicks');
    await vi.waitFor(async () => {
      await clickPointer(desk.display);
      expect(await taken()).not.toBe(0);
    }, patient);
    const [reached, before] = [below.clicks(), Number(await taken())];
    await clickPointer(desk.display);
    await vi.waitFor(async () => expect(await taken()).toBeGreaterThan(before), patient);
    expect(below.clicks()).toBe(reached);
  });
});
