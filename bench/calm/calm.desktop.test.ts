import { expect, test } from 'vitest';
import { expectFigures } from '../rows.fixture.ts';
import { measureCalm } from './calm.ts';

test('how calm the captions are is measured, and no word moves that the service left alone', async () => {
  const rows = await measureCalm({ turns: 3 });
  expectFigures(rows, ['captionkey', 'centred-page']);
  const moved = rows.filter(({ what }) => what.includes('erased or moved'));
  expect(moved).toHaveLength(3);
  expect(moved.map(({ figures }) => figures.captionkey)).toEqual([0, 0, 0]);
});
