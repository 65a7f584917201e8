import { expect, test } from 'vitest';
import { expectFigures } from '../rows.fixture.ts';
import { measureDictation } from './dictation.ts';

test('every row of dictation is measured, insertion beside a script', async () => {
  const rows = await measureDictation({ rounds: 1, insertions: 1 });
  const isCompared = ({ figures }: (typeof rows)[number]): boolean => 'script' in figures;
  expectFigures(rows.filter(isCompared), ['captionkey', 'script']);
  expectFigures(
    rows.filter((row) => !isCompared(row)),
    ['captionkey'],
  );
  expect(rows).toHaveLength(9);
});
