import { expect, test } from 'vitest';
import { measureHistory } from './history.ts';
import { expectFigures } from './rows.fixture.ts';

test('reading and searching the history is measured', async () => {
  const rows = await measureHistory({ entries: 100 });
  expect(rows).toHaveLength(3);
  expectFigures(rows, ['captionkey']);
});
