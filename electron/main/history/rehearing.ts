import type { SpokenTurn } from '#core/streaming/passage/spoken.ts';
import type { FinishedSession, Keeping } from '../keeping/keeping.ts';
import type { HeardAgain } from '../store/dictation-records.ts';

/** Sound that is heard for the second time. */
interface Again {
  /** Its first sample in this run's clock. */
  startSample: number;
  /** One past its last. */
  endSample: number;
  /** From this run's clock to the clock of the run it was said in. */
  clockOffset: number;
  turns: SpokenTurn[];
  settledTo: number;
  hasFailed: boolean;
}

/**
 * What is kept goes to the keeper, except while a dictation is transcribed again: the old text
 * stays in its place until all of the new one is there, so it is only collected.
 */
export class Rehearing implements Keeping {
  readonly #keeper: Keeping;
  #again: Again | null = null;

  constructor(keeper: Keeping) {
    this.#keeper = keeper;
  }

  /**
   * What is heard from `startSample` on was said before.
   *
   * @param ownSample the same sample in the clock of the run it was said in
   * @param samples how many there are
   */
  begin(startSample: number, ownSample: number, samples: number): void {
    this.#again = {
      startSample,
      endSample: startSample + samples,
      clockOffset: ownSample - startSample,
      turns: [],
      settledTo: startSample,
      hasFailed: false,
    };
  }

  /** What was heard, or null where not all of it was, or no words. What comes is new again. */
  end(): Omit<HeardAgain, 'createdAtMs'> | null {
    const again = this.#again;
    this.#again = null;
    if (again === null || again.hasFailed || again.settledTo < again.endSample) return null;
    const turns = again.turns.map(({ text, language, startSample, endSample }) => ({
      text,
      language,
      startSample: Math.max(0, startSample + again.clockOffset),
      endSample: Math.max(0, endSample + again.clockOffset),
    }));
    return turns.length === 0 ? null : { turns, endSample: again.endSample + again.clockOffset };
  }

  recordingBegan(path: string, startSample: number): void {
    this.#keeper.recordingBegan(path, startSample);
  }

  turn(turn: SpokenTurn): Promise<void> {
    if (this.#again === null) return this.#keeper.turn(turn);
    if (turn.text !== '') this.#again.turns.push(turn);
    return Promise.resolve();
  }

  settledTo(sample: number): void {
    if (this.#again === null) this.#keeper.settledTo(sample);
    else this.#again.settledTo = Math.max(this.#again.settledTo, sample);
  }

  failed(startSample: number, endSample: number): void {
    if (this.#again === null) this.#keeper.failed(startSample, endSample);
    else this.#again.hasFailed = true;
  }

  recordingEnded(endSample: number): void {
    if (this.#again === null) this.#keeper.recordingEnded(endSample);
  }

  session(session: FinishedSession): void {
    this.#keeper.session(session);
  }
}
