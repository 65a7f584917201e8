import { samplesIn } from '../audio-format.ts';
import { firstSampleOf, lastSampleOf, nextSent, type Timeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import type { Stretch, Voice } from '../voice/voice.ts';
import type { TurnMessage } from '../assemblyai/server-message.ts';
import { isAnswer } from './forced-endpoint.ts';
import { boundTurn } from './forced-endpoints.ts';
import { findOverlap, type Overlap } from './overlap.ts';
import { wasForced, type Spoken, type SpokenTurn } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd, textsOf, wordsAt, wordsWithin } from './word-times.ts';

/** More words than anyone says without a pause. Only these can be recognised twice. */
const wordsKept = 500;

/**
 * Handles a Turn message. Known words are left out, so that sound which was sent twice becomes text
 * once. A final never changes.
 *
 * @param voicedTo one past the last sample with voice that was sent; replaces missing word times
 * @returns the turn that changed, or null if the message has nothing new
 */
export function hearTurn(
  spoken: Spoken,
  message: TurnMessage,
  timeline: Timeline,
  { voicedTo, voice }: { voicedTo: number; voice: Voice },
): [Spoken, SpokenTurn | null] {
  const known = spoken.byOrder.get(message.turn_order);
  if (known?.isFinal === true || message.turn_order < spoken.finalBelow) return [spoken, null];
  const isFinal = message.end_of_turn;
  const sentIn = {
    startSample: spoken.sessionFrom ?? firstSampleOf(timeline),
    endSample: lastSampleOf(timeline),
  };
  const reported = wordsAt(message, timeline, sentIn);
  const reportedTurn = {
    order: message.turn_order,
    isFinal,
    hasPartial: !isFinal || known !== undefined,
    words: reported,
    sentIn,
  };
  const { heardIn: bounds, forcedEndpoints: stillOpen } = boundTurn(
    { ...spoken, voice },
    reportedTurn,
  );
  const { endSample: heardTo } = bounds;
  const heardIn = {
    ...bounds,
    startSample: Math.min(nextSent(timeline, bounds.startSample), heardTo),
  };
  const heard = wordsWithin(reported, heardIn, timeline);
  const mayLack = spoken.mayLackHead ? spoken.overlap.length : 0;
  const overlap = findOverlap(spoken.overlap, heard, { mayLack, isFinal });
  const words = writtenAs(message, heard).slice(overlap.repeated);
  const text =
    overlap.repeated === 0 ? message.transcript.trim() : words.map((word) => word.text).join(' ');

  const carried = spoken.open.find(({ id }) => !isOfThisSession(spoken, id));
  const id = known?.id ?? (text === '' ? null : (carried?.id ?? spoken.nextTurnId));
  const forcedEndpoints = isAnswer(spoken.forcedEndpoints, reportedTurn)
    ? stillOpen
    : spoken.forcedEndpoints;
  const followed = isFinal
    ? { ...followFinal(spoken, heard, overlap, { heardIn, voice }), forcedEndpoints }
    : spoken;
  if (id === null) return [followed, null];

  const startSample = startOf(words, spoken.newest) ?? voicedTo;
  const endSample = Math.max(startSample, endOf(words, voicedTo) ?? voicedTo);
  const language = message.language_code ?? null;
  const turn: SpokenTurn = { id, text, isFinal, startSample, endSample, words, heardIn, language };
  const others = followed.open.filter((partial) => partial.id !== id);
  const next: Spoken = {
    ...followed,
    nextTurnId: Math.max(spoken.nextTurnId, id + 1),
    ...withTurn(spoken, message.turn_order, { id, isFinal }),
    open: isFinal ? others : [...others, turn],
  };
  return [next, turn];
}

/** The service does not correct turns this old, and memory must not grow in a session of hours. */
const turnsKept = 50;

function withTurn(
  { byOrder, finalBelow }: Spoken,
  order: number,
  turn: { id: number; isFinal: boolean },
): Pick<Spoken, 'byOrder' | 'finalBelow'> {
  const turns = new Map(byOrder).set(order, turn);
  const oldest = Math.min(...turns.keys());
  if (turns.size <= turnsKept || turns.get(oldest)?.isFinal !== true)
    return { byOrder: turns, finalBelow };
  turns.delete(oldest);
  return { byOrder: turns, finalBelow: Math.max(finalBelow, oldest + 1) };
}

