import { expect, test } from 'vitest';
import { expectFigures } from '../rows.fixture.ts';
import { measureAppCost } from './app-cost.ts';
import { measureAppStart } from './app-start.ts';
import { measureWorkDay } from './work-day.ts';
import { roles } from './app-processes.ts';

test('every row of the cost of the app is measured', async () => {
  const rows = await measureAppCost({ idleMs: 500, speakingMs: 1_000, settleMs: 1_000 });
  expectFigures(rows, ['captionkey']);
  expect(rows).toHaveLength(3 + 2 * roles.length);
});

test('the start is measured alone and beside other work', async () => {
  expectFigures(await measureAppStart({ launches: 1 }), ['captionkey']);
});

test('a day of work is measured, and every text arrives', async () => {
  const rows = await measureWorkDay({ lengthMs: 1, captionsMs: 3_000, pauseMs: 0 });
  expectFigures(rows, ['captionkey']);
  expect(rows.slice(0, 3).map(({ figures }) => figures.captionkey)).toEqual([0, 0, 0]);
});
