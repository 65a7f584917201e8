import { basename } from 'node:path';
import { shifted, type SpokenTurn } from '#core/segments/spoken.ts';
import type { Result } from '#shared/result.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { Store } from '../database/store.ts';
import type { StoringProblem } from './storing-problem.ts';
import type { FinishedSession, TranscriptStore } from './transcript-store.ts';
import {
  addedTo,
  knownWordsFrom,
  noKnownWords,
  type KnownWords,
  type TurnText,
} from './known-words.ts';

/** A recording. Its id comes from the store, or is null if it is not stored. */
interface OpenRecording {
  id: Promise<number | null>;
  startSample: number;
  /** One past its last sample; null while it is written. */
  endSample: number | null;
  /** The first sample that could not be transcribed. */
  failedFrom: number | null;
  /**
   * Add this to a sample of this run to get the recording's own. It is not zero for a recording of an
   * earlier run.
   */
  clockOffset: number;
  /** The reported end is the end of the file, and not where listening stopped. */
  isWritten: boolean;
  /** The stored words of an earlier run whose sound may be recognised again. */
  known: KnownWords;
}

/**
 * What is stored of speech. `nothing` is for the demo only, because the cost of real sessions has to be
 * stored.
 */
export type Kept = 'everything' | 'no-texts' | 'nothing';

/** Stores turns, captions, recordings and the cost of sessions. */
export class TranscriptWriter implements TranscriptStore {
  readonly #store: Store;
  readonly #problem: StoringProblem;
  readonly #onSession: () => void;
  readonly #kept: () => Kept;
  readonly #source: SoundSource;
  /** Resolves when all calls of the store are done. */
  #work: Promise<unknown> = Promise.resolve();
  #recordings: OpenRecording[] = [];
  /** The id of the captions that are on; null while none are, or if they are not stored. */
  #captions: Promise<number | null> = Promise.resolve(null);
  #newestCaptions = this.#captions;

  /**
   * @param problem shared by the writers of one store
   * @param onSession called when the usage has changed
   * @param kept called for every turn, session and start of captions
   * @param source of the sound, whose sample clock everything is in
   */
  constructor(
    store: Store,
    problem: StoringProblem,
    onSession: () => void,
    kept: () => Kept,
    source: SoundSource = 'microphone',
  ) {
    this.#store = store;
    this.#problem = problem;
    this.#onSession = onSession;
    this.#kept = kept;
    this.#source = source;
  }

  /** The id of the captions that began last; null if there are none yet, or if they are not stored. */
  get newestCaptions(): Promise<number | null> {
    return this.#newestCaptions;
  }

  /** Resolves when everything so far is stored, or could not be. */
  async idle(): Promise<void> {
    await this.#work;
  }

  recordingBegan(path: string, startSample: number): void {
    this.#end(startSample);
    const begun = this.#store.beginRecording({
      path: basename(path),
      startedAtMs: Date.now(),
      startSample,
      source: this.#source,
    });
    this.#recordings.push({
      id: begun.then((result) => this.#problem.valueOf(result)),
      startSample,
      endSample: null,
      failedFrom: null,
      clockOffset: 0,
      isWritten: true,
      known: noKnownWords,
    });
  }

  /**
   * Sound from `startSample` on belongs to a recording of an earlier run.
   *
   * @param ownSample the same sample in the clock of that run
   * @param turns the stored turns of the recording, which are not stored again
   */
  recordingGoesOn(
    recordingId: number,
    startSample: number,
    ownSample: number,
    turns: readonly TurnText[],
  ): void {
    this.#recordings.push({
      id: Promise.resolve(recordingId),
      startSample,
      endSample: null,
      failedFrom: null,
      clockOffset: ownSample - startSample,
      isWritten: false,
      known: knownWordsFrom(turns, ownSample),
    });
  }

  captionsBegan(startSample: number): void {
    this.#newestCaptions = Promise.resolve(null);
    // Also without texts: the person may want them before the captions end.
    if (this.#kept() === 'nothing') return;
    const begun = this.#store.beginCaptions({
      ...{ startedAtMs: Date.now(), startSample, source: this.#source },
    });
    this.#captions = begun.then((result) => this.#problem.valueOf(result));
    this.#newestCaptions = this.#captions;
  }

  captionsEnded(endSample: number): void {
    this.#withId(this.#captions, (id) => this.#store.endCaptions(id, endSample));
    this.#captions = Promise.resolve(null);
  }

  async turn(turn: SpokenTurn): Promise<void> {
    if (turn.text === '' || this.#kept() !== 'everything') return;
    const recording = this.#recordingAt(turn.startSample);
    const { text, startSample, endSample } = addedBy(turn, recording);
    if (text === '') return;
    const recordingId = (await recording?.id) ?? null;
    this.#problem.valueOf(
      await this.#store.saveTurn({
        recordingId,
        startSample,
        endSample,
        text,
        language: turn.language,
        createdAtMs: Date.now(),
        source: this.#source,
      }),
    );
  }

  settledTo(sample: number): void {
    for (const recording of this.#recordings) {
      const { failedFrom, startSample, id, clockOffset } = recording;
      const toSample = Math.min(sample, failedFrom ?? sample);
      if (toSample > startSample)
        this.#withId(id, (known) => this.#store.settle(known, toSample + clockOffset));
    }
    this.#recordings = this.#recordings.filter(({ endSample }) => (endSample ?? Infinity) > sample);
  }

  failed(startSample: number, endSample: number): void {
    for (const recording of this.#recordings)
      if (recording.startSample < endSample && (recording.endSample ?? Infinity) > startSample)
        recording.failedFrom = Math.min(recording.failedFrom ?? startSample, startSample);
  }

  recordingEnded(endSample: number): void {
    this.#end(endSample);
  }

  session(session: FinishedSession): void {
    if (this.#kept() === 'nothing') return;
    this.#do(async () => {
      this.#problem.valueOf(await this.#store.saveSession(session));
      this.#onSession();
    });
  }

  #end(endSample: number): void {
    const last = this.#recordings.at(-1);
    if (last?.endSample !== null) return;
    last.endSample = endSample;
    if (last.isWritten)
      this.#withId(last.id, (known) => this.#store.endRecording(known, endSample));
  }

  #recordingAt(sample: number): OpenRecording | undefined {
    return this.#recordings.findLast(({ startSample }) => startSample <= sample);
  }

  #withId(id: Promise<number | null>, call: (id: number) => Promise<Result<null>>): void {
    this.#do(async () => {
      const known = await id;
      if (known !== null) this.#problem.valueOf(await call(known));
    });
  }

  #do(work: () => Promise<void>): void {
    this.#work = Promise.all([this.#work, work()]);
  }
}

/** What a turn adds to its recording, in the recording's own clock. */
function addedBy(turn: SpokenTurn, recording: OpenRecording | undefined): TurnText {
  if (recording === undefined) return turn;
  const [added, rest] = addedTo(recording.known, shifted(turn, recording.clockOffset));
  recording.known = rest;
  return added;
}
