import { expect, test } from 'vitest';
import { expectFigures } from './rows.fixture.ts';
import { measureStore } from './store.ts';

test('every row of the store is measured', async () => {
  const rows = await measureStore({ turns: 100 });
  expect(rows).toHaveLength(2);
  expectFigures(rows, ['captionkey']);
});
