import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { holdKeys, pressKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import { outcomeSchema } from '../thread/messages.ts';
import type { WindowsProgram } from '../../../../tools/desktop-harness/wine/program.ts';
import type { TargetKind, WindowsTarget } from '../../../../tools/desktop-harness/wine/targets.ts';
import { startWine, type WineDesktop } from '../../../../tools/desktop-harness/wine/wine.ts';
import { patient } from '../../../../test/support/patient.ts';

/* Programs for Windows on Wine, and the insertion in a process of its own. */
let wine: WineDesktop;
let insertion: WindowsProgram;
let targets: WindowsTarget[];

const wide = (text: string): string => Buffer.from(`${text}\0`, 'utf16le').toString('base64');
const base64 = (...bytes: number[]): string => Buffer.from(bytes).toString('base64');

/** Accents, an emoji of several parts, and scripts of both directions. */
const text = 'Größe, naïve façade — 你好，世界 👩‍👩‍👧 שלום мир';

/** Windows defines the numbers: 13 is text, 15 a list of files, 8 a picture. */
const rich = {
  '13': wide('kept: ü 🙂'),
  'HTML Format': Buffer.from('<b>kept</b>').toString('base64'),
  'Rich Text Format': Buffer.from('{\\rtf1 kept}').toString('base64'),
  PNG: base64(137, 80, 78, 71, 0, 255),
  '15': base64(20, 0, 0, 0, ...Array<number>(12).fill(0), 1, 0, 0, 0, 67, 0, 58, 0, 0, 0, 0, 0),
  '8': base64(40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 32, 0, ...Array<number>(24).fill(0), 9),
};

const start = async (kind: TargetKind): Promise<WindowsTarget> => {
  const target = await wine.startTarget(kind);
  targets.push(target);
  return target;
};
/* Virtual-key codes of Windows. */
const [leftShift, leftControl, leftAlt] = [0xa0, 0xa2, 0xa4];

/** Holds a key. Resolves when Windows reports it as down. */
async function hold(key: string, code: number): Promise<{ release(): Promise<void> }> {
  const held = await holdKeys(wine.display, key);
  await vi.waitFor(async () => expect(await wine.probe.call('isDown', code)).toBe(true), patient);
  return held;
}

const readSchema = v.object({ text: v.nullable(v.string()), isMarked: v.boolean() });

const focused = (): Promise<unknown> => insertion.call('focused');
const insert = (what: string, target: unknown, pressesEnter = false): Promise<unknown> =>
  insertion.call('insert', what, target, pressesEnter);
const clipboard = (): Promise<unknown> => wine.probe.call('clipboard');

const expectText = (target: WindowsTarget, expected: string): Promise<void> =>
  vi.waitFor(async () => expect((await target.text()).trimEnd()).toBe(expected), patient);

beforeAll(async () => {
  wine = await startWine();
  insertion = await wine.start(join(import.meta.dirname, 'insertion.wine.fixture.ts'));
});
afterAll(() => wine.stop());
beforeEach(async () => {
  targets = [];
  await wine.probe.call('copy', rich);
});
afterEach(async () => {
  for (const target of targets) await target.stop();
});

test.each<[TargetKind, string]>([
  ['notepad', 'inserted'],
  ['text-field', 'inserted'],
  // WordPad opens the clipboard without a window, so the reader is not known.
  ['wordpad', 'pasted'],
])(
  '%s gets each text once and whole, and the clipboard is restored in each format',
  async (kind, type) => {
    const target = await start(kind);
    const before = await clipboard();
    const window = await focused();
    expect(window).toMatchObject({ windowId: target.window });
    expect(await insert(text, window)).toMatchObject({ type });
    expect(await insert('Second.', window)).toMatchObject({ type });
    await expectText(target, `${text}Second.`);
    expect(await clipboard()).toEqual(before);
  },
);

test('Enter follows a text that wants it, and no other', async () => {
  const target = await start('notepad');
  const window = await focused();
  expect(await insert('First.', window, true)).toMatchObject({ enter: 'pressed' });
  expect(await insert('Second.', window)).toMatchObject({ type: 'inserted' });
  await expectText(target, 'First.\nSecond.');
});

test('a window that is not in front gets nothing, and the clipboard stays', async () => {
  const first = await start('notepad');
  const window = await focused();
  const second = await start('text-field');
  const before = await clipboard();
  expect(await insert(text, window)).toMatchObject({
    type: 'held',
    problem: { code: 'focus-moved' },
  });
  expect([await first.text(), await second.text()]).toEqual(['', '']);
  expect(await clipboard()).toEqual(before);
});

/*
 * One that reads while the target wants to keeps the clipboard from it. Then the text is on the clipboard and not in the
 * target. The app waits for those it knows (clipboard-watchers.test.ts), but on a busy machine one may be later.
 */
test.each([0, 14, 18])(
  'a clipboard manager that reads %i ms late is not mistaken for the target, and is asked to keep nothing',
  async (lateMs) => {
    const watcher = await wine.start(
      join(
        import.meta.dirname,
        '../../../../tools/desktop-harness/wine/programs/clipboard-watcher.ts',
      ),
      String(lateMs),
    );
    const target = await start('notepad');
    const window = await focused();
    let inserted = '';
    for (let count = 0; count < 5; count += 1) {
      const { type } = v.parse(outcomeSchema, await insert(`${text}${count}`, window));
      expect(['inserted', 'on-clipboard']).toContain(type);
      if (type === 'inserted') inserted += `${text}${count}`;
    }
    expect(inserted).not.toBe('');
    await expectText(target, inserted);
    const read = watcher.reports.map((report) => v.parse(readSchema, report));
    expect(read.filter((one) => one.text?.includes(text) && !one.isMarked)).toEqual([]);
    await watcher.stop();
  },
);

test.each([
  ['Alt_L', leftAlt],
  ['Shift_L', leftShift],
  ['Control_L', leftControl],
] as const)('while %s is held, nothing is pasted', async (key, code) => {
  const target = await start('text-field');
  const window = await focused();
  const held = await hold(key, code);
  const outcome = insert(text, window);
  await expect(Promise.race([outcome, pause(600)])).resolves.toBe('paused');
  expect(await target.text()).toBe('');
  await held.release();
  expect(await outcome).toMatchObject({ type: 'inserted' });
  await expectText(target, text);
});

test('while a menu is open, nothing is pasted', async () => {
  const target = await start('notepad');
  const window = await focused();
  await wine.probe.call('openMenu', target.window);
  const outcome = insert(text, window);
  await expect(Promise.race([outcome, pause(600)])).resolves.toBe('paused');
  await pressKeys(wine.display, 'Escape');
  await pressKeys(wine.display, 'Escape');
  expect(await outcome).toMatchObject({ type: 'inserted' });
  await expectText(target, text);
});

test('texts arrive while main is blocked', async () => {
  const target = await start('notepad');
  const window = await focused();
  const outcome = insert(text, window);
  await insertion.call('blockMain', 1_500);
  expect(await outcome).toMatchObject({ type: 'inserted' });
  await expectText(target, text);
});

test('without a window the text is on the clipboard, and stays there after the end of the process', async () => {
  const program = await wine.start(join(import.meta.dirname, 'insertion.wine.fixture.ts'));
  expect(await program.call('insert', text, null)).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'no-target' },
  });
  await program.stop();
  expect(await clipboard()).toMatchObject({ '13': wide(text) });
});

