import { samplesIn } from '#core/audio-format.ts';
import { mainTuning } from '../time/tuning.ts';

/** Watches for exact zeros, which no real microphone delivers. */
export class ExactSilence {
  #silentSamples = 0;
  #isSilent = false;

  /**
   * @param level the loudest level in a chunk, exactly 0 for exact zeros
   * @param samples its length
   * @returns what this chunk changes, or null
   */
  hear(level: number, samples: number): 'began' | 'ended' | null {
    this.#silentSamples = level === 0 ? this.#silentSamples + samples : 0;
    const wasSilent = this.#isSilent;
    this.#isSilent = this.#silentSamples >= samplesIn(mainTuning.exactSilenceMs);
    if (this.#isSilent === wasSilent) return null;
    return this.#isSilent ? 'began' : 'ended';
  }
}
