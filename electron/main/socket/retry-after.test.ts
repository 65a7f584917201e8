import { expect, test } from 'vitest';
import { tuning } from '#core/tuning.ts';
import { parseRetryAfter } from './retry-after.ts';

const nowMs = Date.parse('Sat, 28 Nov 2026 20:00:00 GMT');

test.each([
  [undefined, 0],
  ['7', 7_000],
  ['0', 0],
  ['Sat, 28 Nov 2026 20:00:09 GMT', 9_000],
  ['Sat, 28 Nov 2026 19:00:00 GMT', 0],
  ['soon', 0],
  ['-5', 0],
  ['1e3', 0],
  ['9'.repeat(400), tuning.longestRetryAfterMs],
  ['Sat, 28 Nov 2099 20:00:00 GMT', tuning.longestRetryAfterMs],
])('Retry-After %j asks for %d ms', (header, delayMs) => {
  expect(parseRetryAfter(header, nowMs)).toBe(delayMs);
});
