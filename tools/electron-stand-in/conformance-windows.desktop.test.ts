import type { ElectronApplication } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { VirtualDisplay } from '../desktop-harness/display.ts';
import { clickPointer, movePointer } from '../desktop-harness/pointer.ts';
import {
  closeWindow,
  focusedWindow,
  listWindows,
  unmanagedOnScreen,
  waitForWindow,
  type FocusedWindow,
} from '../desktop-harness/windows.ts';
import { withX } from '../desktop-harness/x11/connection.ts';
import { startConformanceApp, type ConformanceApp, type Seen } from './conformance.fixture.ts';
import { patient } from '../../test/support/patient.ts';

/* What the app needs from windows. */
declare const seen: Seen;
declare const floating: Electron.BrowserWindow;
declare const panel: Electron.BrowserWindow;
declare const openPanel: (show: boolean) => Promise<void>;

let app: ElectronApplication;
let screen: VirtualDisplay;
let other: FocusedWindow;
let stop: ConformanceApp['stop'];

beforeAll(async () => {
  ({ app, screen, other, stop } = await startConformanceApp());
});
afterAll(() => stop());

test('a window that is not focusable is shown on top and does not take the focus', async () => {
  const shown = await waitForWindow(screen.display, 'Floating');
  expect(shown).toMatchObject({ x: 100, y: 300, width: 500, height: 100 });
  expect(shown.states).toEqual(expect.arrayContaining(['ABOVE', 'SKIP_TASKBAR']));
  await app.evaluate(() => {
    floating.hide();
    floating.setBounds({ x: 200, y: 400 });
    floating.show();
    floating.focus();
  });
  await vi.waitFor(
    async () =>
      expect(await waitForWindow(screen.display, 'Floating')).toMatchObject({ x: 200, y: 400 }),
    patient,
  );
  expect(await focusedWindow(screen.display)).toEqual({ active: other.wid, input: other.wid });
  expect(other.focusLosses()).toBe(0);
  expect(await app.evaluate(() => floating.isFocused())).toBe(false);
});

test('a window names the process of main as its own', async () => {
  const { wid } = await waitForWindow(screen.display, 'Floating');
  const named = await withX(screen.display, (connection) =>
    connection.cardinals(wid, '_NET_WM_PID'),
  );
  expect(named).toEqual([await app.evaluate(() => process.pid)]);
});

test('a window that ignores the mouse lets clicks through, also after it was hidden', async () => {
  const over = { x: 100, y: 60, width: 300, height: 100 };
  const before = await app.evaluate(() => floating.getBounds());
  await app.evaluate((_electron, bounds) => {
    floating.setBounds(bounds);
    floating.setIgnoreMouseEvents(true);
    floating.hide();
    floating.showInactive();
  }, over);
  await movePointer(screen.display, { x: 200, y: 100 });
  await vi.waitFor(async () => {
    expect(await waitForWindow(screen.display, 'Floating')).toMatchObject(over);
    await clickPointer(screen.display);
    expect(other.clicks()).toBeGreaterThan(0);
  }, patient);
  await app.evaluate((_electron, bounds) => {
    floating.setIgnoreMouseEvents(false);
    floating.setBounds(bounds);
  }, before);
});

test('a hidden window opens invisibly, and show gives it the focus', async () => {
  await app.evaluate(() => openPanel(false));
  expect((await listWindows(screen.display)).map(({ title }) => title)).not.toContain('Panel');
  await app.evaluate(() => panel.setBounds({ x: 10, y: 10 }));
  await app.evaluate(() => panel.webContents.executeJavaScript('1'));
  expect(await unmanagedOnScreen(screen.display)).toBe(0);
  expect(other.focusLosses()).toBe(0);
  await app.evaluate(() => panel.show());
  const { wid } = await waitForWindow(screen.display, 'Panel');
  await vi.waitFor(
    async () => expect((await focusedWindow(screen.display)).active).toBe(wid),
    patient,
  );
  await vi.waitFor(
    async () => expect(await app.evaluate(() => panel.isFocused())).toBe(true),
    patient,
  );
});

test('a window emits close, and stays if the app prevents the default', async () => {
  const stays = await app.evaluate(() => {
    seen.keepsOpen = true;
    panel.close();
    seen.keepsOpen = false;
    return !panel.isDestroyed();
  });
  expect(stays).toBe(true);
  await app.evaluate(() => panel.close());
  expect(await app.evaluate(() => [panel.isDestroyed(), seen.closes])).toEqual([true, 2]);
  await vi.waitFor(async () => {
    const titles = (await listWindows(screen.display)).map(({ title }) => title);
    expect(titles).not.toContain('Panel');
  }, patient);
});

test('a window that the window manager closes emits close, and the app may hide it instead', async () => {
  const isShown = async (): Promise<boolean> =>
    (await listWindows(screen.display)).some(({ title }) => title === 'Floating');
  const shown = await waitForWindow(screen.display, 'Floating');
  await app.evaluate(() => {
    floating.once('close', (event) => {
      event.preventDefault();
      floating.hide();
    });
  });
  await closeWindow(screen.display, shown);
  await vi.waitFor(async () => expect(await isShown()).toBe(false), patient);
  expect(await app.evaluate(() => [floating.isDestroyed(), floating.isVisible()])).toEqual([
    false,
    false,
  ]);
  await app.evaluate(() => floating.showInactive());
  await closeWindow(screen.display, await waitForWindow(screen.display, 'Floating'));
  await vi.waitFor(
    async () => expect(await app.evaluate(() => floating.isDestroyed())).toBe(true),
    patient,
  );
  await vi.waitFor(async () => expect(await isShown()).toBe(false), patient);
});

test('a display that changes its size emits an event with the new size', async () => {
  const changed = app.evaluate(
    ({ screen: displays }) =>
      new Promise<Electron.Rectangle>((resolve) =>
        displays.on('display-metrics-changed', (_event, { bounds }) => {
          if (bounds.width === 800) resolve(bounds);
        }),
      ),
  );
  await app.evaluate(() => undefined);
  await screen.resize({ width: 800, height: 600 });
  expect(await changed).toEqual({ x: 0, y: 0, width: 800, height: 600 });
  await screen.resize({ width: 1024, height: 768 });
});

test('a point of the screen is the same in pages, on a display that is not scaled', async () => {
  const point = { x: 300, y: 200 };
  expect(
    await app.evaluate(({ screen: displays }, at) => displays.screenToDipPoint(at), point),
  ).toEqual(point);
});
