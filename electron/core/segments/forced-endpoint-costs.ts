import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { boundaryAt, costBefore, costAfter, type Boundary } from './boundary.ts';
import { begunWordFrom, endOfCutWord, isBegunWord } from './cut-word.ts';
import type { ForcedEndpoint, Known, ReportedTurn } from './forced-endpoint.ts';
import { costOfTurnsIn } from './pause-in-turn.ts';
import type { SpokenWord } from './spoken-word.ts';
import { rateCosts } from './speech-rate.ts';
import { weights } from './weights.ts';
import { earliestEnd, latestEnd } from './word-times.ts';
import type { Voice } from '../voice/voice.ts';

/* The cost of the assumptions that a turn was said before a ForceEndpoint, after it, or on both sides. */

/** The cost of the assumption that words are on both sides of a boundary, by their times. */
export function acrossCost(words: readonly SpokenWord[], boundary: Boundary): number {
  const before = words.map((word) => costBefore(word, boundary));
  const after = words.map((word) => costAfter(word, boundary));
  const splits = words.slice(1).map((_, index) => {
    const count = index + 1;
    return [...before.slice(0, count), ...after.slice(count)].reduce((sum, one) => sum + one, 0);
  });
  return weights.endsNoTurn + Math.min(Infinity, ...splits);
}

/** The cost of the assumption that a turn is the answer, this long after ForceEndpoint without a backlog. */
function lateCost(samples: number, hasPartial: boolean): number {
  const { usualSamples, perSecond, most } = weights.lateAnswer;
  const seconds = Math.max(0, samples - usualSamples) / samplesIn(1_000);
  return Math.min(most, seconds * perSecond) + (hasPartial ? weights.partialOnItsWay : 0);
}

/** Whether the session was sent a later ForceEndpoint, which may have ended the turn. */
const isFollowed = (sample: number, all: readonly ForcedEndpoint[]): boolean =>
  all.some((other) => other.sample > sample);

/** The cost of the assumption that a turn after a ForceEndpoint ended, by whether the voice paused. */
export function endCost(
  { sample }: ForcedEndpoint,
  { isFinal, sentIn }: ReportedTurn,
  { forcedEndpoints, voice }: Known,
): number {
  const isForced = isFollowed(sample, forcedEndpoints);
  const hasPaused = voice.stretches.some(
    ({ endSample }) => endSample > sample && endSample < sentIn.endSample,
  );
  return isFinal && !isForced && !hasPaused ? weights.endsInSpeech : 0;
}

interface Costs {
  before: number;
  after: number;
}

/** The cost of either side of a ForceEndpoint for a turn that may be on both. */
export function costsOf(endpoint: ForcedEndpoint, turn: ReportedTurn, known: Known): Costs {
  const newest = known.sessionWords.at(-1);
  if (newest === undefined) return firstTurnCosts(endpoint, turn, known);
  const { sample, hasFinal, isInBacklog } = endpoint;
  const boundary = boundaryAt(known.voice, sample);
  const earlierCost = isInBacklog ? weights.onItsWay.inBacklog : weights.onItsWay.live;
  const rest = restCosts(newest, boundary, {
    finalTo: Math.max(
      latestEnd(newest),
      isAfterOther(turn, known) ? endOfCutWord(turn.sentIn.startSample, known.voice) : 0,
    ),
    voice: known.voice,
    answered: hasFinal ? earlierCost : weights.lacksFinal,
    cut: hasFinal ? { before: earlierCost, after: 0 } : { before: 0, after: weights.endsNoTurn },
  });
  const isDecidable = hasFinal || (isUntimed(turn) && rest.after < weights.impossible);
  if (newest.isUntimed === true && isDecidable) {
    const { before, after } = untimedCosts(endpoint, turn, known);
    if (hasFinal && isInBacklog) {
      const shown = turn.hasPartial ? weights.partialInBacklog : 0;
      const mayLackPartial = turn.hasPartial || isFollowed(sample, known.forcedEndpoints);
      const begun = mayLackPartial ? 0 : weights.noPartialInBacklog;
      return { before: before + earlierCost + shown, after: after + begun };
    }
    if (hasFinal) return { before: before + earlierCost, after };
    // In a backlog, a turn may arrive after much later sound was sent, so its arrival shows no side.
    if (before < Infinity) return { before: before + rest.before, after: after + rest.after };
  }
  const timed = timedCosts(turn, boundary);
  return { before: timed.before + rest.before, after: timed.after + rest.after };
}

