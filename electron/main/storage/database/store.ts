import type { Dictation, DictationOutcome } from '#shared/dictation.ts';
import type { CaptionsSession } from '#shared/history.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import type { NewCaptions, WholeCaptions } from './captions-records.ts';
import type {
  FinishedDictation,
  Retranscribed,
  NewDictation,
  WholeDictation,
} from './dictation-records.ts';
import type { NewRecording, NewTurn, Recording, Session, UnfinishedRow } from './records.ts';
import { StoreThread, type StartStoreWorker } from './store-thread.ts';

/**
 * The stored speech: recordings, final turns, dictations and sessions, in the file `captionkey.db`
 * (format: docs/store.md). A thread of its own carries out the calls in order. Every failure is a value
 * with a problem, and the app goes on without what failed.
 */
export class Store {
  readonly #thread: StoreThread;

  /**
   * @param path of the database file
   * @param notice called with problems that do not stop calls: a damaged file was set aside, or the file
   * was removed
   */
  constructor(start: StartStoreWorker, path: string, notice: (problem: Problem) => void) {
    this.#thread = new StoreThread(start, path, notice);
  }

  /** Opens the file early, and removes earlier captions without words. A failure repeats in every call until its cause is gone. */
  open(): Promise<Result<null>> {
    return this.#thread.call('open');
  }

  /** Stores that sound is written to a file. Resolves with the recording's id. */
  beginRecording(recording: NewRecording): Promise<Result<number>> {
    return this.#thread.call('beginRecording', recording);
  }

  /** Stores that everything before `toSample` is final and stored, or has no words. */
  settle(recordingId: number, toSample: number): Promise<Result<null>> {
    return this.#thread.call('settle', recordingId, toSample);
  }

  /** Stores the end of a recording. A recording without an end was cut short. */
  endRecording(recordingId: number, endSample: number): Promise<Result<null>> {
    return this.#thread.call('endRecording', recordingId, endSample);
  }

  /** Stores that the person keeps the sound and wants no more questions about it. */
  keep(recordingId: number): Promise<Result<null>> {
    return this.#thread.call('keep', recordingId);
  }

  /** Removes a recording from the store. Its turns stay, and the caller deletes the file. */
  forget(recordingId: number): Promise<Result<null>> {
    return this.#thread.call('forget', recordingId);
  }

  /** All recordings, oldest first. */
  recordings(): Promise<Result<Recording[]>> {
    return this.#thread.call('recordings');
  }

  /** The recordings of earlier runs with unsettled sound, oldest first. */
  unfinished(): Promise<Result<UnfinishedRow[]>> {
    return this.#thread.call('unfinished');
  }

  /** Stores a final turn. Resolves with its id; then the turn survives a crash. */
  saveTurn(turn: NewTurn): Promise<Result<number>> {
    return this.#thread.call('saveTurn', turn);
  }

  /** Stores that captions are on. Resolves with the session's id. Turns of its range belong to it. */
  beginCaptions(captions: NewCaptions): Promise<Result<number>> {
    return this.#thread.call('beginCaptions', captions);
  }

  /** Stores where captions ended, in this run's sample clock. */
  endCaptions(id: number, endSample: number): Promise<Result<null>> {
    return this.#thread.call('endCaptions', id, endSample);
  }

  /**
   * The newest captions that have words, newest first.
   *
   * @param beforeId only sessions older than this one; null for the newest of all
   */
  captionsSessions(beforeId: number | null, limit: number): Promise<Result<CaptionsSession[]>> {
    return this.#thread.call('captionsSessions', beforeId, limit);
  }

  /** The same for those in which one turn has all these words, which is then their text. */
  searchCaptions(
    text: string,
    beforeId: number | null,
    limit: number,
  ): Promise<Result<CaptionsSession[]>> {
    return this.#thread.call('searchCaptions', text, beforeId, limit);
  }

  /** Captions with their turns, the recordings of their sound and their dictations; null if gone. */
  captionsSession(id: number): Promise<Result<WholeCaptions | null>> {
    return this.#thread.call('captionsSession', id);
  }

  /** Whether a session of captions has words, which is answered without reading them. */
  haveCaptionsWords(id: number): Promise<Result<boolean>> {
    return this.#thread.call('haveCaptionsWords', id);
  }

  /**
   * Deletes captions with their words in every part of the file. Dictations made meanwhile keep theirs.
   * The caller deletes the sound before.
   */
  deleteCaptions(ids: number[]): Promise<Result<null>> {
    return this.#thread.call('deleteCaptions', ids);
  }

  /**
   * Stores that a dictation begins, before anything of it is sent. Resolves with its id. Until it is
   * finished, its text is that of its stored turns.
   */
  beginDictation(dictation: NewDictation): Promise<Result<number>> {
    return this.#thread.call('beginDictation', dictation);
  }

  /** Stores the text of a dictation and the range of its sound, in this run's sample clock. */
  finishDictation(id: number, dictation: FinishedDictation): Promise<Result<null>> {
    return this.#thread.call('finishDictation', id, dictation);
  }

  /** Stores the outcome of a dictation. */
  setOutcome(id: number, outcome: DictationOutcome): Promise<Result<null>> {
    return this.#thread.call('setOutcome', id, outcome);
  }

  /**
   * The newest dictations, newest first.
   *
   * @param beforeId only dictations older than this one; null for the newest of all
   */
  dictations(beforeId: number | null, limit: number): Promise<Result<Dictation[]>> {
    return this.#thread.call('dictations', beforeId, limit);
  }

  /** Like `dictations`, for those with all these words. The last word may be incomplete. */
  searchDictations(
    text: string,
    beforeId: number | null,
    limit: number,
  ): Promise<Result<Dictation[]>> {
    return this.#thread.call('searchDictations', text, beforeId, limit);
  }

  /** A dictation with its turns and the recordings of its sound; null if there is none. */
  dictation(id: number): Promise<Result<WholeDictation | null>> {
    return this.#thread.call('dictation', id);
  }

  /** Replaces the text and turns of a dictation by those of its retranscription. */
  replaceText(id: number, heard: Retranscribed): Promise<Result<null>> {
    return this.#thread.call('replaceText', id, heard);
  }

  /** Removes a silent dictation from the history. Words of captions at its time stay. */
  dropDictation(id: number): Promise<Result<null>> {
    return this.#thread.call('dropDictation', id);
  }

  /**
   * Deletes dictations and their turns, with their words in every part of the file. The caller deletes
   * their sound before.
   */
  deleteDictations(ids: number[]): Promise<Result<null>> {
    return this.#thread.call('deleteDictations', ids);
  }

  /**
   * Deletes texts of before a time, with their words in every part of the file. What runs stays.
   *
   * @param limit of each kind, so that other calls need not wait
   * @returns how many rows were deleted
   */
  deleteTextsBefore(beforeMs: number, limit: number): Promise<Result<number>> {
    return this.#thread.call('deleteTextsBefore', beforeMs, limit);
  }

  /** Stores the cost of a session. A session that is saved again replaces itself. */
  saveSession(session: Session): Promise<Result<null>> {
    return this.#thread.call('saveSession', session);
  }

  /** The usage. A session counts for the day and the month in which it began, local time. */
  usage(nowMs: number): Promise<Result<Usage>> {
    return this.#thread.call('usage', nowMs);
  }

  /** Carries out all earlier calls, then closes the file and ends the thread. */
  async close(): Promise<void> {
    await this.#thread.close();
  }
}
