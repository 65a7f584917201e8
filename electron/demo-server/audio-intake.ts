import type { Refusal } from './refusal.ts';

const bytesPerMs = 32;
const shortestFrameMs = 50;
const longestFrameMs = 1_000;
/** The service puts up with short frames for about as long. */
const shortFramesToleratedMs = 1_000;
/** Audio may come faster than it was spoken until so much waits to be heard. */
const longestBacklogMs = 5 * 60_000;

/** Checks that frames have the right size and come about as fast as they were spoken. */
export class AudioIntake {
  #shortFramesMs = 0;
  #audioMs = 0;
  #backlogMs = 0;
  #newestAtMs = -Infinity;

  /** The length of all audio that was taken, in milliseconds. */
  get audioMs(): number {
    return this.#audioMs;
  }

  /**
   * Takes a frame of 16-bit mono PCM at 16 kHz.
   *
   * @param receivedAtMs monotonic
   * @returns why the session has to end, if it has to
   */
  take(byteLength: number, receivedAtMs: number): Refusal | undefined {
    const durationMs = byteLength / bytesPerMs;
    if (durationMs < shortestFrameMs) this.#shortFramesMs += durationMs;
    if (durationMs > longestFrameMs || this.#shortFramesMs >= shortFramesToleratedMs) {
      const error = `Input duration violation: ${durationMs} ms. Expected between 50 and 1000 ms`;
      return { code: 3007, error };
    }
    if (byteLength % 2 !== 0) return { code: 3006, error: 'An audio frame ends in half a sample.' };
    const heardMs = receivedAtMs - this.#newestAtMs;
    this.#newestAtMs = receivedAtMs;
    this.#backlogMs = Math.max(0, this.#backlogMs - heardMs) + durationMs;
    if (this.#backlogMs > longestBacklogMs) {
      return { code: 3007, error: 'Audio was sent too fast: more than 5 minutes of it wait.' };
    }
    this.#audioMs += durationMs;
    return undefined;
  }
}
