import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { zoomAfter, zoomByKeys } from './panel-zoom.ts';

const key = (name: string, changes: object = {}) => ({
  ...{ type: 'keyDown' as const, key: name, control: true, meta: false, alt: false },
  ...changes,
});

test.each([
  { percent: 100, keys: ['+', '+', '='], zooms: [110, 125, 150] },
  { percent: 100, keys: ['-', '_', '-'], zooms: [90, 80, 75] },
  { percent: 175, keys: ['+', '+', '-', '0'], zooms: [200, 200, 175, 100] },
  { percent: 67, keys: ['-', '-', '+'], zooms: [50, 50, 67] },
  { percent: 103, keys: ['+', '-'], zooms: [110, 100] },
])('from $percent %, $keys zooms to $zooms', ({ percent, keys, zooms }) => {
  let zoom = percent;
  expect(keys.map((name) => (zoom = zoomAfter(zoom, key(name), false) ?? zoom))).toEqual(zooms);
});

test.each([
  ['without Ctrl', key('+', { control: false }), false],
  ['with AltGr', key('+', { alt: true }), false],
  ['when it is released', key('+', { type: 'keyUp' }), false],
  ['another key', key('1'), false],
  ['with Ctrl on macOS', key('+'), true],
] as const)('a key %s does not zoom', (_name, input, isMac) => {
  expect(zoomAfter(100, input, isMac)).toBeNull();
});

test('on macOS the command key zooms', () => {
  expect(zoomAfter(100, key('+', { control: false, meta: true }), true)).toBe(110);
});

/** The page of a window, which Node does not have. */
class Contents extends EventEmitter {
  factor = 1;
  setZoomFactor(factor: number): void {
    this.factor = factor;
  }
}

test('a page is zoomed by its keys, which it does not get, and keeps its zoom when it loads again', () => {
  const contents = new Contents();
  const memory = { percent: 100, remember: (percent: number) => (memory.percent = percent) };
  zoomByKeys(contents, memory, false);
  const prevented: string[] = [];
  const press = (name: string) =>
    contents.emit('before-input-event', { preventDefault: () => prevented.push(name) }, key(name));
  press('a');
  press('+');
  expect(prevented).toEqual(['+']);
  expect([contents.factor, memory.percent]).toEqual([1.1, 110]);
  contents.factor = 1;
  contents.emit('did-finish-load');
  expect(contents.factor).toBe(1.1);
});
