import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { holdKeys, type HeldKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import {
  openFocusedWindow,
  type FocusedWindow,
} from '../../../../tools/desktop-harness/windows.ts';
import { XConnection } from '../x-server/connection.ts';
import { inputFocus } from './focus.ts';
import { Keyboard, type Chord } from './keyboard.ts';

/* Keys on a real X server, and keys that go down between the last check and the press. */
let screen: VirtualDisplay;
let connection: XConnection;
let keyboard: Keyboard;
let chord: Chord;
let window: FocusedWindow;
let held: HeldKeys | null = null;

beforeAll(async () => {
  screen = await startDisplay({ width: 640, height: 480 });
  connection = await XConnection.open(screen.display);
  keyboard = await Keyboard.open(connection);
  const found = await keyboard.chord('control-v');
  if (found === null) throw new Error('There is no v.');
  chord = found;
});
beforeEach(async () => {
  window = await openFocusedWindow(screen.display);
});
afterEach(async () => {
  await held?.release();
  held = null;
  window.stop();
});
afterAll(async () => {
  connection.close();
  await screen.stop();
});

const press = async () => keyboard.press(chord, await inputFocus(connection), []);

test('a chord goes to the window that has the focus', async () => {
  const before = window.keyPresses();
  expect(await press()).toBe('sent');
  await vi.waitFor(() => expect(window.keyPresses() - before).toBe(2), patient);
});

test.each(['Control_L', 'Alt_R', 'Shift_L', 'v'])(
  'nothing is pressed while %s is down, and it is not released',
  async (key) => {
    held = await holdKeys(screen.display, key);
    const before = window.keyPresses();
    expect(await press()).toBe('keyboard-taken');
    expect(await press()).toBe('keyboard-taken');
    await held.release();
    held = null;
    expect(await press()).toBe('sent');
    await vi.waitFor(() => expect(window.keyPresses() - before).toBeGreaterThanOrEqual(2), patient);
  },
);
