import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { tuning } from '#core/tuning.ts';
import type { Dictation, DictationOutcome } from '#shared/dictation.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import type { Usage } from '#shared/usage.ts';
import type {
  FinishedDictation,
  HeardAgain,
  NewDictation,
  WholeDictation,
} from './dictation-records.ts';
import {
  calls,
  reportSchema,
  type CallAnswer,
  type CallArguments,
  type CallName,
  type Request,
} from './messages.ts';
import type {
  NewRecording,
  NewTurn,
  Recording,
  Session,
  StoredTurn,
  UnfinishedRecording,
} from './records.ts';

/** Starts the store's thread, `worker.ts`, with this as its `workerData`. */
export type StartStoreWorker = (workerData: { path: string; runId: string }) => Worker;

const stopped = failed(
  'store-stopped',
  'CaptionKey can no longer keep what is said. Start it again.',
);
const tooSlow = failed(
  'store-slow',
  'The disk does not answer, so what is said may not be kept. Check the disk.',
);
const misunderstood = failed(
  'store-failed',
  'captionkey.db holds something that CaptionKey does not understand. Move the file away and start CaptionKey again.',
);

/**
 * What is kept of speech: recordings, final turns, dictations and sessions, in the file `captionkey.db` (its
 * format: docs/store.md). Calls are carried out in order, in a thread of its own. Every failure is
 * a value with a sentence; the app can go on without what failed.
 */
export class Store {
  readonly #worker: Worker;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #nextId = 0;
  #hasStopped = false;

  /**
   * @param path of the database file
   * @param notice told what a person has to know although calls go on: a damaged file was set
   *   aside, or the file was taken away
   */
  constructor(start: StartStoreWorker, path: string, notice: (problem: Problem) => void) {
    this.#worker = start({ path, runId: randomUUID() });
    this.#worker.on('message', (message: unknown) => this.#receive(message, notice));
    // An exit follows.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => this.#stop());
  }

  /** Opens the file ahead of need; what fails here fails in every call, until it is mended. */
  open(): Promise<Result<null>> {
    return this.#call('open');
  }

  /** Says that sound is being written to a file, and answers with the recording's id. */
  beginRecording(recording: NewRecording): Promise<Result<number>> {
    return this.#call('beginRecording', recording);
  }

  /** Says that everything before `toSample` is final and stored, or holds no words. */
  settle(recordingId: number, toSample: number): Promise<Result<null>> {
    return this.#call('settle', recordingId, toSample);
  }

  /** Says that a recording ends at `endSample`. One whose end was never said was cut short. */
  endRecording(recordingId: number, endSample: number): Promise<Result<null>> {
    return this.#call('endRecording', recordingId, endSample);
  }

  /** The person wants to keep the sound and not to be asked about it again. */
  keep(recordingId: number): Promise<Result<null>> {
    return this.#call('keep', recordingId);
  }

  /** Takes a recording out of the store; its turns stay. The file is the caller's to delete. */
  forget(recordingId: number): Promise<Result<null>> {
    return this.#call('forget', recordingId);
  }

  /** All recordings, oldest first. */
  recordings(): Promise<Result<Recording[]>> {
    return this.#call('recordings');
  }

  /** The recordings of earlier runs that reach beyond what is settled, oldest first. */
  unfinished(): Promise<Result<UnfinishedRecording[]>> {
    return this.#call('unfinished');
  }

  /** Keeps a final turn and answers with its id. Once answered, it outlives a crash. */
  saveTurn(turn: NewTurn): Promise<Result<number>> {
    return this.#call('saveTurn', turn);
  }

  /**
   * The newest turns, newest first.
   *
   * @param beforeId only turns older than this one; null for the newest of all
   */
  turns(beforeId: number | null, limit: number): Promise<Result<StoredTurn[]>> {
    return this.#call('turns', beforeId, limit);
  }

  /** The newest turns with all these words, newest first; the last may be typed in part. */
  search(text: string, limit: number): Promise<Result<StoredTurn[]>> {
    return this.#call('search', text, limit);
  }

  /** Deletes turns so that their words are nowhere in the file. */
  deleteTurns(ids: number[]): Promise<Result<null>> {
    return this.#call('deleteTurns', ids);
  }

