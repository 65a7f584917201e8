import { expect, test } from 'vitest';
import { levelDb, meterFraction } from './meter.ts';

test.each([
  { rms: 0, db: -60, fraction: 0 },
  { rms: 0.0001, db: -60, fraction: 0 },
  { rms: 0.001, db: -60, fraction: 0 },
  { rms: 0.0316228, db: -30, fraction: 0.5 },
  { rms: 0.1, db: -20, fraction: 2 / 3 },
  { rms: 1, db: 0, fraction: 1 },
  { rms: 4, db: 0, fraction: 1 },
])('a level of $rms stands at $db dB', ({ rms, db, fraction }) => {
  expect(levelDb(rms)).toBeCloseTo(db, 4);
  expect(meterFraction(rms)).toBeCloseTo(fraction, 4);
});

test('what is not a level stands at the bottom', () => {
  expect(meterFraction(-0.5)).toBe(0);
  expect(meterFraction(Number.NaN)).toBe(0);
});
