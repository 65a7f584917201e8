import { samplesIn } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';

/** Watches for exact zeros, which no real microphone delivers (platform: naudiodon). */
export class ExactSilence {
  #silentSamples = 0;
  #isSilent = false;

  /**
   * @param level of the loudest in a chunk, exactly 0 for exact zeros
   * @param samples its length
   * @returns what has changed with this chunk, or null
   */
  hear(level: number, samples: number): 'began' | 'ended' | null {
    this.#silentSamples = level === 0 ? this.#silentSamples + samples : 0;
    const wasSilent = this.#isSilent;
    this.#isSilent = this.#silentSamples >= samplesIn(tuning.exactSilenceMs);
    if (this.#isSilent === wasSilent) return null;
    return this.#isSilent ? 'began' : 'ended';
  }
}
