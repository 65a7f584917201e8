import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  copyToClipboard,
  readClipboard,
  selectionOwner,
} from '../../../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { pressKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import {
  startProgram,
  startRichOwner,
  startTextarea,
  startXterm,
} from '../../../../tools/desktop-harness/targets.ts';
import { openFocusedWindow } from '../../../../tools/desktop-harness/windows.ts';
import { connectX } from '../../../../tools/desktop-harness/x11/connection.ts';
import type { Target } from '../insertion.ts';
import { X11Insertion } from './x11-insertion.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { patient } from '../../../../test/support/patient.ts';

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

const read = (format: string) => readClipboard(screen.display, format);

async function targetEntry(): Promise<Target | null> {
  kept(await startProgram(screen.display, 'gtk_entry'));
  return insertion.focused();
}

describe('the old content of the clipboard is restored', () => {
  const formats = ['UTF8_STRING', 'text/html', 'text/rtf', 'image/png', 'text/uri-list'];

  test('in all of its formats', async () => {
    kept(await startRichOwner(screen.display));
    const before = await Promise.all(formats.map(read));
    expect(before.every((content) => content !== null && content.length > 0)).toBe(true);
    const target = await targetEntry();
    // The second time the saved content is the app's own copy.
    for (const text of ['One', 'Two'])
      expect(await insertion.insert(text, target)).toMatchObject({ type: 'inserted' });
    expect(await Promise.all(formats.map(read))).toEqual(before);
  });

  test.each([
    ['UTF8_STRING', 'Grüße, 你好 😀'],
    ['STRING', Buffer.from('Gr\u00fc\u00dfe', 'latin1')],
    ['text/html', '<p>Grüße</p>'],
    ['text/rtf', '{\\rtf1 Hello}'],
    ['image/png', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256))],
    ['text/uri-list', 'file:///tmp/a%20b\r\n'],
    ['x-special/gnome-copied-files', 'cut\nfile:///tmp/a'],
    ['text/plain;charset=utf-8', 'long '.repeat(300_000)],
  ])('as %s alone', async (format, content) => {
    kept(await copyToClipboard(screen.display, format, content));
    const outcome = await insertion.insert('Dictated', await targetEntry());
    expect(outcome).toMatchObject({ type: 'inserted' });
    expect((await read(format))?.equals(Buffer.from(content))).toBe(true);
  });

  test('as Chromium copied it', async () => {
    const page = await startTextarea(screen.display);
    await insertion.insert('Grüße', await insertion.focused());
    await pressKeys(screen.display, 'ctrl+a');
    const ours = await selectionOwner(screen.display);
    await pressKeys(screen.display, 'ctrl+c');
    await vi.waitFor(
      async () => expect(await selectionOwner(screen.display)).not.toBe(ours),
      patient,
    );
    const offered = String(await read('TARGETS'))
      .trim()
      .split('\n');
    const content = offered.filter((format) => !/^[A-Z_]*(TARGETS|STAMP|MULTIPLE)$/.test(format));
    const before = await Promise.all(content.map(read));
    expect(before.map(String)).toContain('Grüße');
    const target = await targetEntry();
    expect(await insertion.insert('Dictated', target)).toMatchObject({ type: 'inserted' });
    await page.stop();
    expect(await Promise.all(content.map(read))).toEqual(before);
  });

  test('together with the selection of the middle button, from which xterm pastes', async () => {
    kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
    kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'selected', 'primary'));
    kept(await startXterm(screen.display));
    const outcome = await insertion.insert('Dictated', await insertion.focused());
    expect(outcome).toMatchObject({ type: 'inserted' });
    expect(String(await read('UTF8_STRING'))).toBe('copied');
    expect(String(await readClipboard(screen.display, 'UTF8_STRING', 'primary'))).toBe('selected');
  });

  test('as empty if it was empty', async () => {
    await (await copyToClipboard(screen.display, 'UTF8_STRING', 'gone at once')).stop();
    const target = await targetEntry();
    expect(await selectionOwner(screen.display)).toBe(0);
    expect(await insertion.insert('Dictated', target)).toMatchObject({ type: 'inserted' });
    expect(await selectionOwner(screen.display)).toBe(0);
  });
});

test('content that is copied after the paste stays', async () => {
  expect(await insertion.insert('Dictated', await targetEntry())).toMatchObject({
    type: 'inserted',
  });
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied later'));
  await sleep(300);
  expect(String(await read('UTF8_STRING'))).toBe('copied later');
});