  /**
   * Says that a dictation begins, before anything of it is sent, and answers with its id. Until it
   * is finished its text is that of the turns that are kept.
   */
  beginDictation(dictation: NewDictation): Promise<Result<number>> {
    return this.#call('beginDictation', dictation);
  }

  /** Keeps the text of a dictation and the sound it was said in, in this run's sample clock. */
  finishDictation(id: number, dictation: FinishedDictation): Promise<Result<null>> {
    return this.#call('finishDictation', id, dictation);
  }

  /** Keeps what became of the text of a dictation. */
  setOutcome(id: number, outcome: DictationOutcome): Promise<Result<null>> {
    return this.#call('setOutcome', id, outcome);
  }

  /**
   * The newest dictations, newest first.
   *
   * @param beforeId only dictations older than this one; null for the newest of all
   */
  dictations(beforeId: number | null, limit: number): Promise<Result<Dictation[]>> {
    return this.#call('dictations', beforeId, limit);
  }

  /** As `dictations`, of those with all these words; the last word may be typed in part. */
  searchDictations(
    text: string,
    beforeId: number | null,
    limit: number,
  ): Promise<Result<Dictation[]>> {
    return this.#call('searchDictations', text, beforeId, limit);
  }

  /** A dictation with its turns and with the recordings that hold its sound; null: there is none. */
  dictation(id: number): Promise<Result<WholeDictation | null>> {
    return this.#call('dictation', id);
  }

  /** Puts what was heard the second time in the place of a dictation's text and turns. */
  replaceText(id: number, heard: HeardAgain): Promise<Result<null>> {
    return this.#call('replaceText', id, heard);
  }

  /** Takes a dictation out of the history that was none; words of captions in its time stay. */
  dropDictation(id: number): Promise<Result<null>> {
    return this.#call('dropDictation', id);
  }

  /**
   * Deletes dictations and their turns so that their words are nowhere in the file. Their sound is
   * the caller's to delete, before.
   */
  deleteDictations(ids: number[]): Promise<Result<null>> {
    return this.#call('deleteDictations', ids);
  }

  /** Keeps what a session cost; one that is saved again replaces itself. */
  saveSession(session: Session): Promise<Result<null>> {
    return this.#call('saveSession', session);
  }

  /** What was used; a session counts for the day and the month it began in, local time. */
  usage(nowMs: number): Promise<Result<Usage>> {
    return this.#call('usage', nowMs);
  }

  /** Closes the file and ends the thread, after all calls before. */
  async close(): Promise<void> {
    await this.#call('close');
    await this.#worker.terminate();
  }

  async #call<N extends CallName>(
    name: N,
    ...args: CallArguments<N>
  ): Promise<Result<CallAnswer<N>>> {
    const result = await this.#ask(name, args);
    if (!result.ok) return result;
    const schema: v.GenericSchema<unknown, CallAnswer<N>> = calls[name].answer;
    const answer = v.safeParse(schema, result.value);
    return answer.success ? ok(answer.output) : misunderstood;
  }

  #ask(name: CallName, args: unknown[]): Promise<Result<unknown>> {
    if (this.#hasStopped) return Promise.resolve(stopped);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timeout = setTimeout(() => this.#answer(id, tooSlow), tuning.storeTimeoutMs);
      this.#pending.set(id, (result) => {
        clearTimeout(timeout);
        resolve(result);
      });
      this.#worker.postMessage({ id, name, args } satisfies Request);
    });
  }

  #receive(message: unknown, notice: (problem: Problem) => void): void {
    const report = v.safeParse(reportSchema, message);
    // Whoever waits for what cannot be read is answered by the time-out.
    if (!report.success) return;
    if (report.output.type === 'notice') notice(report.output.problem);
    else this.#answer(report.output.id, report.output.result);
  }

  #answer(id: number, result: Result<unknown>): void {
    this.#pending.get(id)?.(result);
    this.#pending.delete(id);
  }

  #stop(): void {
    this.#hasStopped = true;
    for (const id of this.#pending.keys()) this.#answer(id, stopped);
  }
}
