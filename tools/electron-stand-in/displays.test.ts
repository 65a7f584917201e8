import { expect, test } from 'vitest';
import { displayAt, displayOver, intersection } from './displays.ts';

const left = { bounds: { x: 0, y: 0, width: 640, height: 800 } };
const right = { bounds: { x: 640, y: 200, width: 640, height: 600 } };

test('intersection returns the common part of two rectangles, or null', () => {
  const area = { x: 600, y: 100, width: 100, height: 200 };
  expect(intersection(left.bounds, area)).toEqual({ x: 600, y: 100, width: 40, height: 200 });
  expect(intersection(right.bounds, area)).toEqual({ x: 640, y: 200, width: 60, height: 100 });
  expect(intersection(left.bounds, right.bounds)).toBeNull();
});

test('displayAt returns the display that contains the point, or the nearest one', () => {
  expect(displayAt([left, right], { x: 639, y: 799 })).toBe(left);
  expect(displayAt([left, right], { x: 640, y: 200 })).toBe(right);
  expect(displayAt([left, right], { x: 1_000, y: 10 })).toBe(right);
  expect(displayAt([left, right], { x: 641, y: 10 })).toBe(left);
});

test('displayOver returns the display with most of the area, or the nearest to its middle', () => {
  expect(displayOver([left, right], { x: 600, y: 300, width: 100, height: 100 })).toBe(right);
  expect(displayOver([left, right], { x: 580, y: 300, width: 100, height: 100 })).toBe(left);
  expect(displayOver([left, right], { x: 2_000, y: 0, width: 100, height: 100 })).toBe(right);
});
