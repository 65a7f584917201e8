import { expect, test } from 'vitest';
import { clients } from './peers/client.ts';
import { expectFigures } from './rows.fixture.ts';
import { measureStreaming } from './streaming.ts';

test('measures every row of streaming for CaptionKey and its peers', async () => {
  const rows = await measureStreaming({ launches: 1, streamMs: 1_500 });
  expect(rows).toHaveLength(5);
  const hasFloor = ({ figures }: (typeof rows)[number]): boolean => 'bare-naudiodon' in figures;
  expectFigures(rows.filter(hasFloor), [...clients, 'bare-naudiodon']);
  expectFigures(
    rows.filter((row) => !hasFloor(row)),
    clients,
  );
});
