import { samplesIn } from '../../audio-format.ts';
import { firstSampleOf, lastSampleOf, type Timeline } from '../../timeline/timeline.ts';
import { tuning } from '../../tuning.ts';
import type { Stretch } from '../../voice/voice.ts';
import type { TurnMessage } from '../server-message.ts';
import type { Anchor } from './anchor.ts';
import { findOverlap, type Overlap } from './overlap.ts';
import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd, textsOf, wordsAt } from './word-times.ts';

/** A turn as it is shown and kept, with the samples its words were said in. */
export interface SpokenTurn {
  readonly id: number;
  readonly text: string;
  readonly isFinal: boolean;
  readonly startSample: number;
  readonly endSample: number;
  /** Its words as they are written in `text`. */
  readonly words: readonly SpokenWord[];
  /** The sound that its words can be of: what was sent, behind the turn before. */
  readonly heardIn: Stretch;
  /** As the service names it, such as `en`; null where it did not. */
  readonly language: string | null;
}

/** What is known of the words of a passage, over all its sessions. */
export interface Spoken {
  readonly nextTurnId: number;
  /** The newest final word; null before the first. */
  readonly newest: SpokenWord | null;
  /** Where another session would begin, and the final words that it would hear once more. */
  readonly anchor: Anchor;
  /** The words of the session that runs now were said behind this sample; null before its first. */
  readonly sessionFrom: number | null;
  /** Where the last ForceEndpoint cut: a final there may end in the middle of speech. */
  readonly forcedAt: number | null;
  /** The newest turns of the session that runs now, by `turn_order`. */
  readonly byOrder: ReadonlyMap<number, { id: number; isFinal: boolean }>;
  /** Turns of a lesser `turn_order` are final and forgotten. */
  readonly finalBelow: number;
  /** Partials that no final has replaced, from this session or the one before. */
  readonly open: readonly SpokenTurn[];
  /** Final words that the session that runs now hears again, and has not yet told. */
  readonly overlap: readonly SpokenWord[];
  /** The session may not hear the first of them. */
  readonly mayLackHead: boolean;
}

/** More words than are ever said without a pause; only these can be heard twice. */
const wordsKept = 500;

/** @param firstTurnId the id of the first turn; the others count on from there */
export const nothingSpoken = (firstTurnId: number): Spoken => ({
  nextTurnId: firstTurnId,
  newest: null,
  anchor: { pauseFrom: null, words: [] },
  sessionFrom: null,
  forcedAt: null,
  byOrder: new Map(),
  finalBelow: 0,
  open: [],
  overlap: [],
  mayLackHead: false,
});

/** What was said before is final, and no session will hear it once more. */
export const forgetSpoken = (spoken: Spoken): Spoken => ({
  ...spoken,
  newest: null,
  anchor: { pauseFrom: null, words: [] },
  forcedAt: null,
});

/** A new session counts its turns from 0 again, and hears `overlap` once more. */
export const beginSessionTurns = (
  spoken: Spoken,
  overlap: readonly SpokenWord[],
  mayLackHead = false,
): Spoken => ({
  ...spoken,
  overlap,
  mayLackHead,
  sessionFrom: null,
  byOrder: new Map(),
  finalBelow: 0,
});

/** Whether the last final may have ended in the middle of speech. */
export function wasForced({ newest, forcedAt }: Spoken): boolean {
  if (newest === null || forcedAt === null) return false;
  // With a second of silence before it, the turn would have ended by itself.
  const slack = samplesIn(tuning.forcedFinalMs);
  return forcedAt >= earliestEnd(newest) - slack && forcedAt <= latestEnd(newest) + slack;
}

/**
 * Takes a Turn message: words that are known already are left out, so that sound that was sent
 * twice is said once. A final stays as it is (protocol: semantics).
 *
 * @param voicedTo one past the last sample with voice that was sent; stands in for word times
 * @returns the turn that changed, or null where there is nothing new in it
 */
