import type { Refusal } from './refusal.ts';

const bytesPerMs = 32;
const shortestFrameMs = 50;
const longestFrameMs = 1_000;
/** The service tolerates short frames for about this long. */
const shortFramesToleratedMs = 1_000;
/** How fast a server processes audio, and how much may wait before it refuses more. */
export interface IntakePace {
  /** In seconds of audio per second. */
  rate: number;
  longestBacklogMs: number;
}

const usualPace: IntakePace = { rate: 1, longestBacklogMs: 5 * 60_000 };

/** Checks that frames have a valid size and arrive no faster than the server can process them. */
export class AudioIntake {
  #shortFramesMs = 0;
  #audioMs = 0;
  #backlogMs = 0;
  #newestAtMs = -Infinity;
  readonly #pace: IntakePace;

  constructor(pace: IntakePace = usualPace) {
    this.#pace = pace;
  }

  /** The length of all accepted audio, in milliseconds. */
  get audioMs(): number {
    return this.#audioMs;
  }

  /**
   * Takes a frame of 16-bit mono PCM at 16 kHz.
   *
   * @param receivedAtMs monotonic
   * @returns the reason to end the session; undefined if the frame is accepted
   */
  take(byteLength: number, receivedAtMs: number): Refusal | undefined {
    const durationMs = byteLength / bytesPerMs;
    if (durationMs < shortestFrameMs) this.#shortFramesMs += durationMs;
    if (durationMs > longestFrameMs || this.#shortFramesMs >= shortFramesToleratedMs) {
      const error = `Input duration violation: ${durationMs} ms. Expected between 50 and 1000 ms`;
      return { code: 3007, error };
    }
    if (byteLength % 2 !== 0) return { code: 3006, error: 'An audio frame ends in half a sample.' };
    const { rate, longestBacklogMs } = this.#pace;
    const heardMs = receivedAtMs - this.#newestAtMs;
    this.#newestAtMs = receivedAtMs;
    this.#backlogMs = Math.max(0, this.#backlogMs - heardMs * rate) + durationMs;
    if (this.#backlogMs > longestBacklogMs) {
      return {
        code: 3007,
        error: `Audio was sent too fast: more than ${longestBacklogMs / 1_000} s of it wait.`,
      };
    }
    this.#audioMs += durationMs;
    return undefined;
  }
}
