import { expect, test } from 'vitest';
import { measureDrop } from './drop.ts';
import { clients } from './peers/client.ts';
import { expectFigures } from './rows.fixture.ts';

test('counts lost and doubled words of CaptionKey and its peers', async () => {
  const rows = await measureDrop({ turns: 1, dropAfterMs: 1_500 });
  expectFigures(rows, clients);
  // Asserts that CaptionKey loses nothing, but no speed.
  expect(rows.map(({ figures }) => figures.captionkey)).toEqual([0, 0]);
});
