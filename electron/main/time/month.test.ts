import { afterEach, describe, expect, test, vi } from 'vitest';
import { startOfMonth, startOfNextMonth } from './month.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The hours by which local midnight comes before that of UTC, on the first of each month. */
describe.each([
  ['America/Los_Angeles', -7, -8],
  ['UTC', 0, 0],
  ['Asia/Kolkata', 5.5, 5.5],
  ['Pacific/Kiritimati', 14, 14],
])('in %s', (zone, octoberOffset, decemberOffset) => {
  const midnight = (month: number, offsetHours: number): number =>
    Date.UTC(2026, month) - offsetHours * 3_600_000;
  const october = midnight(9, octoberOffset);
  const december = midnight(11, decemberOffset);

  test('a month begins at local midnight, also after the clocks have changed', () => {
    vi.stubEnv('TZ', zone);
    expect(startOfMonth(october)).toBe(october);
    expect(startOfMonth(october - 1)).toBeLessThan(october);
    expect(startOfMonth(december - 1)).toBeLessThan(december);
    expect(startOfMonth(december)).toBe(december);
  });

  test('the month after December is in the next year', () => {
    vi.stubEnv('TZ', zone);
    expect(startOfNextMonth(december)).toBe(Date.UTC(2027, 0) - decemberOffset * 3_600_000);
    expect(startOfNextMonth(december - 1)).toBe(december);
  });
});