export function hearTurn(
  spoken: Spoken,
  message: TurnMessage,
  timeline: Timeline,
  voicedTo: number,
): [Spoken, SpokenTurn | null] {
  const known = spoken.byOrder.get(message.turn_order);
  if (known?.isFinal === true || message.turn_order < spoken.finalBelow) return [spoken, null];
  const isFinal = message.end_of_turn;
  const heardIn = {
    startSample: spoken.sessionFrom ?? firstSampleOf(timeline),
    endSample: lastSampleOf(timeline),
  };
  const heard = wordsAt(message, timeline, heardIn);
  const overlap = findOverlap(spoken.overlap, heard, { mayLackHead: spoken.mayLackHead, isFinal });
  const words = writtenAs(message, heard).slice(overlap.repeated);
  const text =
    overlap.repeated === 0 ? message.transcript.trim() : words.map((word) => word.text).join(' ');

  const carried = spoken.open.find(({ id }) => !isOfThisSession(spoken, id));
  const id = known?.id ?? (text === '' ? null : (carried?.id ?? spoken.nextTurnId));
  const followed = isFinal ? followFinal(spoken, heard, overlap) : spoken;
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

/** Nobody corrects a turn so long ago, and a session of hours must not cost more and more. */
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

/**
 * Takes back the partials that reach beyond a sample: what was said there becomes text elsewhere,
 * or turned out to be nothing.
 */
export function withdrawPartials(spoken: Spoken, fromSample: number): [Spoken, SpokenTurn[]] {
  const isBeyond = ({ endSample }: SpokenTurn): boolean => endSample > fromSample;
  return [
    { ...spoken, open: spoken.open.filter((partial) => !isBeyond(partial)) },
    spoken.open
      .filter(isBeyond)
      .map((partial) => ({ ...partial, text: '', words: [], isFinal: true })),
  ];
}

const isOfThisSession = ({ byOrder }: Spoken, id: number): boolean =>
  [...byOrder.values()].some((turn) => turn.id === id);

function followFinal(spoken: Spoken, heard: SpokenWord[], overlap: Overlap): Spoken {
  if (heard.length === 0) return spoken;
  const words = heard.slice(overlap.repeated);
  const sessionFrom = Math.max(spoken.sessionFrom ?? 0, ...heard.map(earliestEnd));
  const isRepeated = words.length === 0;
  const newest = words.at(-1) ?? spoken.newest;
  const forcedAt = isCapped(heard) ? sessionFrom : spoken.forcedAt;
  const final = wasForced({ ...spoken, newest, forcedAt }) ? words : withTurnClosed(words);
  return {
    ...spoken,
    newest,
    forcedAt,
    anchor: { ...spoken.anchor, words: [...spoken.anchor.words, ...final].slice(-wordsKept) },
    sessionFrom,
    overlap: isRepeated ? spoken.overlap.slice(overlap.known) : [],
    mayLackHead: false,
  };
}

const withTurnClosed = (words: readonly SpokenWord[]): SpokenWord[] =>
  words.map((word, index) => (index === words.length - 1 ? { ...word, closesTurn: true } : word));

/** The service ends a turn of a minute wherever it is, and may do so in the middle of speech. */
function isCapped(heard: readonly SpokenWord[]): boolean {
  const [first, last] = [heard[0], heard.at(-1)];
  if (first === undefined || last === undefined) return false;
  return last.endSample - first.startSample >= samplesIn(tuning.cappedTurnMs);
}

/** Where a turn begins: behind the one before it, where its words have no times. */
function startOf([first]: readonly SpokenWord[], before: SpokenWord | null): number | undefined {
  if (first?.isUntimed !== true) return first?.startSample;
  return Math.min(Math.max(first.startSample, before?.endSample ?? 0), first.endSample);
}

/** Where a turn ends: with the voice, where its words have no times. */
function endOf(words: readonly SpokenWord[], voicedTo: number): number | undefined {
  const last = words.at(-1);
  return last?.isUntimed === true ? Math.min(last.endSample, voicedTo) : last?.endSample;
}

/** The words as the transcript writes them, where it has as many. */
function writtenAs({ transcript }: TurnMessage, heard: readonly SpokenWord[]): SpokenWord[] {
  const texts = textsOf(transcript);
  if (texts.length !== heard.length) return [...heard];
  return heard.map((word, index) => ({ ...word, text: texts[index] ?? word.text }));
}
