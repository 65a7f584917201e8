import { expect, test } from 'vitest';
import { laneOf, misplacement, testFiles } from './lanes.ts';

test('a file says in its name what it needs', () => {
  expect(laneOf('electron/core/voice/voice.test.ts')).toBe('unit');
  expect(laneOf('renderer/panel/panel.browser.test.ts')).toBe('browser');
  expect(laneOf('electron/capture/capture.desktop.test.ts')).toBe('desktop');
  expect(laneOf('test/e2e/tray.spec.ts')).toBe('e2e');
  expect(laneOf('test/wayland/sway.spec.ts')).toBe('wayland');
});

test('every test file is in the lane of what it imports', () => {
  const misplaced = testFiles().flatMap((file) => {
    const reason = misplacement(file);
    return reason === null ? [] : [`${file} ${reason}`];
  });
  expect(misplaced).toEqual([]);
});

test('there are tests in every lane', () => {
  expect(new Set(testFiles().map(laneOf))).toEqual(
    new Set(['unit', 'browser', 'desktop', 'e2e', 'wayland']),
  );
});
