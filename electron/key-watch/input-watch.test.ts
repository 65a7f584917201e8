import { beforeEach, expect, test } from 'vitest';
import { InputWatch } from './input-watch.ts';
import { codeOfButton, codeOfGrabbed } from './key-codes.ts';

const control = 29;
const letter = 46;
const space = 57;
const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const pressed = (keycode: number, time: number, modifiers = {}) => ({
  ...{ keycode, time, ...none },
  ...modifiers,
});

let reported: number[];
let watch: InputWatch;

beforeEach(() => {
  reported = [];
  watch = new InputWatch(new Set([control]), (id) => reported.push(id));
  watch.setOwn([{ keycode: space, modifiers: ['control', 'alt'] }]);
});

test('reports the first key or click of each watch', () => {
  watch.key(pressed(letter, 1), false);
  watch.watch(7, null);
  expect(reported).toEqual([]);
  watch.key(pressed(letter, 2), false);
  watch.key(pressed(letter, 3), false);
  watch.watch(8, null);
  watch.click({ time: 4 });
  expect(reported).toEqual([7, 8]);
});

test('ignores modifiers, shortcuts of CaptionKey and the held dictation key', () => {
  watch.watch(1, null);
  watch.key(pressed(control, 1, { ctrlKey: true }), false);
  watch.key(pressed(space, 2, { ctrlKey: true, altKey: true }), false);
  watch.key(pressed(space, 3, { altKey: true }), true);
  expect(reported).toEqual([]);
  watch.key(pressed(space, 4), false);
  expect(reported).toEqual([1]);
});

test('ignores input up to a given time, and reports earlier input after that time at once', () => {
  watch.key(pressed(letter, 100), false);
  watch.watch(1, 100);
  watch.key(pressed(letter, 99), false);
  expect(reported).toEqual([]);
  watch.key(pressed(letter, 101), false);
  watch.watch(2, 100);
  watch.watch(3, 101);
  expect(reported).toEqual([1, 2]);
});

test("compares times across an overflow of the display server's clock", () => {
  watch.watch(1, 2 ** 32 - 5);
  watch.key(pressed(letter, 2 ** 32 - 6), false);
  watch.key(pressed(letter, 3), false);
  expect(reported).toEqual([1]);
});

test('ignores the buttons and the keys for music that are shortcuts of CaptionKey', () => {
  const keycodeOf = (key: string): number => codeOfGrabbed({ key, modifiers: [] }) ?? Number.NaN;
  watch.setOwn([
    { keycode: keycodeOf('MouseBack'), modifiers: [] },
    { keycode: keycodeOf('MouseMiddle'), modifiers: ['control'] },
    { keycode: keycodeOf('MediaStop'), modifiers: [] },
  ]);
  watch.watch(1, null);
  // uiohook's numbers of these buttons, and its code of a key that it does not know.
  watch.key(pressed(codeOfButton(4), 1), false);
  watch.key(pressed(codeOfButton(3), 2, { ctrlKey: true }), false);
  watch.key(pressed(0, 3), false);
  expect(reported).toEqual([]);
  watch.key(pressed(codeOfButton(2), 4, { ctrlKey: true }), false);
  expect(reported).toEqual([1]);
});
