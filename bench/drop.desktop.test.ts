import { expect, test } from 'vitest';
import { measureDrop } from './drop.ts';
import { clients } from './peers/client.ts';
import { expectFigures } from './rows.fixture.ts';

test('words lost and doubled are counted, ours and the peers’', async () => {
  const rows = await measureDrop({ turns: 1, dropAfterMs: 1_500 });
  expectFigures(rows, clients);
  // How fast we are is not asserted; that we lose nothing is.
  expect(rows.map(({ figures }) => figures.captionkey)).toEqual([0, 0]);
});
