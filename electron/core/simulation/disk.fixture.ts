import type { Listening } from '../listening/listening.ts';
import { settledSample } from '../listening/replay-window.ts';
import type { SpokenTurn } from '../segments/spoken.ts';
import type { Clock } from './clock.fixture.ts';

/** What a kill of the main process leaves. */
export interface Kept {
  /** The final turns, in the order in which the database returns them. */
  turns: readonly SpokenTurn[];
  /** The sound before this sample is not transcribed again. */
  settledTo: number;
  /** One past the last sample of the recording. */
  recordedTo: number;
}

/** How long it takes to store a turn. */
const storeMs = 1;

/** The storage, as the listening controller uses it: sound is settled once a final turn is stored. */
export class Disk {
  readonly #clock: Clock;
  readonly #listening: () => Listening;
  readonly #turns: SpokenTurn[] = [];
  #settledTo = 0;

  constructor(clock: Clock, listening: () => Listening) {
    this.#clock = clock;
    this.#listening = listening;
  }

  get kept(): Kept {
    const { capturedTo } = this.#listening();
    const turns = this.#turns.toSorted((one, other) => one.startSample - other.startSample);
    return { turns, settledTo: this.#settledTo, recordedTo: capturedTo };
  }

  store(turn: SpokenTurn): void {
    this.#clock.after(storeMs, () => {
      this.#turns.push(turn);
      this.#settle(settledSample(this.#listening()));
    });
  }

  /** All speech so far is final. */
  rest(sample: number): void {
    this.#clock.after(storeMs, () => this.#settle(sample));
  }

  #settle(sample: number): void {
    this.#settledTo = Math.max(this.#settledTo, sample);
  }
}
