import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { holdKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import { startProgram, startXterm } from '../../../../tools/desktop-harness/targets.ts';
import { openFocusedWindow } from '../../../../tools/desktop-harness/windows.ts';
import { usualRules } from '../insertion.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { closeSession, openSession } from './session.ts';
import { X11Insertion } from './x11-insertion.ts';
import { X11Port } from './x11-port.ts';

/* Enter after a text, on a real X server. The GTK entry empties itself at each Enter, as a chat does. */
let screen: VirtualDisplay;
let insertion: X11Insertion;
const kept = programsOfTest();

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
  insertion = new X11Insertion(screen.display);
});
afterAll(async () => {
  await insertion.dispose();
  await screen.stop();
});

const withEnter = { ...usualRules, pressesEnter: true };

test('Enter comes once after each text of a program that wants it, and after no other text', async () => {
  const entry = kept(await startProgram(screen.display, 'gtk_entry'));
  const target = await insertion.focused();
  for (const text of ['First.', 'Second.'])
    expect(await insertion.insert(text, target, withEnter)).toMatchObject({ enter: 'pressed' });
  await insertion.insert('Third.', target);
  await vi.waitFor(
    () => expect(entry.texts).toEqual(['First.', '', 'Second.', '', 'Third.']),
    patient,
  );
});

test('xterm gets the text, and then Enter', async () => {
  const xterm = kept(await startXterm(screen.display));
  const outcome = await insertion.insert('ls', await insertion.focused(), withEnter);
  expect(outcome).toMatchObject({ type: 'inserted', enter: 'pressed' });
  await vi.waitFor(async () => expect(await xterm.text()).toBe('ls\r'), patient);
});

test('a window that loses the focus after it has read the text gets no Enter, and no other window does', async () => {
  const entry = kept(await startProgram(screen.display, 'gtk_entry'));
  const session = await openSession(screen.display);
  const port = new X11Port(session);
  const target = await port.focused();
  if (target === null) throw new Error('The entry has no focus.');
  expect(await port.refusal(target)).toBeNull();
  const owned = await port.own('Dictated', target);
  expect(await port.press(target)).toBe('sent');
  expect(await owned?.receipt).toBe('target');
  const held = await holdKeys(screen.display, 'Shift_L');
  expect(await port.pressEnter()).toBe('keyboard-taken');
  await held.release();
  const other = kept(await openFocusedWindow(screen.display));
  const before = other.keyPresses();
  expect(await port.pressEnter()).toBe('focus-moved');
  expect(other.keyPresses()).toBe(before);
  expect(entry.texts).toEqual(['Dictated']);
  await closeSession(session);
});
