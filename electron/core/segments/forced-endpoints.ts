import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { unbrokenFrom, type Timeline } from '../timeline/timeline.ts';
import { voicedIn, type Stretch, type Voice } from '../voice/voice.ts';
import { boundaryAt, costBefore, costAfter, type Boundary } from './boundary.ts';
import { costOfTurnsIn } from './pause-in-turn.ts';
import type { SpokenWord } from './spoken-word.ts';
import { rateCosts } from './speech-rate.ts';
import { earliestEnd, latestEnd } from './word-times.ts';

/*
 * ForceEndpoint ends the open turn at a sample, so no turn has words from both sides of it. The order
 * of messages decides on which side a turn is, and word times only after that: a word can be reported
 * 1.35 s late, and some models report no times at all.
 */

/** A ForceEndpoint that the current session was sent. */
export interface ForcedEndpoint {
  /** It was sent after all sound before this sample. */
  readonly sample: number;
  /** The `turn_order` of the turn that was open when it was sent; null if none was known. */
  readonly openTurn: number | null;
  /** A final for the sound before it arrived after it was sent. */
  readonly hasFinal: boolean;
  /** The service still recognised sound that had waited, so finals of earlier turns were to come. */
  readonly isInBacklog: boolean;
}

/** The sound of a turn, and the ForceEndpoints that later turns may still precede. */
interface TurnBounds {
  heardIn: Stretch;
  forcedEndpoints: readonly ForcedEndpoint[];
}

/** What is known about the current session when a turn arrives. */
interface Known {
  forcedEndpoints: readonly ForcedEndpoint[];
  sessionWords: readonly SpokenWord[];
  /** In how many turns these words are. */
  sessionTurns: number;
  voice: Voice;
}

/** A turn; its words have the times that the service reports. */
interface ReportedTurn {
  order: number;
  isFinal: boolean;
  /** A partial of it has arrived. */
  hasPartial: boolean;
  words: readonly SpokenWord[];
  /** The sound that was sent after the previous turn. */
  sentIn: Stretch;
}

/** Finds the sound in which a turn was said: between two of the ForceEndpoints. */
export function boundTurn(known: Known, turn: ReportedTurn): TurnBounds {
  const { forcedEndpoints } = known;
  let { sentIn } = turn;
  for (const [index, endpoint] of forcedEndpoints.entries()) {
    const { sample } = endpoint;
    const side = sideOf(endpoint, { ...turn, sentIn }, known);
    if (side === 'before')
      return {
        heardIn: { ...sentIn, endSample: Math.min(sentIn.endSample, sample) },
        forcedEndpoints: [{ ...endpoint, hasFinal: true }, ...forcedEndpoints.slice(index + 1)],
      };
    if (side === 'after') sentIn = { ...sentIn, startSample: Math.max(sentIn.startSample, sample) };
  }
  return { heardIn: sentIn, forcedEndpoints: [] };
}

/** On which side of a ForceEndpoint a turn is; `across` if the service did not end a turn there. */
type Side = 'before' | 'after' | 'across';

function sideOf(endpoint: ForcedEndpoint, turn: ReportedTurn, known: Known): Side {
  const { sample, openTurn } = endpoint;
  const { order, words, sentIn } = turn;
  const timed = words.filter(({ isUntimed }) => isUntimed !== true);
  // The service reports that words begin early and end late, never the other way round.
  const hasEnded = timed.some(({ endSample }) => endSample <= sample);
  const hasBegun = timed.some(({ startSample }) => startSample >= sample);
  // The final of the open turn was on its way, unless its words begin after the ForceEndpoint.
  if (openTurn !== null && order <= openTurn) return hasBegun ? 'across' : 'before';
  if (hasEnded && hasBegun) return 'across';
  if (hasEnded) return 'before';
  if (hasBegun) return 'after';
  const { voice } = known;
  if (voicedIn(voice, { startSample: sample, endSample: sentIn.endSample }) === 0) return 'before';
  if (voicedIn(voice, { startSample: sentIn.startSample, endSample: sample }) === 0) return 'after';
  const { before, after } = costsOf(endpoint, turn, known);
  const end = endCost(endpoint, turn, known);
  if (acrossCost(timed, boundaryAt(voice, sample)) <= Math.min(before, after + end))
    return 'across';
  return after + end <= before ? 'after' : 'before';
}

