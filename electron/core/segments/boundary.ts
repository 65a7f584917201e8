import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil, type Voice } from '../voice/voice.ts';
import type { SpokenWord } from './spoken-word.ts';

/* On which side of a boundary in the sound a word was said, weighed by how exact word times are. */

/** The cost of a time that no measurement has shown. */
const impossible = 20;

/** The most that a late turn without times costs; after an outage all turns are late. */
const latestTurnCost = 1.5;

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

const early = samplesIn(tuning.wordStartEarlyMs);
const slack = samplesIn(tuning.voiceSlackMs);

/** The cost of the assumption that a word ended with the voice before the boundary, or earlier. */
export function costBefore(
  { startSample, endSample, isUntimed }: SpokenWord,
  boundary: Boundary,
): number {
  if (isUntimed === true && startSample >= boundary.sample) return impossible;
  // Its turn arrived after all of this sound was sent, and soon after its last word.
  if (isUntimed === true)
    return Math.min(latestTurnCost, costOfLaterThan((endSample - boundary.voicedTo) / 2));
  if (startSample > boundary.voicedTo + slack) return impossible;
  return costOfLaterThan(endSample - boundary.voicedTo);
}

/** The cost of the assumption that a word began with the voice after the boundary, or later. */
export function costAfter(
  { startSample, endSample, isUntimed }: SpokenWord,
  boundary: Boundary,
): number {
  if (isUntimed === true) return endSample <= boundary.voicedFrom ? impossible : 0;
  if (startSample < boundary.voicedFrom - early - slack) return impossible;
  return costOfEarlierThan(endSample - boundary.voicedFrom);
}

/** Points `[late, cost]` with linear steps between them. Costs are logarithms of measured shares. */
type Curve = readonly (readonly [lateMs: number, cost: number])[];

const laterThan: Curve = [
  [70, 0],
  [240, 0.7],
  [700, 2.6],
  [1_344, 4.4],
  [1_500, impossible],
];
const earlierThan: Curve = [
  [-slack / 16, impossible],
  [70, 6],
  [150, 1.6],
  [240, 0.7],
  [600, 0.1],
  [1_344, 0],
];

const costOfLaterThan = (samples: number): number => costAt(laterThan, samples);
const costOfEarlierThan = (samples: number): number => costAt(earlierThan, samples);

function costAt(curve: Curve, samples: number): number {
  const index = curve.findIndex(([lateMs]) => samples <= samplesIn(lateMs));
  const [to, from] = [curve[index], curve[index - 1]];
  if (to === undefined) return curve.at(-1)?.[1] ?? 0;
  if (from === undefined) return to[1];
  const [fromSample, toSample] = [samplesIn(from[0]), samplesIn(to[0])];
  return from[1] + ((to[1] - from[1]) * (samples - fromSample)) / (toSample - fromSample);
}