const isUntimed = ({ words }: ReportedTurn): boolean =>
  words.some((word) => word.isUntimed === true);

/** Whether the turn was sent after another ForceEndpoint. */
const isAfterOther = ({ sentIn }: ReportedTurn, { forcedEndpoints }: Known): boolean =>
  forcedEndpoints.some((other) => other.sample === sentIn.startSample);

const answerCost = ({ sample, isInBacklog }: ForcedEndpoint, turn: ReportedTurn): number =>
  isInBacklog ? 0 : lateCost(turn.sentIn.endSample - sample, turn.hasPartial);

/** The costs of either side by the times of the words. */
const timedCosts = ({ words }: ReportedTurn, boundary: Boundary): Costs => ({
  before: words.reduce((sum, word) => sum + costBefore(word, boundary), 0),
  after: words.reduce((sum, word) => sum + costAfter(word, boundary), 0),
});

/** The costs for the first turn. ForceEndpoint is answered with all speech before it, if that has a word. */
function firstTurnCosts(endpoint: ForcedEndpoint, turn: ReportedTurn, { voice }: Known): Costs {
  const { sample } = endpoint;
  const { words, sentIn } = turn;
  if (!isBegunWord(voice, { ...sentIn, endSample: sample }))
    return { before: 0, after: weights.impossible };
  const { before, after } = isUntimed(turn)
    ? rateCosts({ before: 0, next: words.length }, { ...sentIn, boundary: sample }, voice)
    : timedCosts(turn, boundaryAt(voice, sample));
  return { before: before + answerCost(endpoint, turn), after: after + weights.endsNoTurn };
}

/** The costs by the length of the voice, its pauses and the arrival of the turn. */
function untimedCosts(endpoint: ForcedEndpoint, turn: ReportedTurn, known: Known): Costs {
  const { sample } = endpoint;
  const { words, sentIn } = turn;
  const { sessionWords, sessionTurns, voice } = known;
  // All words so far were said before the other ForceEndpoint.
  const isAfter = isAfterOther(turn, known);
  const counts = { before: isAfter ? 0 : sessionWords.length, next: words.length };
  const rates = rateCosts(counts, { ...sentIn, boundary: sample }, voice);
  const turns = isAfter ? 0 : sessionTurns;
  const within = { ...sentIn, endSample: sample };
  const ended = { ...sentIn, endSample: begunWordFrom(sample, voice) ?? sample };
  return {
    before: rates.before + costOfTurnsIn(voice, turns + 1, within) + answerCost(endpoint, turn),
    after: rates.after + costOfTurnsIn(voice, turns, ended),
  };
}

/** The costs of either side, by whether all speech before the boundary can be final already. */
function restCosts(
  newest: SpokenWord,
  { sample, voicedTo, voicedFrom }: Boundary,
  {
    finalTo,
    answered,
    cut,
    voice,
  }: { finalTo: number; answered: number; cut: Costs; voice: Voice },
): Costs {
  const slack = samplesIn(tuning.voiceSlackMs);
  // A short pause is not found, so where the voice seems to go on, it may have paused before.
  const mayPause = voicedFrom === voicedTo ? samplesIn(tuning.silenceMs) : 0;
  if (finalTo + Math.max(slack, mayPause) < voicedTo)
    return isBegunWord(voice, { startSample: finalTo, endSample: sample })
      ? cut
      : { before: 0, after: weights.impossible };
  const mayLack =
    newest.isUntimed === true ||
    voice.stretches.some(
      ({ endSample }) => endSample < voicedTo && endSample >= earliestEnd(newest) - slack,
    );
  if (!mayLack) return { before: weights.impossible, after: 0 };
  return { before: answered, after: 0 };
}