test('content that is copied before the target has read stays, and the outcome says so', async () => {
  kept(await openFocusedWindow(screen.display));
  const outcome = insertion.insert('Dictated', await insertion.focused());
  await vi.waitFor(async () => expect(String(await read('UTF8_STRING'))).toBe('Dictated'), patient);
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied meanwhile'));
  expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'clipboard-taken' } });
  expect(String(await read('UTF8_STRING'))).toBe('copied meanwhile');
});

test('a manager that takes the text over keeps it', async () => {
  kept(await openFocusedWindow(screen.display));
  const outcome = insertion.insert('Dictated', await insertion.focused());
  await vi.waitFor(async () => expect(String(await read('UTF8_STRING'))).toBe('Dictated'), patient);
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'Dictated'));
  expect(await outcome).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'clipboard-taken-over' },
  });
});

test('a target that does not read leaves the text on the clipboard for later', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
  const window = kept(await openFocusedWindow(screen.display));
  const outcome = await insertion.insert('Dictated', await insertion.focused());
  expect(outcome).toMatchObject({ type: 'on-clipboard', problem: { code: 'not-read' } });
  // It received the key once: Control and V.
  expect(window.keyPresses()).toBe(2);
  expect(String(await read('UTF8_STRING'))).toBe('Dictated');
});

test('nothing is typed, and the clipboard stays, if its owner does not answer', async () => {
  const target = await targetEntry();
  const connection = await connectX(screen.display);
  const { X, root } = connection;
  const window = X.AllocID();
  X.CreateWindow(window, root, 0, 0, 1, 1, 0, 0, 1, 0, {});
  X.SetSelectionOwner(window, await connection.atom('CLIPBOARD'), 0);
  await X.sync();
  expect(await insertion.insert('Dictated', target)).toMatchObject({
    type: 'held',
    problem: { code: 'clipboard-unreadable' },
  });
  expect(await selectionOwner(screen.display)).toBe(window);
  connection.close();
});

test('without a target the text is left on the clipboard', async () => {
  expect(await insertion.insert('Where to?', null)).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'no-target' },
  });
  expect(String(await read('UTF8_STRING'))).toBe('Where to?');
  expect(String(await read('STRING'))).toBe('Where to?');
  expect(String(await read('x-kde-passwordManagerHint'))).toBe('secret');
});

test('a text with letters that Latin-1 lacks is not offered as Latin-1', async () => {
  await insertion.insert('Привет', null);
  expect(await read('STRING')).toBe(null);
  expect(String(await read('TEXT'))).toBe('Привет');
});

test('a program that asks for several formats at once gets the available ones', async () => {
  await insertion.insert('Grüße', null);
  const connection = await connectX(screen.display);
  const { X, root } = connection;
  const window = X.AllocID();
  X.CreateWindow(window, root, 0, 0, 1, 1, 0, 0, 1, 0, {});
  const names = ['UTF8_STRING', 'FIRST', 'image/png', 'SECOND', 'STRING', 'THIRD'];
  const pairs = await Promise.all(names.map((name) => connection.atom(name)));
  await connection.setCardinals(window, 'PAIRS', 'ATOM_PAIR', pairs);
  const answered = once(X, 'event');
  const [clipboard, multiple, property] = await Promise.all(
    ['CLIPBOARD', 'MULTIPLE', 'PAIRS'].map((name) => connection.atom(name)),
  );
  X.ConvertSelection(window, clipboard ?? 0, multiple ?? 0, property ?? 0, 0, () => true);
  await answered;
  expect(await connection.text(window, 'FIRST')).toBe('Grüße');
  expect(await connection.cardinals(window, 'PAIRS')).toEqual(pairs.with(3, 0));
  connection.close();
});

test('an empty text leaves everything as it is', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied'));
  expect(await insertion.insert('', await targetEntry())).toMatchObject({ type: 'held' });
  expect(String(await read('UTF8_STRING'))).toBe('copied');
});

test('texts that are inserted at the same time arrive one after the other', async () => {
  const entry = kept(await startProgram(screen.display, 'gtk_entry'));
  const target = await insertion.focused();
  const outcomes = await Promise.all(
    ['One ', 'two ', 'three'].map((text) => insertion.insert(text, target)),
  );
  expect(outcomes.map(({ type }) => type)).toEqual(['inserted', 'inserted', 'inserted']);
  await vi.waitFor(async () => expect(await entry.text()).toBe('One two three'), patient);
});
