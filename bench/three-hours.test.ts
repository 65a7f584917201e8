import { expect, test } from 'vitest';
import { expectFigures } from './rows.fixture.ts';
import { measureThreeHours } from './three-hours.ts';

test('every row of an afternoon is measured', () => {
  const rows = measureThreeHours({ hours: 0.01 });
  expect(rows).toHaveLength(5);
  expectFigures(rows, ['captionkey']);
});
