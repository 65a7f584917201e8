import { basename } from 'node:path';
import type { SpokenTurn } from '#core/streaming/passage/spoken.ts';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import type { Store } from '../store/store.ts';
import type { FinishedSession, Keeping } from './keeping.ts';
import { findSeam, wordsIn } from './seam.ts';

/** A recording of this run; its id is on its way from the store, or null where it is not kept. */
interface OpenRecording {
  id: Promise<number | null>;
  startSample: number;
  /** One past its last sample; null while it is written. */
  endSample: number | null;
  /** Sound of it that could not be made text begins here. */
  failedFrom: number | null;
  /** From this run's sample clock to the recording's own: another, where it is of an earlier run. */
  clockOffset: number;
  /** What is told of its end is where it was written to, not where it was stopped being heard. */
  isWritten: boolean;
  /** Words that an earlier run has kept, and whose sound may be heard again. */
  known: readonly string[];
  /** Where the last of them ends, in the recording's own clock. */
  knownTo: number;
}

type NewWords = Pick<SpokenTurn, 'text' | 'startSample' | 'endSample'>;

/** Keeps turns, recordings and what sessions cost in the store. */
export class Keeper implements Keeping {
  readonly #store: Store;
  readonly #onProblem: (problem: Problem | null) => void;
  readonly #onSession: () => void;
  readonly #isKept: () => boolean;
  /** Resolves when all that was asked of the store is done. */
  #work: Promise<unknown> = Promise.resolve();
  #recordings: OpenRecording[] = [];
  #hasFailed = false;

  /**
   * @param onProblem told once when something cannot be kept, with null once it can, and only then again
   * @param onSession called when what was used has changed
   * @param isKept asked for every turn and session: the demo is nobody's speech
   */
  constructor(
    store: Store,
    onProblem: (problem: Problem | null) => void,
    onSession: () => void,
    isKept: () => boolean,
  ) {
    this.#store = store;
    this.#onProblem = onProblem;
    this.#onSession = onSession;
    this.#isKept = isKept;
  }

  /** Resolves when everything so far is kept, or known not to be. */
  async idle(): Promise<void> {
    await this.#work;
  }

  recordingBegan(path: string, startSample: number): void {
    this.#end(startSample);
    const begun = this.#store.beginRecording({
      path: basename(path),
      startedAtMs: Date.now(),
      startSample,
    });
    this.#recordings.push({
      id: begun.then((result) => this.#valueOf(result)),
      startSample,
      endSample: null,
      failedFrom: null,
      clockOffset: 0,
      isWritten: true,
      known: [],
      knownTo: 0,
    });
  }

  /**
   * What is heard from `startSample` on is of a recording of an earlier run.
   *
   * @param ownSample the same sample in the clock of that run
   * @param known the turns from there on that are kept already, to be kept no second time
   */
  recordingGoesOn(
    recordingId: number,
    startSample: number,
    ownSample: number,
    known: readonly { text: string; endSample: number }[],
  ): void {
    this.#recordings.push({
      id: Promise.resolve(recordingId),
      startSample,
      endSample: null,
      failedFrom: null,
      clockOffset: ownSample - startSample,
      isWritten: false,
      known: known.flatMap(({ text }) => wordsIn(text)),
      knownTo: known.at(-1)?.endSample ?? 0,
    });
  }

  async turn(turn: SpokenTurn): Promise<void> {
    if (turn.text === '' || !this.#isKept()) return;
    const recording = this.#recordingAt(turn.startSample);
    const { text, startSample, endSample } = whatIsNew(turn, recording);
    if (text === '') return;
    const recordingId = (await recording?.id) ?? null;
    this.#valueOf(
      await this.#store.saveTurn({
        recordingId,
        startSample,
        endSample,
        text,
        language: turn.language,
        createdAtMs: Date.now(),
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
    if (!this.#isKept()) return;
    this.#do(async () => {
      this.#valueOf(await this.#store.saveSession(session));
      this.#onSession();
    });
  }

  /** Takes whether the store could be opened, which is a problem until something is stored. */
  opened(result: Result<null>): void {
    this.#valueOf(result);
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
      if (known !== null) this.#valueOf(await call(known));
    });
  }

  #do(work: () => Promise<void>): void {
    this.#work = Promise.all([this.#work, work()]);
  }

  /** One sentence is enough, however many turns it costs. */
  #valueOf<T>(result: Result<T>): T | null {
    if (!result.ok && !this.#hasFailed) this.#onProblem(result.problem);
    if (result.ok && this.#hasFailed) this.#onProblem(null);
    this.#hasFailed = !result.ok;
    return result.ok ? result.value : null;
  }
}

/** What a turn adds, in the recording's own clock; known words are passed over as they are heard. */
function whatIsNew(turn: SpokenTurn, recording: OpenRecording | undefined): NewWords {
  if (recording === undefined) return turn;
  const { known, knownTo, clockOffset } = recording;
  const startSample = turn.startSample + clockOffset;
  const endSample = turn.endSample + clockOffset;
  if (startSample >= knownTo) return { text: turn.text, startSample, endSample };
  const words = wordsIn(turn.text);
  const seam = findSeam(known, words);
  recording.known = known.slice(seam.known);
  if (seam.repeated === 0) return { text: turn.text, startSample, endSample };
  const text = words.slice(seam.repeated).join(' ');
  return { text, startSample: Math.min(knownTo, endSample), endSample };
}
