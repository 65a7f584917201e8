import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/result.ts';
import { Store, type StartStoreWorker } from '../electron/main/store/store.ts';
import { nowMs } from './clock.ts';
import { ownRow, type Row } from './table.ts';

const startWorker: StartStoreWorker = (workerData) =>
  new Worker(new URL('../electron/main/store/worker.ts', import.meta.url), { workerData, env: {} });

/** Words by how often they are said, as in any language: the n-th 1/n as often as the first. */
const vocabulary = Array.from({ length: 20_000 }, (_, rank) => `w${(rank * 7_919).toString(36)}`);

/**
 * Measures the store as the app meets it, the thread's messages included: saving a turn, finding
 * turns as a word is typed letter by letter, and opening the file at a start.
 *
 * @param turns how many turns of twelve words are in it
 */
export async function measureStore({ turns }: { turns: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-bench-'));
  const path = join(folder, 'captionkey.db');
  const start = (): Store => new Store(startWorker, path, () => undefined);
  try {
    const store = start();
    const said = speaker();
    const saves: number[] = [];
    for (let n = 0; n < turns; n++)
      saves.push(await timed(() => store.saveTurn({ ...turn, text: said() })));

    const searches: number[] = [];
    for (let rank = 0; rank < 40; rank++) {
      const word = vocabulary[rank ** 2] ?? '';
      for (let letters = 1; letters <= word.length; letters++)
        searches.push(await timed(() => store.search(word.slice(0, letters), 50)));
    }
    await store.close();

    const openings: number[] = [];
    for (let n = 0; n < 10; n++) {
      const next = start();
      openings.push(await timed(() => next.open()));
      await next.close();
    }
    return [
      ownRow('final turn → stored', 10, saves),
      ownRow(`letter typed, ${turns} turns → turns found`, 50, searches),
      ownRow(`start, ${turns} turns → store checked and open`, 1_000, openings),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const turn = { recordingId: null, startSample: 0, endSample: 1, language: 'en', createdAtMs: 0 };

/** @throws where the call failed */
async function timed(call: () => Promise<Result<unknown>>): Promise<number> {
  const fromMs = nowMs();
  const result = await call();
  if (!result.ok) throw new Error(result.problem.sentence);
  return nowMs() - fromMs;
}

function speaker(): () => string {
  let seed = 1;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const word = (): string =>
    vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0] ?? '';
  return () => Array.from({ length: 12 }, word).join(' ');
}
