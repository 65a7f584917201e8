import { buildWhenStale } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import { ownRow, type Row } from '../table.ts';
import { measureInsertion } from './insertion.ts';
import { startDictationDesk } from './desk.ts';
import { delaysOf, type Delays } from './dictated.ts';

/** How much to measure. */
export interface DictationEffort {
  /** Dictations with the whole app. */
  rounds: number;
  /** Texts to insert without the app, by CaptionKey's code and by a script. */
  insertions: number;
}

/**
 * Measures dictations as a person does them: a key held on an X keyboard, the app on Electron or the
 * stand-in, a service that answers immediately, and the text in another program.
 */
export async function measureDictation({ rounds, insertions }: DictationEffort): Promise<Row[]> {
  buildWhenStale();
  const desk = await startDictationDesk();
  const delays: Delays[] = [];
  const insertionRows: Row[] = [];
  try {
    while (delays.length < rounds) delays.push(delaysOf(await desk.dictate()));
    insertionRows.push(...(await measureInsertion(desk.display, desk.target, insertions)));
  } finally {
    await desk.stop();
  }
  const row = (what: string, budgetMs: number, delayOf: (one: Delays) => number | number[]): Row =>
    ownRow(what, budgetMs, delays.flatMap(delayOf));
  const painted = findRuntime().isStandIn ? 'painted by Chromium' : 'painted';
  return [
    row(`key down → “Starting…” ${painted}`, 50, (one) => one.keyToStarting),
    row('key down → first sample kept', 80, (one) => one.keyToFirstSample),
    row(`first buffer → “Listening…” ${painted}`, 33, (one) => one.firstBufferToListening),
    row('tail on disk → ForceEndpoint on the wire', 5, (one) => one.tailToEndpoint),
    row(`Turn sent by the service → caption ${painted}`, 33, (one) => one.turnToPaint),
    row('final Turn sent by the service → text in the target', 20, (one) => one.finalToText),
    ...insertionRows,
  ];
}
