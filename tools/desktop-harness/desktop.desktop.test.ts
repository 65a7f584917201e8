import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from './display.ts';
import { grabKeys, pressKeys } from './keyboard.ts';
import { saveScreenshot } from './screenshot.ts';
import { focusedWindow, listWindows, openFocusedWindow, waitForWindow } from './windows.ts';
import { patient } from '../../test/support/patient.ts';

let screen: VirtualDisplay;
beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
});
afterAll(() => screen.stop());

test('lists a window that takes the focus, with its title, position and size', async () => {
  const window = await openFocusedWindow(screen.display, { title: 'Über', x: 100, y: 80 });
  const shown = await waitForWindow(screen.display, 'Über');
  expect(shown).toMatchObject({ wid: window.wid, width: 400, height: 200 });
  expect(await focusedWindow(screen.display)).toEqual({ active: window.wid, input: window.wid });
  window.stop();
  await vi.waitFor(async () => expect(await listWindows(screen.display)).toEqual([]), patient);
});

test('sends a key to the window with the focus, and a grabbed chord to the client that grabbed it', async () => {
  const window = await openFocusedWindow(screen.display);
  await pressKeys(screen.display, 'k');
  await vi.waitFor(() => expect(window.keyPresses()).toBe(1), patient);
  const grab = await grabKeys(screen.display, 'Control+Alt+Space');
  await expect(grabKeys(screen.display, 'Control+Alt+Space')).rejects.toThrow('Bad access');
  await pressKeys(screen.display, 'Control+Alt+Space');
  await pressKeys(screen.display, 'k');
  // The window receives the two modifiers and `k`, but not the chord.
  await vi.waitFor(() => expect(window.keyPresses()).toBe(4), patient);
  expect(window.focusLosses()).toBe(0);
  await grab.stop();
  await (await grabKeys(screen.display, 'Control+Alt+Space')).stop();
  await openFocusedWindow(screen.display, { title: 'Third' }).then((third) => {
    expect(window.focusLosses()).toBe(1);
    third.stop();
  });
  window.stop();
});

test('refuses an unknown key with an error that names it', async () => {
  await expect(pressKeys(screen.display, 'ctrl+nokey')).rejects.toThrow('"ctrl+nokey"');
});

test('saves a screenshot of the whole screen or of one window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'screenshot-'));
  const window = await openFocusedWindow(screen.display, { title: 'Paper', x: 100, y: 80 });
  const place = await waitForWindow(screen.display, 'Paper');
  await saveScreenshot(screen.display, join(folder, 'whole.png'));
  await saveScreenshot(screen.display, join(folder, 'part.png'), { title: 'Paper' });
  const whole = PNG.sync.read(readFileSync(join(folder, 'whole.png')));
  const part = PNG.sync.read(readFileSync(join(folder, 'part.png')));
  expect([whole.width, whole.height, part.width, part.height]).toEqual([800, 600, 400, 200]);
  const pixel = ((place.y + 50) * 800 + place.x + 50) * 4;
  expect([...whole.data.subarray(pixel, pixel + 4)]).toEqual([0xf4, 0xf1, 0xea, 255]);
  expect([...part.data.subarray(0, 4)]).toEqual([0xf4, 0xf1, 0xea, 255]);
  expect(readdirSync(folder).sort()).toEqual(['part.png', 'whole.png']);
  window.stop();
  rmSync(folder, { recursive: true });
});
