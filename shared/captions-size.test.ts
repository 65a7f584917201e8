import { expect, test } from 'vitest';
import { captionsHeightPx, defaultTextSizePx, lineHeightPx } from './captions-size.ts';
import { limits } from './limits.ts';

const numbers = ({ least, most }: { least: number; most: number }): number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

test('two lines of 28 px are the bar of 124 px that captions always had', () => {
  expect(lineHeightPx(defaultTextSizePx)).toBe(36);
  expect(captionsHeightPx({ captionsTextSize: defaultTextSizePx, captionsLines: 2 })).toBe(124);
});

test('at every size there is room for the lines, and for one of them beside a problem', () => {
  const borderAndPaddingPx = 22;
  const problemPx = 48;
  for (const captionsTextSize of numbers(limits.captionsTextSize))
    for (const captionsLines of numbers(limits.captionsLines)) {
      const roomPx = captionsHeightPx({ captionsTextSize, captionsLines }) - borderAndPaddingPx;
      const linePx = lineHeightPx(captionsTextSize);
      expect(roomPx).toBeGreaterThanOrEqual(captionsLines * linePx);
      expect(roomPx).toBeGreaterThanOrEqual(linePx + problemPx);
    }
});
