import { expect, test } from 'vitest';
import { offsetIn, placeCaptions, placePill } from './placement.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 850 };
/** Left of the first display and a little higher. */
const left = { x: -1920, y: -200, width: 1920, height: 1080 };

test('captions that were not moved are at the bottom in the middle', () => {
  expect(placeCaptions(laptop, 124, null)).toEqual({ x: 270, y: 719, width: 900, height: 124 });
  expect(placeCaptions(left, 124, null)).toEqual({ x: -1410, y: 724, width: 900, height: 124 });
});

test.each([
  ['the first display', laptop],
  ['a display whose coordinates are negative', left],
])('captions return to their place on %s', (_name, workArea) => {
  const put = { x: workArea.x + 17, y: workArea.y + 300 };
  expect(placeCaptions(workArea, 124, offsetIn(workArea, put))).toMatchObject(put);
});

test('captions move with their display', () => {
  const offset = offsetIn(left, { x: -1900, y: -150 });
  expect(placeCaptions({ ...left, x: 1440, y: 0 }, 124, offset)).toMatchObject({ x: 1460, y: 50 });
});

test.each([
  ['right and below', { x: 5_000, y: 5_000 }, { x: 540, y: 751 }],
  ['left and above', { x: -5_000, y: -5_000 }, { x: 0, y: 25 }],
])('captions too far %s are completely visible at the edge', (_name, offset, expected) => {
  expect(placeCaptions(laptop, 124, offset)).toMatchObject(expected);
});

test('captions fit a small display, and begin in its corner', () => {
  const tiny = { x: 10, y: 20, width: 320, height: 100 };
  expect(placeCaptions(tiny, 124, null)).toEqual(tiny);
  expect(placeCaptions(tiny, 124, { x: 90, y: 90 })).toEqual(tiny);
});

test('taller captions grow upwards from the bottom, and are never taller than the display', () => {
  expect(placeCaptions(laptop, 300, null)).toEqual({ x: 270, y: 543, width: 900, height: 300 });
  expect(placeCaptions(laptop, 300, { x: 0, y: 700 })).toMatchObject({ y: 575, height: 300 });
  expect(placeCaptions(laptop, 2_000, null)).toMatchObject({ y: 25, height: 850 });
});

const pill = { width: 280, height: 44 };

test('the pill is at the bottom in the middle', () => {
  expect(placePill(laptop, pill, null)).toEqual({ x: 580, y: 799, ...pill });
  expect(placePill(left, pill, null)).toEqual({ x: -1100, y: 804, ...pill });
});

test('the pill stands above captions that it would cover', () => {
  const captions = placeCaptions(laptop, 124, null);
  const { y, height } = placePill(laptop, pill, captions);
  expect(y + height).toBe(captions.y - 8);
});

test('the pill stands below captions that leave no room above them', () => {
  const low = { ...laptop, height: 170 };
  const captions = placeCaptions(low, 124, { x: 270, y: 10 });
  expect(placePill(low, { ...pill, height: 40 }, captions).y).toBe(captions.y + 124 + 8);
});

test('captions elsewhere do not move the pill', () => {
  const captions = placeCaptions(laptop, 124, { x: 0, y: 0 });
  expect(placePill(laptop, pill, captions)).toEqual(placePill(laptop, pill, null));
});
