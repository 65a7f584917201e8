import { millisecondsOf, samplesIn } from '#core/audio-format.ts';
import { mainTuning } from '../time/tuning.ts';

/**
 * Finds sound that a device or PortAudio lost without reporting it, by the clock. After a chunk that is
 * merely late, the next ones catch up. After a lost chunk, everything stays late. So the least lateness
 * of each second is compared with that of the second before. Clocks that differ by 200 ppm differ by 0.2
 * ms in that time.
 */
export class LostSound {
  #startedAtMs: number | null = null;
  #heardSamples = 0;
  #windowEndsAtMs = 0;
  #latenessMs = Infinity;
  #latenessBeforeMs = Infinity;

  /**
   * @param samples the length of a chunk
   * @param capturedAtMs when the chunk came, on a monotonic clock
   * @returns the lost samples that this chunk reveals, mostly 0
   */
  hear(samples: number, capturedAtMs: number): number {
    if (this.#startedAtMs === null) {
      this.#startedAtMs = capturedAtMs;
      this.#windowEndsAtMs = capturedAtMs + mainTuning.lostSoundWindowMs;
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
    this.#windowEndsAtMs = atMs + mainTuning.lostSoundWindowMs;
    return lostMs >= mainTuning.lostSoundMs ? samplesIn(lostMs) : 0;
  }
}
