import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '#shared/result.ts';
import { Store } from '../electron/main/storage/database/store.ts';
import { speaker, startWorker, timed, typedWords, value } from './spoken-words.ts';
import { ownRow, type Row } from './table.ts';

/** The number that the panel requests: a page, and one more to know whether there are older ones. */
const pageSize = 51;
/** How often the first page is read. */
const openings = 20;

/**
 * Measures the panel's history, including the messages to the store's thread: its first page, and one
 * search per letter of a typed word.
 *
 * @param entries half of them dictations of twelve words, a tenth of those with a recording, and half of
 * them captions with one turn of twelve words
 */
export async function measureHistory({ entries }: { entries: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-bench-'));
  try {
    const store = new Store(startWorker, join(folder, 'captionkey.db'), () => undefined);
    const said = speaker();
    for (let n = 0; n < entries / 2; n++) {
      await dictate(store, 2 * n, said());
      await caption(store, 2 * n + 1, said());
    }
    const pages: number[] = [];
    for (let n = 0; n < openings; n++) pages.push(await timed(() => firstPage(store)));
    const dictationSearches: number[] = [];
    const captionsSearches: number[] = [];
    for (const typed of typedWords()) {
      const search = [typed, null, pageSize] as const;
      dictationSearches.push(await timed(() => store.searchDictations(...search)));
      captionsSearches.push(await timed(() => store.searchCaptions(...search)));
    }
    await store.close();
    return [
      ownRow(`history opened, ${entries} entries → first page read`, 50, pages),
      ownRow(`letter typed, ${entries / 2} dictations → dictations found`, 50, dictationSearches),
      ownRow(`letter typed, ${entries / 2} captions → captions found`, 50, captionsSearches),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the history reads when it is opened. Fails if one of the calls does. */
async function firstPage(store: Store): Promise<Result<unknown>> {
  const dictations = store.dictations(null, pageSize);
  const captions = await store.captionsSessions(null, pageSize);
  return captions.ok ? dictations : captions;
}

/** Stores captions with one turn of one sample. @throws if they are not stored */
async function caption(store: Store, n: number, text: string): Promise<void> {
  const startSample = 2 * n;
  const id = await value(store.beginCaptions({ startedAtMs: n, startSample }));
  const span = { startSample, endSample: startSample + 1, createdAtMs: n };
  await value(store.saveTurn({ ...span, recordingId: null, text, language: 'en' }));
  await value(store.endCaptions(id, startSample + 1));
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
