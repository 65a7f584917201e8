import { expect, test } from 'vitest';
import { measureMainJob } from './main-job.ts';

test('every row of the main job is measured', async () => {
  const rows = await measureMainJob({ rounds: 1, endpointsPerRound: 1 });
  for (const { measured } of rows) {
    expect(measured.count).toBeGreaterThan(0);
    expect(measured.p50).toBeGreaterThan(0);
    expect(Number.isFinite(measured.p99)).toBe(true);
  }
});