/** The cost of the assumption that ForceEndpoint ended no turn, because it came within the first word. */
const endsNoTurn = 4;

/** The cost of the assumption that words are on both sides of a boundary, by their times. */
function acrossCost(words: readonly SpokenWord[], boundary: Boundary): number {
  const before = words.map((word) => costBefore(word, boundary));
  const after = words.map((word) => costAfter(word, boundary));
  const splits = words.slice(1).map((_, index) => {
    const count = index + 1;
    return [...before.slice(0, count), ...after.slice(count)].reduce((sum, one) => sum + one, 0);
  });
  return endsNoTurn + Math.min(Infinity, ...splits);
}

/** The cost of the impossible. */
const impossible = 20;
/**
 * The cost of the assumption that a final which arrived after ForceEndpoint is that of a turn which had
 * ended before it.
 */
const onItsWay = { inBacklog: 1, live: 4 } as const;

/**
 * In a backlog, ForceEndpoint ends all turns before it at once, mostly without a partial. A turn after it
 * mostly has one, unless it is short or another ForceEndpoint ended it.
 */
const partialCosts = { before: 1.2, after: 0.8 } as const;

/**
 * The cost of the assumption that a partial was on its way when ForceEndpoint was sent: the service answers
 * that with a final for all sound before it.
 */
const partialOnItsWay = 2;

/** The cost of the assumption that a turn after ForceEndpoint ended while the voice went on. */
const endsInSpeech = 6;

/** Whether the session was sent a later ForceEndpoint, which may have ended the turn. */
const isFollowed = (sample: number, all: readonly ForcedEndpoint[]): boolean =>
  all.some((other) => other.sample > sample);

function endCost(
  { sample }: ForcedEndpoint,
  { isFinal, sentIn }: ReportedTurn,
  { forcedEndpoints, voice }: Known,
): number {
  const isForced = isFollowed(sample, forcedEndpoints);
  const hasPaused = voice.stretches.some(
    ({ endSample }) => endSample > sample && endSample < sentIn.endSample,
  );
  return isFinal && !isForced && !hasPaused ? endsInSpeech : 0;
}

interface Costs {
  before: number;
  after: number;
}

/** The cost of either side of a ForceEndpoint for a turn that may be on both. */
function costsOf(
  { sample, hasFinal, isInBacklog }: ForcedEndpoint,
  { words, sentIn, hasPartial }: ReportedTurn,
  { forcedEndpoints, sessionWords, sessionTurns, voice }: Known,
): Costs {
  const boundary = boundaryAt(voice, sample);
  const newest = sessionWords.at(-1);
  const isUntimed = words.some((word) => word.isUntimed === true);
  const late = hasPartial && !isInBacklog ? partialOnItsWay : 0;
  const sum = (cost: (word: SpokenWord, at: Boundary) => number): number =>
    words.reduce((all, word) => all + cost(word, boundary), 0);
  if (newest === undefined) {
    // The service answers ForceEndpoint with all speech before it, if that has a whole word.
    if (!isBegunWord(voice, { ...sentIn, endSample: sample }))
      return { before: 0, after: impossible };
    const { before, after } = isUntimed
      ? rateCosts({ before: 0, next: words.length }, { ...sentIn, boundary: sample }, voice)
      : { before: sum(costBefore), after: sum(costAfter) };
    return { before: before + late, after: after + endsNoTurn };
  }
  const isAfterOther = forcedEndpoints.some((other) => other.sample === sentIn.startSample);
  const finalTo = Math.max(
    latestEnd(newest),
    isAfterOther ? endOfCutWord(sentIn.startSample, voice) : 0,
  );
  const earlierCost = isInBacklog ? onItsWay.inBacklog : onItsWay.live;
  const rest = restCosts(newest, boundary, {
    finalTo,
    voice,
    answered: hasFinal ? earlierCost : 1,
    cut: hasFinal ? { before: earlierCost, after: 0 } : { before: 0, after: endsNoTurn },
  });
  if (newest.isUntimed === true && (hasFinal || (isUntimed && rest.after < impossible))) {
    // All words so far were said before the other ForceEndpoint.
    const counts = { before: isAfterOther ? 0 : sessionWords.length, next: words.length };
    const rates = rateCosts(counts, { ...sentIn, boundary: sample }, voice);
    const turns = isAfterOther ? 0 : sessionTurns;
    const within = { ...sentIn, endSample: sample };
    const ended = { ...sentIn, endSample: begunWordFrom(sample, voice) ?? sample };
    const before = rates.before + costOfTurnsIn(voice, turns + 1, within) + late;
    const after = rates.after + costOfTurnsIn(voice, turns, ended);
    if (hasFinal && isInBacklog) {
      const shown = hasPartial ? partialCosts.before : 0;
      const mayLackPartial = hasPartial || isFollowed(sample, forcedEndpoints);
      const begun = mayLackPartial ? 0 : partialCosts.after;
      return { before: before + earlierCost + shown, after: after + begun };
    }
    if (hasFinal) return { before: before + earlierCost, after };
    // A turn may arrive after much later sound was sent, so its arrival does not tell the two apart.
    if (before < Infinity) return { before: before + rest.before, after: after + rest.after };
  }
  return { before: sum(costBefore) + rest.before, after: sum(costAfter) + rest.after };
}

