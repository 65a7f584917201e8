import { expect, test } from 'vitest';
import { laneOf, misplacement, testFiles } from './lanes.ts';

test('the name of a test file gives its lane', () => {
  expect(laneOf('electron/core/voice/voice.test.ts')).toBe('unit');
  expect(laneOf('renderer/panel/panel.browser.test.ts')).toBe('browser');
  expect(laneOf('electron/capture/capture.desktop.test.ts')).toBe('desktop');
  expect(laneOf('test/e2e/tray.spec.ts')).toBe('e2e');
  expect(laneOf('test/wayland/sway.spec.ts')).toBe('wayland');
  expect(laneOf('electron/main/insertion/windows/windows.wine.test.ts')).toBe('wine');
});

test('every test file is in the lane that its imports need', () => {
  const misplaced = testFiles().flatMap((file) => {
    const reason = misplacement(file);
    return reason === null ? [] : [`${file} ${reason}`];
  });
  expect(misplaced).toEqual([]);
});

test('there are tests in every lane', () => {
  expect(new Set(testFiles().map(laneOf))).toEqual(
    new Set(['unit', 'browser', 'desktop', 'e2e', 'wayland', 'wine']),
  );
});
