import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Store } from '../electron/main/storage/database/store.ts';
import { speaker, startWorker, timed, typedWords, value } from './spoken-words.ts';
import { ownRow, type Row } from './table.ts';

/** The number that the panel requests: a page, and one more to know whether there are older ones. */
const pageSize = 11;

/**
 * Measures the panel's search in the history, including the messages to the store's thread: one search
 * per letter of a typed word.
 *
 * @param dictations how many of twelve words are in it, a tenth of them with a recording
 */
export async function measureHistory({ dictations }: { dictations: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-bench-'));
  try {
    const store = new Store(startWorker, join(folder, 'captionkey.db'), () => undefined);
    const said = speaker();
    for (let n = 0; n < dictations; n++) await dictate(store, n, said());
    const searches: number[] = [];
    for (const typed of typedWords())
      searches.push(await timed(() => store.searchDictations(typed, null, pageSize)));
    await store.close();
    return [ownRow(`letter typed, ${dictations} dictations → dictations found`, 50, searches)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Stores a dictation of one sample, so that none is in two recordings. @throws if it is not stored */
async function dictate(store: Store, n: number, text: string): Promise<void> {
  const begun = { startedAtMs: n, startSample: 2 * n };
  const id = await value(store.beginDictation({ ...begun, app: 'Firefox' }));
  const endSample = 2 * n + 1;
  if (n % 10 === 0) {
    const recordingId = await value(store.beginRecording({ ...begun, path: `${n}.wav` }));
    await value(store.endRecording(recordingId, endSample));
  }
  const span = { startSample: 2 * n, endSample, durationMs: 1, isPartial: false };
  await value(store.finishDictation(id, { ...span, text }));
}