/** A word that a ForceEndpoint cut began at most this long before it. */
const begunWordSamples = samplesIn(500);

/** Where the voice that goes on across a ForceEndpoint began, if that can be a single word; else null. */
function begunWordFrom(sample: number, { stretches }: Voice): number | null {
  const cut = stretches.find((one) => one.startSample < sample && one.endSample > sample);
  if (cut === undefined || sample - cut.startSample > begunWordSamples) return null;
  return cut.startSample;
}

/** Whether all voice before a ForceEndpoint, in this stretch, can be one word that goes on after it. */
function isBegunWord(voice: Voice, { startSample, endSample }: Stretch): boolean {
  const from = begunWordFrom(endSample, voice);
  return from !== null && voicedIn(voice, { startSample, endSample: from }) === 0;
}

/** The rest of a word that a ForceEndpoint cut is at most this long. */
const cutWordSamples = samplesIn(300);

/** Where the voice that goes on across a ForceEndpoint ends, as far as it is one word. */
function endOfCutWord(sample: number, { stretches }: Voice): number {
  const cut = stretches.find((one) => one.startSample < sample && one.endSample > sample);
  return cut === undefined ? sample : Math.min(cut.endSample, sample + cutWordSamples);
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
      : { before: 0, after: impossible };
  const mayLack =
    newest.isUntimed === true ||
    voice.stretches.some(
      ({ endSample }) => endSample < voicedTo && endSample >= earliestEnd(newest) - slack,
    );
  if (!mayLack) return { before: impossible, after: 0 };
  return { before: answered, after: 0 };
}

/**
 * Limits the times of words to the sound of their turn. No word was said across sound that was not sent:
 * its beginning is reported early.
 */
export const wordsWithin = (
  words: readonly SpokenWord[],
  heardIn: Stretch,
  timeline: Timeline,
): SpokenWord[] =>
  words.map((word) => {
    const endSample = Math.max(Math.min(word.endSample, heardIn.endSample), heardIn.startSample);
    const from = word.isUntimed === true ? 0 : unbrokenFrom(timeline, endSample);
    const startSample = Math.max(word.startSample, heardIn.startSample, from);
    return { ...word, startSample: Math.min(startSample, heardIn.endSample), endSample };
  });

/** Whether a final is the answer to a ForceEndpoint. Without words it is only if its turn was open then. */
export const isAnswer = (
  known: readonly ForcedEndpoint[],
  { order, words }: Pick<ReportedTurn, 'order' | 'words'>,
): boolean =>
  words.length > 0 || known.some(({ openTurn }) => openTurn !== null && order <= openTurn);

/** Records a ForceEndpoint that was sent after all sound before a sample. */
export function withForcedEndpoint(
  known: readonly ForcedEndpoint[],
  { sample, isInBacklog }: Pick<ForcedEndpoint, 'sample' | 'isInBacklog'>,
  turns: ReadonlyMap<number, { isFinal: boolean }>,
): readonly ForcedEndpoint[] {
  const open = [...turns].filter(([, { isFinal }]) => !isFinal).map(([order]) => order);
  const openTurn = open.length === 0 ? null : Math.max(...open);
  return [...known, { sample, openTurn, hasFinal: false, isInBacklog }];
}
