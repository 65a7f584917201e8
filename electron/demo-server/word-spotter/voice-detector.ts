import { energyOf } from './template.ts';

/** 30 dB below the loudest recent speech is silence, at any gain. */
const silenceRatio = 1e-3;

/** The loudest power halves in about 7 s, so that a loud start does not hide quieter speech. */
const decayPerFrame = 0.999;

/** About -65 dB of full scale, which is quieter than any speech. */
const leastPower = 300;

/** Distinguishes speech from silence by loudness, in steps of 10 ms. */
export class VoiceDetector {
  #loudest = 0;

  hasVoice(samples: Float32Array): boolean {
    const power = energyOf(samples) / samples.length;
    this.#loudest = Math.max(this.#loudest * decayPerFrame, power);
    return power > Math.max(this.#loudest * silenceRatio, leastPower);
  }
}
