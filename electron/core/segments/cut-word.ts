import { voicedIn, type Stretch, type Voice } from '../voice/voice.ts';
import { weights } from './weights.ts';

/* A ForceEndpoint may come within a word. Loudness alone shows where that word may begin and end. */

/** Where the voice that goes on across a ForceEndpoint began, if that can be a single word; else null. */
export function begunWordFrom(sample: number, { stretches }: Voice): number | null {
  const cut = stretches.find((one) => one.startSample < sample && one.endSample > sample);
  if (cut === undefined || sample - cut.startSample > weights.mostBegunSamples) return null;
  return cut.startSample;
}

/** Whether all voice before a ForceEndpoint, in this stretch, can be one word that goes on after it. */
export function isBegunWord(voice: Voice, { startSample, endSample }: Stretch): boolean {
  const from = begunWordFrom(endSample, voice);
  return from !== null && voicedIn(voice, { startSample, endSample: from }) === 0;
}

/** Where the voice that goes on across a ForceEndpoint ends, as far as it is one word. */
export function endOfCutWord(sample: number, { stretches }: Voice): number {
  const cut = stretches.find((one) => one.startSample < sample && one.endSample > sample);
  return cut === undefined ? sample : Math.min(cut.endSample, sample + weights.mostRestSamples);
}