const slackSamples = samplesIn(tuning.voiceSlackMs);

const isOfThisSession = ({ byOrder }: Spoken, id: number): boolean =>
  [...byOrder.values()].some((turn) => turn.id === id);

function followFinal(
  spoken: Spoken,
  heard: SpokenWord[],
  overlap: Overlap,
  { heardIn, voice }: { heardIn: Stretch; voice: Voice },
): Spoken {
  if (heard.length === 0) return spoken;
  const words = heard.slice(overlap.repeated);
  const sessionFrom = Math.max(
    heardIn.startSample,
    spoken.sessionFrom ?? 0,
    ...heard.map(earliestEnd),
  );
  const isFirst = sessionFrom !== spoken.sessionFrom;
  const newest = words.at(-1) ?? spoken.newest;
  const forcedAt = isCapped(heard) ? sessionFrom : spoken.forcedAt;
  const isCut =
    wasForced({ ...spoken, newest, forcedAt }) || !mayPauseAfter(newest, heardIn, voice);
  const final = withTurnEnd(words, isCut ? 'cut' : 'pause');
  return {
    ...spoken,
    newest,
    forcedAt,
    anchor: { ...spoken.anchor, words: [...spoken.anchor.words, ...final].slice(-wordsKept) },
    sessionFrom,
    sessionWords: isFirst ? heard : [...spoken.sessionWords, ...heard],
    sessionTurns: isFirst ? 1 : spoken.sessionTurns + 1,
    overlap: spoken.overlap.slice(overlap.known),
    mayLackHead: false,
  };
}

const withTurnEnd = (words: readonly SpokenWord[], turnEnd: 'pause' | 'cut'): SpokenWord[] =>
  words.map((word, index) => (index === words.length - 1 ? { ...word, turnEnd } : word));

/** Whether the voice paused where a word can have ended, within the sound of its turn. */
const mayPauseAfter = (
  word: SpokenWord | null,
  { endSample: heardTo }: Stretch,
  { stretches }: Voice,
): boolean =>
  word !== null &&
  stretches.some(({ endSample }, index) => {
    const pausedTo = Math.min(stretches[index + 1]?.startSample ?? Infinity, heardTo);
    return (
      pausedTo - endSample >= samplesIn(tuning.silenceMs) &&
      endSample >= earliestEnd(word) - slackSamples &&
      endSample <= latestEnd(word) + slackSamples
    );
  });

/** Whether the service cut the turn because it was a minute long, perhaps in the middle of speech. */
function isCapped(heard: readonly SpokenWord[]): boolean {
  const [from, to] = [heard[0]?.startSample ?? 0, heard.at(-1)?.endSample ?? 0];
  return to - from >= samplesIn(tuning.cappedTurnMs);
}

/**
 * Where a turn begins: not before the word that precedes it, so that turns are in order of speech. If its
 * words have no times, it begins after that word.
 */
function startOf([first]: readonly SpokenWord[], before: SpokenWord | null): number | undefined {
  if (first === undefined) return undefined;
  if (first.isUntimed !== true)
    return Math.max(first.startSample, before === null ? 0 : earliestEnd(before));
  return Math.min(Math.max(first.startSample, before?.endSample ?? 0), first.endSample);
}

/** Where a turn ends; if its words have no times, with the voice. */
function endOf(words: readonly SpokenWord[], voicedTo: number): number | undefined {
  const last = words.at(-1);
  return last?.isUntimed === true ? Math.min(last.endSample, voicedTo) : last?.endSample;
}

/** The words as the transcript spells them, if it has as many. */
function writtenAs({ transcript }: TurnMessage, heard: readonly SpokenWord[]): SpokenWord[] {
  const texts = textsOf(transcript);
  if (texts.length !== heard.length) return [...heard];
  return heard.map((word, index) => ({ ...word, text: texts[index] ?? word.text }));
}
