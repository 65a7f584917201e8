import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { copyToClipboard, readClipboard } from '../../../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { holdKeys, takeKeyboard } from '../../../../tools/desktop-harness/keyboard.ts';
import { startProgram } from '../../../../tools/desktop-harness/targets.ts';
import { openFocusedWindow } from '../../../../tools/desktop-harness/windows.ts';
import { reply, withX } from '../../../../tools/desktop-harness/x11/connection.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { patient } from '../../../../test/support/patient.ts';
import { X11Insertion } from './x11-insertion.ts';

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

/** The mask of all modifiers that are down. */
const modifiersDown = (): Promise<number> =>
  withX(screen.display, async ({ X, root }) => {
    const { keyMask } = await reply<{ keyMask: number }>((cb) => X.QueryPointer(root, cb));
    return keyMask;
  });

const startEntry = async () => kept(await startProgram(screen.display, 'gtk_entry'));

test('there is no target if no window has the focus', async () => {
  expect(await insertion.focused()).toBeNull();
  const window = kept(await openFocusedWindow(screen.display));
  await vi.waitFor(
    async () => expect(await insertion.focused()).toMatchObject({ windowId: window.wid }),
    patient,
  );
  window.stop();
  await vi.waitFor(async () => expect(await insertion.focused()).toBeNull(), patient);
});

test.each(['DESKTOP', 'DOCK'])('a window of the type %s takes no text', async (type) => {
  const window = kept(await openFocusedWindow(screen.display));
  await vi.waitFor(
    async () => expect(await insertion.focused()).toMatchObject({ windowId: window.wid }),
    patient,
  );
  await withX(screen.display, async (connection) => {
    const atom = await connection.atom(`_NET_WM_WINDOW_TYPE_${type}`);
    await connection.setCardinals(window.wid, '_NET_WM_WINDOW_TYPE', 'ATOM', [atom]);
  });
  expect(await insertion.focused()).toBeNull();
});

test('the target has the middle of its window, inside the frame', async () => {
  const place = { x: 120, y: 90, width: 300, height: 200 };
  const window = kept(await openFocusedWindow(screen.display, place));
  await vi.waitFor(
    async () =>
      expect(await insertion.focused()).toMatchObject({
        ...{ windowId: window.wid, middle: { x: 270, y: 190 } },
      }),
    patient,
  );
});

describe('the window of another program', () => {
  test('that has taken the focus gets nothing, and the clipboard stays', async () => {
    kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
    const entry = await startEntry();
    const target = await insertion.focused();
    const other = kept(await openFocusedWindow(screen.display));
    expect(await insertion.insert('Dictated', target)).toMatchObject({
      type: 'held',
      problem: { code: 'focus-moved' },
    });
    expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
    expect([await entry.text(), other.keyPresses()]).toEqual(['', 0]);
  });

  test('gets nothing after the end of the target', async () => {
    kept(await openFocusedWindow(screen.display));
    const entry = await startEntry();
    const target = await insertion.focused();
    await entry.stop();
    expect(await insertion.insert('Dictated', target)).toMatchObject({ type: 'held' });
  });

  test('gets nothing while the focus comes and goes', async () => {
    const other = kept(await openFocusedWindow(screen.display));
    const entry = await startEntry();
    const target = await insertion.focused();
    const texts: string[] = [];
    await withX(screen.display, async ({ X }) => {
      let isOver = false;
      const flipping = (async () => {
        // The times are random, so that a change falls between any two steps of an insertion.
        for (let turn = 0; !isOver; turn += 1) {
          X.SetInputFocus(turn % 2 === 0 ? other.wid : (target?.windowId ?? 0), 0);
          await sleep(Math.random() * 12);
        }
      })();
      // A held text takes no time, so any number of them may fall into one turn.
      for (let round = 0; texts.length < 20 || texts.length === round; round += 1) {
        const text = `${round};`;
        const { type } = await insertion.insert(text, target);
        if (type === 'inserted') texts.push(text);
        else expect(type).toBe('held');
      }
      isOver = true;
      await flipping;
    });
    await vi.waitFor(async () => expect(await entry.text()).toBe(texts.join('')), patient);
    expect(other.keyPresses()).toBe(0);
  });
});

