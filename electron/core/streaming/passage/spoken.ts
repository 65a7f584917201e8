import { samplesIn } from '../../audio-format.ts';
import { sampleAt, type Timeline } from '../../timeline/timeline.ts';
import { tuning } from '../../tuning.ts';
import type { TurnMessage } from '../server-message.ts';
import { findOverlap } from './overlap.ts';
import type { SpokenWord } from './spoken-word.ts';

/** A turn as it is shown and kept, with the samples its words were said in. */
export interface SpokenTurn {
  readonly id: number;
  readonly text: string;
  readonly isFinal: boolean;
  readonly startSample: number;
  readonly endSample: number;
  /** Its words as they are written in `text`. */
  readonly words: readonly SpokenWord[];
  /** As the service names it, such as `en`; null where it did not. */
  readonly language: string | null;
}

/** What is known of the words of a passage, over all its sessions. */
export interface Spoken {
  readonly nextTurnId: number;
  /** One past the last sample of the final words; null before the first final. */
  readonly finalTo: number | null;
  /** The newest final words: those that may be heard once more. */
  readonly finalWords: readonly SpokenWord[];
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
}

/** More words than are ever said without a pause; only these can be heard twice. */
const wordsKept = 500;

/** @param firstTurnId the id of the first turn; the others count on from there */
export const nothingSpoken = (firstTurnId: number): Spoken => ({
  nextTurnId: firstTurnId,
  finalTo: null,
  finalWords: [],
  forcedAt: null,
  byOrder: new Map(),
  finalBelow: 0,
  open: [],
  overlap: [],
});

/** A new session counts its turns from 0 again, and hears `overlap` once more. */
export const beginSessionTurns = (spoken: Spoken, overlap: readonly SpokenWord[]): Spoken => ({
  ...spoken,
  overlap,
  byOrder: new Map(),
  finalBelow: 0,
});

/** Whether the last final may have ended in the middle of speech. */
export function wasForced({ finalTo, forcedAt }: Spoken): boolean {
  if (finalTo === null || forcedAt === null) return false;
  // With a second of silence before it, the turn would have ended by itself.
  return Math.abs(forcedAt - finalTo) <= samplesIn(tuning.forcedFinalMs);
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
  const heard = wordsOf(message, timeline, voicedTo);
  const overlap = findOverlap(spoken.overlap, heard);
  const words = writtenAs(message, heard).slice(overlap.repeated);
  const text =
    overlap.repeated === 0 ? message.transcript.trim() : words.map((word) => word.text).join(' ');

  const carried = spoken.open.find(({ id }) => !isOfThisSession(spoken, id));
  const id = known?.id ?? (text === '' ? null : (carried?.id ?? spoken.nextTurnId));
  const followed = isFinal ? followFinal(spoken, heard, overlap) : spoken;
  if (id === null) return [followed, null];

  const startSample = words[0]?.startSample ?? voicedTo;
  const endSample = words.at(-1)?.endSample ?? voicedTo;
  const language = message.language_code ?? null;
  const turn: SpokenTurn = { id, text, isFinal, startSample, endSample, words, language };
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

function followFinal(
  spoken: Spoken,
  heard: SpokenWord[],
  overlap: { repeated: number; known: number },
): Spoken {
  const end = heard.at(-1)?.endSample;
  if (end === undefined) return spoken;
  const words = heard.slice(overlap.repeated);
  return {
    ...spoken,
    finalTo: Math.max(spoken.finalTo ?? 0, end),
    finalWords: [...spoken.finalWords, ...words].slice(-wordsKept),
    overlap: words.length === 0 ? spoken.overlap.slice(overlap.known) : [],
  };
}

/** The words of a turn at their samples; without word times all of them end with the voice. */
function wordsOf(message: TurnMessage, timeline: Timeline, voicedTo: number): SpokenWord[] {
  if (message.words.length > 0)
    return message.words.map(({ text, start, end }) => ({
      text,
      startSample: sampleAt(timeline, start),
      endSample: sampleAt(timeline, end),
    }));
  return textsOf(message.transcript).map((text) => ({
    text,
    startSample: voicedTo,
    endSample: voicedTo,
  }));
}

const textsOf = (transcript: string): string[] => transcript.split(/\s+/).filter(Boolean);

/** The words as the transcript writes them, where it has as many. */
function writtenAs({ transcript }: TurnMessage, heard: readonly SpokenWord[]): SpokenWord[] {
  const texts = textsOf(transcript);
  if (texts.length !== heard.length) return [...heard];
  return heard.map((word, index) => ({ ...word, text: texts[index] ?? word.text }));
}
