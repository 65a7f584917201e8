import { expect, test } from 'vitest';
import { settleMsAfter } from './settle.ts';
import { insertionTuning as tuning } from './tuning.ts';

test('a target that reads at once is waited for only briefly', () => {
  expect(settleMsAfter(0)).toBe(tuning.settleMs);
  expect(settleMsAfter(20)).toBe(tuning.settleMs);
});

test('a target that reads late is given longer for a second read, up to a bound', () => {
  expect(settleMsAfter(150)).toBe(tuning.settleFactor * 150);
  expect(settleMsAfter(4_000)).toBe(tuning.settleTimeoutMs);
});
