import { millisecondsOf, samplesIn } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';

/**
 * Finds sound that a device or PortAudio lost without a word, by the clock. A chunk that is merely
 * late is made up for by the ones after it; one that is lost leaves everything after it late, for
 * good. So what counts is the least lateness of each second, against that of the second before.
 * Clocks that differ by 200 ppm differ by 0.2 ms in that time.
 */
export class LostSound {
  #startedAtMs: number | null = null;
  #heardSamples = 0;
  #windowEndsAtMs = 0;
  #latenessMs = Infinity;
  #latenessBeforeMs = Infinity;

  /**
   * @param samples the length of a chunk
   * @param capturedAtMs when it came, on a monotonic clock
   * @returns the samples that were found to be lost with this chunk, mostly 0
   */
  hear(samples: number, capturedAtMs: number): number {
    if (this.#startedAtMs === null) {
      this.#startedAtMs = capturedAtMs;
      this.#windowEndsAtMs = capturedAtMs + tuning.lostSoundWindowMs;
    }
    const latenessMs = capturedAtMs - this.#startedAtMs - millisecondsOf(this.#heardSamples);
    this.#heardSamples += samples;
    this.#latenessMs = Math.min(this.#latenessMs, latenessMs);
    return capturedAtMs < this.#windowEndsAtMs ? 0 : this.#endWindow(capturedAtMs);
  }

  #endWindow(atMs: number): number {
    const lostMs = this.#latenessMs - this.#latenessBeforeMs;
    this.#latenessBeforeMs = this.#latenessMs;
    this.#latenessMs = Infinity;
    this.#windowEndsAtMs = atMs + tuning.lostSoundWindowMs;
    return lostMs >= tuning.lostSoundMs ? samplesIn(lostMs) : 0;
  }
}
