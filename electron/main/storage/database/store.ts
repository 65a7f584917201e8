import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Dictation, DictationOutcome } from '#shared/dictation.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import type {
  FinishedDictation,
  Retranscribed,
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
  UnfinishedRow,
} from './records.ts';
import { mainTuning } from '../../time/tuning.ts';

/** Starts the store's thread, `worker.ts`, with this as its `workerData`. */
export type StartStoreWorker = (workerData: { path: string; runId: string }) => Worker;

const stopped = failed(problem('store-stopped', {}));
const tooSlow = failed(problem('store-slow', {}));
const misunderstood = failed(problem('store-unreadable-answer', {}));

/**
 * The stored speech: recordings, final turns, dictations and sessions, in the file `captionkey.db`
 * (format: docs/store.md). A thread of its own carries out the calls in order. Every failure is a value
 * with a problem, and the app goes on without what failed.
 */
export class Store {
  readonly #worker: Worker;
  /**
   * Resolves once the thread carries out calls, has ended or has had its time to start. Only then the time
   * of a call begins.
   */
  readonly #started: Promise<void>;
  #endStart: () => void = () => undefined;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #nextId = 0;
  #hasStopped = false;

  /**
   * @param path of the database file
   * @param notice called with problems that do not stop calls: a damaged file was set aside, or the file
   * was removed
   */
  constructor(start: StartStoreWorker, path: string, notice: (problem: Problem) => void) {
    this.#worker = start({ path, runId: randomUUID() });
    this.#started = new Promise((resolve) => {
      const timer = setTimeout(resolve, mainTuning.storeStartTimeoutMs);
      this.#endStart = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#worker.on('message', (message: unknown) => this.#receive(message, notice));
    // An exit follows.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => this.#stop());
  }

  /** Opens the file early. A failure repeats in every call until its cause is gone. */
  open(): Promise<Result<null>> {
    return this.#call('open');
  }

  /** Stores that sound is written to a file. Resolves with the recording's id. */
  beginRecording(recording: NewRecording): Promise<Result<number>> {
    return this.#call('beginRecording', recording);
  }

  /** Stores that everything before `toSample` is final and stored, or has no words. */
  settle(recordingId: number, toSample: number): Promise<Result<null>> {
    return this.#call('settle', recordingId, toSample);
  }

  /** Stores the end of a recording. A recording without an end was cut short. */
  endRecording(recordingId: number, endSample: number): Promise<Result<null>> {
    return this.#call('endRecording', recordingId, endSample);
  }

  /** Stores that the person keeps the sound and wants no more questions about it. */
  keep(recordingId: number): Promise<Result<null>> {
    return this.#call('keep', recordingId);
  }

  /** Removes a recording from the store. Its turns stay, and the caller deletes the file. */
  forget(recordingId: number): Promise<Result<null>> {
    return this.#call('forget', recordingId);
  }

  /** All recordings, oldest first. */
  recordings(): Promise<Result<Recording[]>> {
    return this.#call('recordings');
  }

  /** The recordings of earlier runs with unsettled sound, oldest first. */
  unfinished(): Promise<Result<UnfinishedRow[]>> {
    return this.#call('unfinished');
  }

  /** Stores a final turn. Resolves with its id; then the turn survives a crash. */
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

  /** The newest turns with all these words, newest first. The last word may be incomplete. */
  search(text: string, limit: number): Promise<Result<StoredTurn[]>> {
    return this.#call('search', text, limit);
  }

  /** Deletes turns and their words from every part of the file. */
  deleteTurns(ids: number[]): Promise<Result<null>> {
    return this.#call('deleteTurns', ids);
  }

  /**
   * Stores that a dictation begins, before anything of it is sent. Resolves with its id. Until it is
   * finished, its text is that of its stored turns.
   */
  beginDictation(dictation: NewDictation): Promise<Result<number>> {
    return this.#call('beginDictation', dictation);
  }

  /** Stores the text of a dictation and the range of its sound, in this run's sample clock. */
  finishDictation(id: number, dictation: FinishedDictation): Promise<Result<null>> {
    return this.#call('finishDictation', id, dictation);
  }

  /** Stores the outcome of a dictation. */
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

  /** Like `dictations`, for those with all these words. The last word may be incomplete. */
  searchDictations(
    text: string,
    beforeId: number | null,
    limit: number,
  ): Promise<Result<Dictation[]>> {
    return this.#call('searchDictations', text, beforeId, limit);
  }

  /** A dictation with its turns and the recordings of its sound; null if there is none. */
  dictation(id: number): Promise<Result<WholeDictation | null>> {
    return this.#call('dictation', id);
  }

  /** Replaces the text and turns of a dictation by those of its retranscription. */
  replaceText(id: number, heard: Retranscribed): Promise<Result<null>> {
    return this.#call('replaceText', id, heard);
  }

  /** Removes a silent dictation from the history. Words of captions at its time stay. */
  dropDictation(id: number): Promise<Result<null>> {
    return this.#call('dropDictation', id);
  }

  /**
   * Deletes dictations and their turns, with their words in every part of the file. The caller deletes
   * their sound before.
   */
  deleteDictations(ids: number[]): Promise<Result<null>> {
    return this.#call('deleteDictations', ids);
  }

  /** Stores the cost of a session. A session that is saved again replaces itself. */
  saveSession(session: Session): Promise<Result<null>> {
    return this.#call('saveSession', session);
  }

  /** The usage. A session counts for the day and the month in which it began, local time. */
  usage(nowMs: number): Promise<Result<Usage>> {
    return this.#call('usage', nowMs);
  }

  /** Carries out all earlier calls, then closes the file and ends the thread. */
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
      let answerTimer: NodeJS.Timeout | undefined;
      void this.#started.then(() => {
        if (!this.#pending.has(id)) return;
        answerTimer = setTimeout(() => this.#answer(id, tooSlow), mainTuning.storeTimeoutMs);
      });
      this.#pending.set(id, (result) => {
        clearTimeout(answerTimer);
        resolve(result);
      });
      this.#worker.postMessage({ id, name, args } satisfies Request);
    });
  }

  #receive(message: unknown, notice: (problem: Problem) => void): void {
    const report = v.safeParse(reportSchema, message);
    // The time-out answers a call whose report cannot be read.
    if (!report.success) return;
    switch (report.output.type) {
      case 'ready':
        this.#endStart();
        break;
      case 'notice':
        notice(report.output.problem);
        break;
      case 'answer':
        this.#answer(report.output.id, report.output.result);
        break;
    }
  }

  #answer(id: number, result: Result<unknown>): void {
    this.#pending.get(id)?.(result);
    this.#pending.delete(id);
  }

  #stop(): void {
    this.#hasStopped = true;
    this.#endStart();
    for (const id of this.#pending.keys()) this.#answer(id, stopped);
  }
}
