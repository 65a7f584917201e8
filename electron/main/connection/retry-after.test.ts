import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';
import { mainTuning } from '../time/tuning.ts';

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
  ['9'.repeat(400), mainTuning.longestRetryAfterMs],
  ['Sat, 28 Nov 2099 20:00:00 GMT', mainTuning.longestRetryAfterMs],
])('Retry-After %j asks for %d ms', (header, delayMs) => {
  expect(parseRetryAfter(header, nowMs)).toBe(delayMs);
});
