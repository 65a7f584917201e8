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
import { appName } from './focus.ts';
import { patient } from '../../../../test/support/patient.ts';
import { X11Delivery } from './x11-delivery.ts';

let screen: VirtualDisplay;
let delivery: X11Delivery;
const running: { stop: () => unknown }[] = [];
/** Ends with the test. */
const kept = <T extends { stop: () => unknown }>(program: T): T => {
  running.push(program);
  return program;
};

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
  delivery = new X11Delivery(screen.display);
});
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
});
afterAll(async () => {
  await delivery.dispose();
  await screen.stop();
});

/** The mask of all modifiers that are down. */
const modifiersDown = (): Promise<number> =>
  withX(screen.display, async ({ X, root }) => {
    const { keyMask } = await reply<{ keyMask: number }>((cb) => X.QueryPointer(root, cb));
    return keyMask;
  });

const startEntry = async () => kept(await startProgram(screen.display, 'gtk_entry'));

test('a program is called what its window class calls it', () => {
  expect(appName(['xterm', 'XTerm'])).toBe('XTerm');
  expect(appName(['org.gnome.Console', 'org.gnome.Console'])).toBe('Console');
  expect(appName(['gimp', 'Gimp-2.10'])).toBe('Gimp-2.10');
  expect(appName([])).toBe('the other program');
});

test('where no window has the focus, nothing is the target', async () => {
  expect(await delivery.focused()).toBeNull();
  const window = kept(await openFocusedWindow(screen.display));
  await vi.waitFor(
    async () => expect(await delivery.focused()).toMatchObject({ windowId: window.wid }),
    patient,
  );
  window.stop();
  await vi.waitFor(async () => expect(await delivery.focused()).toBeNull(), patient);
});

test.each(['DESKTOP', 'DOCK'])('a window of the type %s takes no text', async (type) => {
  const window = kept(await openFocusedWindow(screen.display));
  await vi.waitFor(
    async () => expect(await delivery.focused()).toMatchObject({ windowId: window.wid }),
    patient,
  );
  await withX(screen.display, async (connection) => {
    const atom = await connection.atom(`_NET_WM_WINDOW_TYPE_${type}`);
    await connection.setCardinals(window.wid, '_NET_WM_WINDOW_TYPE', 'ATOM', [atom]);
  });
  expect(await delivery.focused()).toBeNull();
});

describe('the window of another program', () => {
  test('that has taken the focus since gets nothing, and the clipboard stays', async () => {
    kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
    const entry = await startEntry();
    const target = await delivery.focused();
    const other = kept(await openFocusedWindow(screen.display));
    expect(await delivery.deliver('Dictated', target)).toMatchObject({
      type: 'held',
      problem: { code: 'focus-moved' },
    });
    expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
    expect([await entry.text(), other.keyPresses()]).toEqual(['', 0]);
  });

  test('gets nothing where the target has ended', async () => {
    kept(await openFocusedWindow(screen.display));
    const entry = await startEntry();
    const target = await delivery.focused();
    await entry.stop();
    expect(await delivery.deliver('Dictated', target)).toMatchObject({ type: 'held' });
  });

  test('gets nothing however the focus comes and goes', async () => {
    const other = kept(await openFocusedWindow(screen.display));
    const entry = await startEntry();
    const target = await delivery.focused();
    const texts: string[] = [];
    await withX(screen.display, async ({ X }) => {
      let isOver = false;
      const flipping = (async () => {
        // Random times, so that a change falls between any two steps of a delivery.
        for (let turn = 0; !isOver; turn += 1) {
          X.SetInputFocus(turn % 2 === 0 ? other.wid : (target?.windowId ?? 0), 0);
          await sleep(Math.random() * 12);
        }
      })();
      // What is held takes no time: any number of them may fall into one turn.
      for (let round = 0; texts.length < 20 || texts.length === round; round += 1) {
        const text = `${round};`;
        const { type } = await delivery.deliver(text, target);
        if (type === 'delivered') texts.push(text);
        else expect(type).toBe('held');
      }
      isOver = true;
      await flipping;
    });
    await vi.waitFor(async () => expect(await entry.text()).toBe(texts.join('')), patient);
    expect(other.keyPresses()).toBe(0);
  });
});

test('a program that moves the focus about within its window gets every text', async () => {
  const entry = await startEntry();
  const target = await delivery.focused();
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
      expect(await delivery.deliver(text, target)).toMatchObject({ type: 'delivered' });
    isOver = true;
    await moving;
  });
  await vi.waitFor(async () => expect(await entry.text()).toBe(texts.join('')), patient);
});

test('a menu or a screen lock that has the keyboard gets nothing', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
  const entry = await startEntry();
  const target = await delivery.focused();
  const giveBack = await takeKeyboard(screen.display);
  expect(await delivery.deliver('Dictated', target)).toMatchObject({
    type: 'held',
    problem: { code: 'keyboard-taken' },
  });
  expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
  await giveBack();
  expect(await delivery.deliver('Again', target)).toMatchObject({ type: 'delivered' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Again'), patient);
});

test('what the person copies while the text waits is on the clipboard afterwards', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
  const entry = await startEntry();
  const target = await delivery.focused();
  const giveBack = await takeKeyboard(screen.display);
  const outcome = delivery.deliver('Dictated', target);
  await sleep(200);
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied from the menu'));
  await giveBack();
  expect(await outcome).toMatchObject({ type: 'delivered' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
  expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied from the menu');
});

describe('keys of the hotkey that are still held', () => {
  test('are waited for', async () => {
    const entry = await startEntry();
    const held = await holdKeys(screen.display, 'ctrl+alt+space');
    const outcome = delivery.deliver('Dictated', await delivery.focused());
    await sleep(300);
    expect(await entry.text()).not.toContain('Dictated');
    await held.release();
    expect(await outcome).toMatchObject({ type: 'delivered' });
    await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
  });

  test('hold the text when they stay down, and stay what they are, like the clipboard', async () => {
    kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
    const entry = await startEntry();
    const target = await delivery.focused();
    const held = await holdKeys(screen.display, 'shift+ctrl+alt+super+F12');
    const before = await modifiersDown();
    const outcome = delivery.deliver('Dictated', target);
    await sleep(300);
    expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
    expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'keyboard-taken' } });
    expect(await modifiersDown()).toBe(before);
    await held.release();
    expect(await delivery.deliver('Again', target)).toMatchObject({ type: 'delivered' });
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
    const outcome = await delivery.deliver('Naïve Ω', await delivery.focused());
    expect(outcome).toMatchObject({ type: 'delivered' });
    await vi.waitFor(async () => expect(await entry.text()).toBe('Naïve Ω'), patient);
  });
});

test('an X server that goes away is said', async () => {
  const other = await startDisplay({ width: 400, height: 300 });
  const there = new X11Delivery(other.display);
  kept(await openFocusedWindow(other.display));
  const target = await there.focused();
  expect(target).not.toBe(null);
  await other.stop();
  expect(await there.focused()).toBe(null);
  expect(await there.deliver('Dictated', target)).toMatchObject({
    type: 'held',
    problem: { code: 'display-gone' },
  });
  await there.dispose();
});

test('an X server that goes away during a delivery is said', async () => {
  const other = await startDisplay({ width: 400, height: 300 });
  const there = new X11Delivery(other.display);
  const window = kept(await openFocusedWindow(other.display));
  const outcome = there.deliver('Dictated', await there.focused());
  await vi.waitFor(() => expect(window.keyPresses()).toBe(2), patient);
  await other.stop();
  expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'display-gone' } });
  await there.dispose();
});
