import { test } from 'vitest';
import { measureMainJob } from './main-job.ts';
import { expectFigures } from './rows.fixture.ts';

test('every row of the main job is measured', async () => {
  expectFigures(await measureMainJob({ rounds: 1, endpointsPerRound: 1 }), ['captionkey']);
});
