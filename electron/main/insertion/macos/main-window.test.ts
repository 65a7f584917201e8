import { expect, test } from 'vitest';
import { mainWindowId, type ScreenWindow } from './main-window.ts';

const document: ScreenWindow = {
  windowId: 7,
  processId: 42,
  layer: 0,
  alpha: 1,
  widthPoints: 800,
  heightPoints: 600,
};

test('the first window of the program is its main window', () => {
  const windows = [
    { ...document, windowId: 6, processId: 41 },
    document,
    { ...document, windowId: 8 },
  ];
  expect(mainWindowId(windows, 42)).toBe(7);
});

test.each<[string, Partial<ScreenWindow>]>([
  ['a menu or a panel above the others', { layer: 25 }],
  ['a transparent window', { alpha: 0 }],
  ['a low bar, such as the address of a link', { heightPoints: 24 }],
  ['a narrow window', { widthPoints: 1 }],
])('%s in front of it is passed over', (_name, helper) => {
  expect(mainWindowId([{ ...document, windowId: 9, ...helper }, document], 42)).toBe(7);
});

test('a window counts that is almost transparent, or small', () => {
  const note = { ...document, alpha: 0.1, widthPoints: 50, heightPoints: 50 };
  expect(mainWindowId([note], 42)).toBe(7);
});

test('a program with other windows only has none', () => {
  expect(mainWindowId([{ ...document, alpha: 0 }], 42)).toBe(0);
  expect(mainWindowId([], 42)).toBe(0);
});
