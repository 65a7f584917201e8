import { expect, test } from 'vitest';
import { offsetIn, placeCaptions } from './placement.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 850 };
/** Left of the first display and a little higher. */
const left = { x: -1920, y: -200, width: 1920, height: 1080 };

test('captions nobody has moved are at the bottom, in the middle', () => {
  expect(placeCaptions(laptop, null)).toEqual({ x: 270, y: 719, width: 900, height: 124 });
  expect(placeCaptions(left, null)).toEqual({ x: -1410, y: 724, width: 900, height: 124 });
});

test.each([
  ['the first display', laptop],
  ['a display whose coordinates are negative', left],
])('captions come back to where they were put on %s', (_name, workArea) => {
  const put = { x: workArea.x + 17, y: workArea.y + 300 };
  expect(placeCaptions(workArea, offsetIn(workArea, put))).toMatchObject(put);
});

test('a display that is put elsewhere takes its captions with it', () => {
  const offset = offsetIn(left, { x: -1900, y: -150 });
  expect(placeCaptions({ ...left, x: 1440, y: 0 }, offset)).toMatchObject({ x: 1460, y: 50 });
});

test.each([
  ['right and below', { x: 5_000, y: 5_000 }, { x: 540, y: 751 }],
  ['left and above', { x: -5_000, y: -5_000 }, { x: 0, y: 25 }],
])('captions put too far %s are whole at the edge', (_name, offset, expected) => {
  expect(placeCaptions(laptop, offset)).toMatchObject(expected);
});

test('captions are no larger than a small display, and begin in its corner', () => {
  const tiny = { x: 10, y: 20, width: 320, height: 100 };
  expect(placeCaptions(tiny, null)).toEqual(tiny);
  expect(placeCaptions(tiny, { x: 90, y: 90 })).toEqual(tiny);
});
