import { expect, test } from 'vitest';
import { expectFigures } from './rows.fixture.ts';
import { measureThreeHours } from './three-hours.ts';

test('measures every row', () => {
  const rows = measureThreeHours({ hours: 0.01 });
  expect(rows).toHaveLength(5);
  expectFigures(rows, ['captionkey']);
});
