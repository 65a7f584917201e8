import { expect, test } from 'vitest';
import { measureHistory } from './history.ts';
import { expectFigures } from './rows.fixture.ts';

test('finding dictations is measured', async () => {
  const rows = await measureHistory({ dictations: 100 });
  expect(rows).toHaveLength(1);
  expectFigures(rows, ['captionkey']);
});
