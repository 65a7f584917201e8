import type { SpokenTurn } from '#core/segments/spoken.ts';
import type { FinishedSession, TranscriptStore } from '../transcript/transcript-store.ts';
import type { Retranscribed } from '../database/dictation-records.ts';

/** Sound that is recognised again. */
interface Again {
  /** Its first sample in this run's clock. */
  startSample: number;
  /** One past its last sample. */
  endSample: number;
  /** Add this to a sample of this run to get the sample of the dictation's own run. */
  clockOffset: number;
  turns: SpokenTurn[];
  settledTo: number;
  hasFailed: boolean;
}

/**
 * Passes speech on to the transcript writer, except during a retranscription. Then it only collects the
 * turns, because the old text stays until the new one is complete.
 */
export class Retranscription implements TranscriptStore {
  readonly #transcriptWriter: TranscriptStore;
  #again: Again | null = null;

  constructor(transcriptWriter: TranscriptStore) {
    this.#transcriptWriter = transcriptWriter;
  }

  /**
   * Sound from `startSample` on is that of an earlier dictation.
   *
   * @param ownSample the same sample in the clock of the dictation's run
   * @param samples the length of the sound
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

  /**
   * Ends the retranscription. Returns the result, or null if it is incomplete or has no words. Later
   * sound is new again.
   */
  end(): Omit<Retranscribed, 'createdAtMs'> | null {
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
    this.#transcriptWriter.recordingBegan(path, startSample);
  }

  captionsBegan(startSample: number): void {
    this.#transcriptWriter.captionsBegan(startSample);
  }

  captionsEnded(endSample: number): void {
    this.#transcriptWriter.captionsEnded(endSample);
  }

  turn(turn: SpokenTurn): Promise<void> {
    if (this.#again === null) return this.#transcriptWriter.turn(turn);
    if (turn.text !== '') this.#again.turns.push(turn);
    return Promise.resolve();
  }

  settledTo(sample: number): void {
    if (this.#again === null) this.#transcriptWriter.settledTo(sample);
    else this.#again.settledTo = Math.max(this.#again.settledTo, sample);
  }

  failed(startSample: number, endSample: number): void {
    if (this.#again === null) this.#transcriptWriter.failed(startSample, endSample);
    else this.#again.hasFailed = true;
  }

  recordingEnded(endSample: number): void {
    if (this.#again === null) this.#transcriptWriter.recordingEnded(endSample);
  }

  session(session: FinishedSession): void {
    this.#transcriptWriter.session(session);
  }
}
