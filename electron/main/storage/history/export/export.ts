import {
  afterAll,
  type Exported,
  type ExportFormat,
  type HistoryPage,
  type HistoryQuery,
  type HistoryRef,
} from '#shared/history.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Store } from '../../database/store.ts';
import { writeWhole } from '../../whole-file.ts';
import type { ExportedEntry } from './document.ts';
import { exportedCaptions, exportedDictation } from './entries.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { messages } from '#shared/messages/index.ts';
import { dateTimeOf } from './date-time.ts';
import { srt } from './srt.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';

/** Asks the person for a file and proposes a name; null if they cancel. */
export type AskWhereToSave = (name: string, format: ExportFormat) => Promise<string | null>;

type Read = (query: HistoryQuery) => Promise<Result<HistoryPage>>;

const writers: Record<ExportFormat, (entries: ExportedEntry[]) => string> = {
  txt,
  md,
  json,
  srt,
  vtt,
};

/** The number of rows that one request to the history returns. */
const pageSize = 1_000;

/**
 * Writes dictations and captions with a text to a file that the person chooses, oldest first. The file is
 * complete or unchanged.
 *
 * @param read reads a page of the history
 * @returns the file, or null if the person cancelled
 */
export async function exportTo(
  store: Store,
  read: Read,
  ask: AskWhereToSave,
  exported: Exported,
  format: ExportFormat,
): Promise<Result<string | null>> {
  const refs = 'id' in exported ? ok([exported]) : await refsOf(read, exported.words);
  if (!refs.ok) return refs;
  const found = await entriesOf(store, refs.value);
  if (!found.ok) return found;
  const entries = found.value.filter(({ text }) => text !== '').reverse();
  const [first] = entries;
  if (first === undefined) return failed(problem('nothing-to-export', {}));
  const dateTime = dateTimeOf(first.startedAtMs).replace(':', '.');
  const kind = entries.length === 1 ? first.type : 'history';
  const path = await ask(`${messages.history.dialog.fileNames[kind](dateTime)}.${format}`, format);
  return path === null ? ok(null) : writeWhole(path, writers[format](entries));
}

/** Newest first. */
async function entriesOf(store: Store, refs: HistoryRef[]): Promise<Result<ExportedEntry[]>> {
  const entries: ExportedEntry[] = [];
  for (const { type, id } of refs) {
    const entry =
      type === 'dictation'
        ? mapped(await store.dictation(id), exportedDictation)
        : mapped(await store.captionsSession(id), exportedCaptions);
    if (!entry.ok) return entry;
    if (entry.value !== null) entries.push(entry.value);
  }
  return ok(entries);
}

const mapped = <T, U>(result: Result<T | null>, map: (value: T) => U): Result<U | null> =>
  result.ok ? ok(result.value === null ? null : map(result.value)) : result;

async function refsOf(read: Read, words: string): Promise<Result<HistoryRef[]>> {
  const refs: HistoryRef[] = [];
  for (;;) {
    const before = afterAll(refs);
    const page = await read({ words, isDictationsOnly: false, before, limit: pageSize });
    if (!page.ok) return page;
    refs.push(...page.value.rows.map(({ type, id }) => ({ type, id })));
    if (!page.value.hasMore) return ok(refs);
  }
}
