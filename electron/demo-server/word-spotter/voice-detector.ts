import { energyOf } from './template.ts';

/** 30 dB below the loudest speech of late is silence, whatever the gain. */
const silenceRatio = 1e-3;

/** The loudest speech is forgotten by half in about 7 s, so that a loud start ends nothing. */
const decayPerFrame = 0.999;

/** About -65 dB of full scale: nobody speaks as softly. */
const leastPower = 300;

/** Tells speech from silence by its loudness, 10 ms after 10 ms. */
export class VoiceDetector {
  #loudest = 0;

  hasVoice(samples: Float32Array): boolean {
    const power = energyOf(samples) / samples.length;
    this.#loudest = Math.max(this.#loudest * decayPerFrame, power);
    return power > Math.max(this.#loudest * silenceRatio, leastPower);
  }
}
