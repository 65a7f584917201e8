import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedIn, voicedUntil, type Stretch, type Voice } from '../voice/voice.ts';
import type { SpokenWord } from './spoken-word.ts';
import { weights, type Curve } from './weights.ts';

/* On which side of a boundary in the sound a word was said, weighed by how exact word times are. */

/** A sample, the end of the voice before it, and the beginning of the voice after it. */
export interface Boundary {
  sample: number;
  voicedTo: number;
  voicedFrom: number;
}

/** Finds the voice around a sample. */
export const boundaryAt = (voice: Voice, sample: number): Boundary => ({
  sample,
  voicedTo: voicedUntil(voice, sample) ?? 0,
  voicedFrom: voicedFromOf(voice, sample),
});

function voicedFromOf({ stretches }: Voice, sample: number): number {
  const next = stretches.find(({ endSample }) => endSample > sample);
  return next === undefined ? Infinity : Math.max(next.startSample, sample);
}

/** On which sides of a sample a stretch of sound has voice. */
export function voicedSides(
  voice: Voice,
  { startSample, endSample }: Stretch,
  sample: number,
): 'before' | 'after' | 'both' | 'none' {
  const isBefore = voicedIn(voice, { startSample, endSample: sample }) > 0;
  const isAfter = voicedIn(voice, { startSample: sample, endSample }) > 0;
  if (isBefore) return isAfter ? 'both' : 'before';
  return isAfter ? 'after' : 'none';
}

const early = samplesIn(tuning.wordStartEarlyMs);
const slack = samplesIn(tuning.voiceSlackMs);

/** The cost of the assumption that a word ended with the voice before the boundary, or earlier. */
export function costBefore(
  { startSample, endSample, isUntimed }: SpokenWord,
  boundary: Boundary,
): number {
  if (isUntimed === true)
    return startSample >= boundary.sample
      ? weights.impossible
      : // Its turn arrived after all of this sound was sent, and soon after its last word.
        Math.min(weights.latestTurn, costOfLaterThan((endSample - boundary.voicedTo) / 2));
  if (startSample > boundary.voicedTo + slack) return weights.impossible;
  return costOfLaterThan(endSample - boundary.voicedTo);
}

/** The cost of the assumption that a word began with the voice after the boundary, or later. */
export function costAfter(
  { startSample, endSample, isUntimed }: SpokenWord,
  boundary: Boundary,
): number {
  if (isUntimed === true) return endSample <= boundary.voicedFrom ? weights.impossible : 0;
  if (startSample < boundary.voicedFrom - early - slack) return weights.impossible;
  return costOfEarlierThan(endSample - boundary.voicedFrom);
}

const costOfLaterThan = (samples: number): number => costAt(weights.laterThan, samples);
const costOfEarlierThan = (samples: number): number => costAt(weights.earlierThan, samples);

function costAt(curve: Curve, samples: number): number {
  const index = curve.findIndex(([lateMs]) => samples <= samplesIn(lateMs));
  const [to, from] = [curve[index], curve[index - 1]];
  if (to === undefined) return curve.at(-1)?.[1] ?? 0;
  if (from === undefined) return to[1];
  const [fromSample, toSample] = [samplesIn(from[0]), samplesIn(to[0])];
  return from[1] + ((to[1] - from[1]) * (samples - fromSample)) / (toSample - fromSample);
}