test('a program that moves the focus within its window gets every text', async () => {
  const entry = await startEntry();
  const target = await insertion.focused();
  const texts = Array.from({ length: 10 }, (_, round) => `${round};`);
  await withX(screen.display, async ({ X }) => {
    const { focus: within } = await reply<{ focus: number }>((cb) => X.GetInputFocus(cb));
    const toplevel = target?.windowId ?? 0;
    expect(within).not.toBe(toplevel);
    let isOver = false;
    const moving = (async () => {
      for (let turn = 0; !isOver; turn += 1) {
        X.SetInputFocus(turn % 2 === 0 ? toplevel : within, 0);
        await sleep(Math.random() * 8);
      }
    })();
    for (const text of texts)
      expect(await insertion.insert(text, target)).toMatchObject({ type: 'inserted' });
    isOver = true;
    await moving;
  });
  await vi.waitFor(async () => expect(await entry.text()).toBe(texts.join('')), patient);
});

test('a menu or a screen lock that has the keyboard gets nothing', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
  const entry = await startEntry();
  const target = await insertion.focused();
  const giveBack = await takeKeyboard(screen.display);
  expect(await insertion.insert('Dictated', target)).toMatchObject({
    type: 'held',
    problem: { code: 'keyboard-taken' },
  });
  expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
  await giveBack();
  expect(await insertion.insert('Again', target)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Again'), patient);
});

test('content that the person copies while the text waits stays on the clipboard', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
  const entry = await startEntry();
  const target = await insertion.focused();
  const giveBack = await takeKeyboard(screen.display);
  const outcome = insertion.insert('Dictated', target);
  await sleep(200);
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied from the menu'));
  await giveBack();
  expect(await outcome).toMatchObject({ type: 'inserted' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
  expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied from the menu');
});

describe('keys of the hotkey that are still held', () => {
  test('delay the paste until their release', async () => {
    const entry = await startEntry();
    const held = await holdKeys(screen.display, 'ctrl+alt+space');
    const outcome = insertion.insert('Dictated', await insertion.focused());
    await sleep(300);
    expect(await entry.text()).not.toContain('Dictated');
    await held.release();
    expect(await outcome).toMatchObject({ type: 'inserted' });
    await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
  });

  test('hold the text if they stay down, and are not released, and the clipboard stays', async () => {
    kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
    const entry = await startEntry();
    const target = await insertion.focused();
    const held = await holdKeys(screen.display, 'shift+ctrl+alt+super+F12');
    const before = await modifiersDown();
    const outcome = insertion.insert('Dictated', target);
    await sleep(300);
    expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
    expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'keyboard-taken' } });
    expect(await modifiersDown()).toBe(before);
    await held.release();
    expect(await insertion.insert('Again', target)).toMatchObject({ type: 'inserted' });
    await vi.waitFor(async () => expect(await entry.text()).toBe('Again'), patient);
  });
});

describe('a keyboard', () => {
  const setLayout = (...args: string[]) =>
    promisify(execFile)('setxkbmap', args, { env: { ...process.env, DISPLAY: screen.display } });
  afterEach(() => setLayout('us'));

  test.each([
    ['without Latin letters', 'ru'],
    ['with its v elsewhere', 'us', '-variant', 'dvorak'],
    ['of several layouts', 'gr,us'],
  ])('%s pastes', async (_, ...layout) => {
    await setLayout(...layout);
    const entry = await startEntry();
    const outcome = await insertion.insert('Naïve Ω', await insertion.focused());
    expect(outcome).toMatchObject({ type: 'inserted' });
    await vi.waitFor(async () => expect(await entry.text()).toBe('Naïve Ω'), patient);
  });
});

test('a lost X server is reported', async () => {
  const other = await startDisplay({ width: 400, height: 300 });
  const there = new X11Insertion(other.display);
  kept(await openFocusedWindow(other.display));
  const target = await there.focused();
  expect(target).not.toBe(null);
  await other.stop();
  expect(await there.focused()).toBe(null);
  expect(await there.insert('Dictated', target)).toMatchObject({
    type: 'held',
    problem: { code: 'x-display-gone' },
  });
  await there.dispose();
});

test('an X server that is lost during an insertion is reported', async () => {
  const other = await startDisplay({ width: 400, height: 300 });
  const there = new X11Insertion(other.display);
  const window = kept(await openFocusedWindow(other.display));
  const outcome = there.insert('Dictated', await there.focused());
  await vi.waitFor(() => expect(window.keyPresses()).toBe(2), patient);
  await other.stop();
  expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'x-display-gone' } });
  await there.dispose();
});
