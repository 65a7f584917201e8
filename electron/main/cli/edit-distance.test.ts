import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['', '', 0],
  ['stop', 'stop', 0],
  ['stop', '', 4],
  ['', 'stop', 4],
  ['stopp', 'stop', 1],
  ['strat', 'start', 2],
  ['kitten', 'sitting', 3],
])('the distance of %j and %j is %d', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});
