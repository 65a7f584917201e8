import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Store } from '../electron/main/storage/database/store.ts';
import { speaker, startWorker, timed } from './spoken-words.ts';
import { ownRow, type Row } from './table.ts';

/**
 * Measures the store as the app uses it, including the messages to its thread: saving a turn, and
 * opening the file at a start. The history's searches are measured in history.ts.
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

    await store.close();

    const openings: number[] = [];
    for (let n = 0; n < 10; n++) {
      const next = start();
      openings.push(await timed(() => next.open()));
      await next.close();
    }
    return [
      ownRow('final turn → stored', 10, saves),
      ownRow(`start, ${turns} turns → store checked and open`, 1_000, openings),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const turn = { recordingId: null, startSample: 0, endSample: 1, language: 'en', createdAtMs: 0 };
