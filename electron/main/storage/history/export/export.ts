import type { Exported, ExportFormat } from '#shared/dictation.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { WholeDictation } from '../../database/dictation-records.ts';
import type { Store } from '../../database/store.ts';
import { writeWhole } from '../../whole-file.ts';
import { cuesOf } from './cues.ts';
import type { ExportedDictation } from './document.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { messages } from '#shared/messages/index.ts';
import { dateTimeOf } from './date-time.ts';
import { srt } from './srt.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';

/** Asks the person for a file and proposes a name; null if they cancel. */
export type AskWhereToSave = (name: string, format: ExportFormat) => Promise<string | null>;

const writers: Record<ExportFormat, (dictations: ExportedDictation[]) => string> = {
  txt,
  md,
  json,
  srt,
  vtt,
};

/** The number of dictations that one request to the store returns. */
const pageSize = 1_000;

/**
 * Writes dictations with a text to a file that the person chooses, oldest first. The file is complete or
 * unchanged.
 *
 * @returns the file, or null if the person cancelled
 */
export async function exportTo(
  store: Store,
  ask: AskWhereToSave,
  exported: Exported,
  format: ExportFormat,
): Promise<Result<string | null>> {
  const found = await read(store, exported);
  if (!found.ok) return found;
  const dictations = found.value.filter(({ text }) => text !== '').reverse();
  const [first] = dictations;
  if (first === undefined) return failed(problem('nothing-to-export', {}));
  const name = `${messages.history.dialog.fileName(dateTimeOf(first.startedAtMs).replace(':', '.'))}.${format}`;
  const path = await ask(name, format);
  return path === null ? ok(null) : writeWhole(path, writers[format](dictations.map(toExport)));
}

/** Newest first. */
async function read(store: Store, exported: Exported): Promise<Result<WholeDictation[]>> {
  const ids = 'id' in exported ? ok([exported.id]) : await idsOf(store, exported.words);
  if (!ids.ok) return ids;
  const dictations: WholeDictation[] = [];
  for (const id of ids.value) {
    const dictation = await store.dictation(id);
    if (!dictation.ok) return dictation;
    if (dictation.value !== null) dictations.push(dictation.value);
  }
  return ok(dictations);
}

async function idsOf(store: Store, words: string): Promise<Result<number[]>> {
  const ids: number[] = [];
  for (let beforeId: number | null = null; ; beforeId = ids.at(-1) ?? null) {
    const page = await (words.trim() === ''
      ? store.dictations(beforeId, pageSize)
      : store.searchDictations(words, beforeId, pageSize));
    if (!page.ok) return page;
    ids.push(...page.value.map(({ id }) => id));
    if (page.value.length < pageSize) return ok(ids);
  }
}

function toExport(dictation: WholeDictation): ExportedDictation {
  const { startedAtMs, app, state, durationMs, isPartial, text } = dictation;
  const cues = cuesOf(dictation);
  const cuesMs = cues.at(-1)?.endMs ?? 0;
  return { startedAtMs, app, state, durationMs: durationMs ?? cuesMs, isPartial, text, cues };
}
