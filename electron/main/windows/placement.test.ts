import { expect, test } from 'vitest';
import {
  changeOf,
  offsetIn,
  placeCaptions,
  placePill,
  type Area,
  type CaptionsLayout,
} from './placement.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 850 };
const free: CaptionsLayout = { heightPx: 124, widthPx: 900, place: 'free', dragged: undefined };
const captionsOn = (workArea: Area, layout: Partial<CaptionsLayout> = {}): Area =>
  placeCaptions(workArea, { ...free, ...layout });

/** Left of the first display and a little higher. */
const left = { x: -1920, y: -200, width: 1920, height: 1080 };

test('captions that were not moved are at the bottom in the middle', () => {
  expect(captionsOn(laptop)).toEqual({ x: 270, y: 719, width: 900, height: 124 });
  expect(captionsOn(left)).toEqual({ x: -1410, y: 724, width: 900, height: 124 });
});

test.each([
  ['the first display', laptop],
  ['a display whose coordinates are negative', left],
])('captions return to their place on %s', (_name, workArea) => {
  const put = { x: workArea.x + 17, y: workArea.y + 300 };
  expect(captionsOn(workArea, { dragged: offsetIn(workArea, put) })).toMatchObject(put);
});

test('captions move with their display', () => {
  const offset = offsetIn(left, { x: -1900, y: -150 });
  expect(captionsOn({ ...left, x: 1440, y: 0 }, { dragged: offset })).toMatchObject({
    x: 1460,
    y: 50,
  });
});

test.each([
  ['right and below', { x: 5_000, y: 5_000 }, { x: 540, y: 751 }],
  ['left and above', { x: -5_000, y: -5_000 }, { x: 0, y: 25 }],
])('captions too far %s are completely visible at the edge', (_name, offset, expected) => {
  expect(captionsOn(laptop, { dragged: offset })).toMatchObject(expected);
});

test('captions fit a small display, and begin in its corner', () => {
  const tiny = { x: 10, y: 20, width: 320, height: 100 };
  expect(captionsOn(tiny)).toEqual(tiny);
  expect(captionsOn(tiny, { dragged: { x: 90, y: 90 } })).toEqual(tiny);
});

test('taller captions grow upwards from the bottom, and are never taller than the display', () => {
  expect(captionsOn(laptop, { heightPx: 300 })).toEqual({
    x: 270,
    y: 543,
    width: 900,
    height: 300,
  });
  expect(captionsOn(laptop, { heightPx: 300, dragged: { x: 0, y: 700 } })).toMatchObject({
    y: 575,
    height: 300,
  });
  expect(captionsOn(laptop, { heightPx: 2_000 })).toMatchObject({ y: 25, height: 850 });
});

const pill = { width: 280, height: 44 };

test('the pill is at the bottom in the middle', () => {
  expect(placePill(laptop, pill, null)).toEqual({ x: 580, y: 799, ...pill });
  expect(placePill(left, pill, null)).toEqual({ x: -1100, y: 804, ...pill });
});

test('the pill stands above captions that it would cover', () => {
  const captions = captionsOn(laptop);
  const { y, height } = placePill(laptop, pill, captions);
  expect(y + height).toBe(captions.y - 8);
});

test('the pill stands below captions that leave no room above them', () => {
  const low = { ...laptop, height: 170 };
  const captions = captionsOn(low, { dragged: { x: 270, y: 10 } });
  expect(placePill(low, { ...pill, height: 40 }, captions).y).toBe(captions.y + 124 + 8);
});

test('captions elsewhere do not move the pill', () => {
  const captions = captionsOn(laptop, { dragged: { x: 0, y: 0 } });
  expect(placePill(laptop, pill, captions)).toEqual(placePill(laptop, pill, null));
});

test.each([
  ['top', 57],
  ['bottom', 719],
] as const)(
  'captions at the %s are in the middle of that edge, wherever they were dragged',
  (place, y) => {
    const layout = { place, dragged: { x: 5, y: 300 } };
    expect(captionsOn(laptop, layout)).toEqual({ x: 270, y, width: 900, height: 124 });
  },
);

test('captions have the width that was chosen, within what can be seen and read', () => {
  expect(captionsOn(laptop, { widthPx: 600 })).toMatchObject({ x: 420, width: 600 });
  expect(captionsOn(laptop, { widthPx: 3_000 })).toMatchObject({ x: 0, width: 1_440 });
  expect(captionsOn(laptop, { widthPx: 1 })).toMatchObject({ width: 320 });
});

const given = { x: 100, y: 200, width: 900, height: 124 };

test.each([
  ['moved', { x: 130 }],
  ['moved', { y: 150 }],
  ['widened', { width: 700 }],
  ['widened', { x: 50, width: 950 }],
  ['upper-edge', { y: 150, height: 174 }],
  [null, {}],
  [null, { height: 300 }],
  [null, { x: 101, y: 199, width: 901 }],
])('%s: what a person has done to a window that now has %j', (change, now) => {
  expect(changeOf(given, { ...given, ...now })).toBe(change);
});
