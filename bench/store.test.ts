import { expect, test } from 'vitest';
import { measureStore } from './store.ts';

test('every row of the store is measured', async () => {
  const rows = await measureStore({ turns: 100 });
  expect(rows).toHaveLength(3);
  for (const { measured } of rows) expect(measured.p50).toBeGreaterThan(0);
});
