import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { voicedUntil, type Stretch, type Voice } from '../../voice/voice.ts';
import type { SpokenTurn } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { latestEnd } from './word-times.ts';

/*
 * Which words were said before a sample. Word times are too inexact to tell, one by one. So every
 * place between two words is weighed: by how late and how early the times of all words would then
 * be, by the voice before and behind the sample, and by where the service ended its turns.
 */

/** What a time costs that no measurement has shown. */
const impossible = 20;

/** What it costs to split a turn, by how long the pause is: a longer one would have ended it. */
const splitTurnCosts = [
  { fromMs: 1_000, cost: 4 },
  { fromMs: 400, cost: 2 },
  { fromMs: 0, cost: 1 },
] as const;

/** What each word costs by which a side has more than its share of the voice: with times, without. */
const shareCosts = { timed: 0.6, untimed: 1.2 } as const;

/** What it costs at most that a turn without times came late, as all do after an outage. */
const latestTurnCost = 1.5;

interface PlacedWord extends SpokenWord {
  turnId: number;
}

/** The sample, the end of the voice before it, and the beginning of the voice behind it. */
interface Boundary {
  voicedTo: number;
  voicedFrom: number;
}

/**
 * How many of the words were said before a sample.
 *
 * @param turns of one passage, in order of speech
 */
export function countBefore(turns: readonly SpokenTurn[], sample: number, voice: Voice): number {
  const words = turns.flatMap(({ id, words: own }) => own.map((word) => ({ ...word, turnId: id })));
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) return 0;
  if (sample <= first.heardIn.startSample) return 0;
  if (turns.every(({ heardIn }) => heardIn.endSample <= sample)) return words.length;
  const boundary = {
    voicedTo: voicedUntil(voice, sample) ?? 0,
    voicedFrom: voicedFromOf(voice, sample),
  };
  const heardIn = {
    startSample: first.heardIn.startSample,
    endSample: Math.max(...words.map(latestEnd), sample),
  };
  const share = shareBefore(voice, sample, heardIn) * words.length;
  const isUntimed = words.some((word) => word.isUntimed === true);
  const shareCost =
    (isUntimed ? shareCosts.untimed : shareCosts.timed) / Math.max(1, Math.sqrt(words.length) / 2);

  const before = words.map((word) => costBefore(word, boundary));
  const behind = words.map((word) => costBehind(word, boundary));
  let cost = behind.reduce((sum, one) => sum + one, 0);
  let best = { count: 0, cost: Infinity };
  for (let count = 0; count <= words.length; count++) {
    const whole = cost + splitCost(words, count, boundary) + shareCost * Math.abs(count - share);
    if (whole < best.cost) best = { count, cost: whole };
    cost += (before[count] ?? 0) - (behind[count] ?? 0);
  }
  return best.count;
}

function voicedFromOf({ stretches }: Voice, sample: number): number {
  const next = stretches.find(({ endSample }) => endSample > sample);
  return next === undefined ? Infinity : Math.max(next.startSample, sample);
}

/** How much of the voice in a stretch of sound is before a sample: 0 to 1. */
function shareBefore({ stretches }: Voice, sample: number, within: Stretch): number {
  const voiced = (from: number, to: number): number =>
    stretches.reduce(
      (sum, { startSample, endSample }) =>
        sum + Math.max(0, Math.min(endSample, to) - Math.max(startSample, from)),
      0,
    );
  const all = voiced(within.startSample, within.endSample);
  return all === 0 ? 0 : voiced(within.startSample, Math.min(sample, within.endSample)) / all;
}

function splitCost(words: readonly PlacedWord[], count: number, boundary: Boundary): number {
  const [one, other] = [words[count - 1], words[count]];
  if (one === undefined || one.turnId !== other?.turnId) return 0;
  const pause = boundary.voicedFrom - boundary.voicedTo;
  return splitTurnCosts.find(({ fromMs }) => pause >= samplesIn(fromMs))?.cost ?? 0;
}

const early = samplesIn(tuning.wordStartEarlyMs);
const slack = samplesIn(tuning.voiceSlackMs);

/** What speaks against a word having ended with the voice before the boundary, or earlier. */
function costBefore({ startSample, endSample, isUntimed }: SpokenWord, boundary: Boundary): number {
  // Its turn came after all the sound up to here was sent, and soon after its last word.
  if (isUntimed === true)
    return Math.min(latestTurnCost, costOfLaterThan((endSample - boundary.voicedTo) / 2));
  if (startSample > boundary.voicedTo + slack) return impossible;
  return costOfLaterThan(endSample - boundary.voicedTo);
}

/** What speaks against a word having begun with the voice behind the boundary, or later. */
function costBehind({ startSample, endSample, isUntimed }: SpokenWord, boundary: Boundary): number {
  if (isUntimed === true) return endSample <= boundary.voicedFrom ? impossible : 0;
  if (startSample < boundary.voicedFrom - early - slack) return impossible;
  return costOfEarlierThan(endSample - boundary.voicedFrom);
}

/** Points `[late, cost]`, between which costs are linear: the logarithms of the measured shares. */
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