test('content that another program copies before the key is pressed stays', async () => {
  const target = await start('text-field');
  const window = await focused();
  const held = await hold('Shift_L', leftShift);
  const outcome = insert(text, window);
  await pause(100);
  await wine.probe.call('copy', { '13': wide('copied meanwhile') });
  await held.release();
  expect(await outcome).toMatchObject({ type: 'inserted' });
  await expectText(target, text);
  expect(await clipboard()).toMatchObject({ '13': wide('copied meanwhile') });
});

test('a copy that an insertion has put back can be undone', async () => {
  const before = await clipboard();
  expect(await insertion.call('copy', text)).toBe('can-undo');
  const target = await start('notepad');
  expect(await insert('Dictated.', await focused())).toMatchObject({ type: 'inserted' });
  await expectText(target, 'Dictated.');
  expect(await insertion.call('undoCopy')).toBe(true);
  expect(await clipboard()).toEqual(before);
});

test('undo restores the content before a copy in each format, unless another program has copied', async () => {
  const before = await clipboard();
  expect(await insertion.call('copy', text)).toBe('can-undo');
  expect(await clipboard()).toMatchObject({ '13': wide(text) });
  expect(await insertion.call('undoCopy')).toBe(true);
  expect(await clipboard()).toEqual(before);
  await insertion.call('copy', text);
  await wine.probe.call('copy', { '13': wide('copied since') });
  expect(await insertion.call('undoCopy')).toBe(false);
  expect(await clipboard()).toMatchObject({ '13': wide('copied since') });
});

const pause = (ms: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('paused'), ms));
