import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { Stretch } from '../voice/voice.ts';
import type { Anchor } from './anchor.ts';
import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd } from './word-times.ts';
import { withForcedEndpoint, type ForcedEndpoint } from './forced-endpoint.ts';

/** A turn as it is shown and stored, with the samples of its words. */
export interface SpokenTurn {
  readonly id: number;
  readonly text: string;
  readonly isFinal: boolean;
  readonly startSample: number;
  readonly endSample: number;
  /** Its words as they are written in `text`. */
  readonly words: readonly SpokenWord[];
  /** The sound that may contain its words: what was sent after the previous turn. */
  readonly heardIn: Stretch;
  /** The service's code, such as `en`; null if it sent none. */
  readonly language: string | null;
}

/** A turn and its words in another sample clock. */
export const shifted = (turn: SpokenTurn, bySamples: number): SpokenTurn => ({
  ...turn,
  ...shiftedStretch(turn, bySamples),
  words: turn.words.map((word) => ({ ...word, ...shiftedStretch(word, bySamples) })),
  heardIn: shiftedStretch(turn.heardIn, bySamples),
});

const shiftedStretch = ({ startSample, endSample }: Stretch, bySamples: number): Stretch => ({
  startSample: startSample + bySamples,
  endSample: endSample + bySamples,
});

/** What is known of the words of a segment, over all its sessions. */
export interface Spoken {
  readonly nextTurnId: number;
  /** The newest final word; null before the first. */
  readonly newest: SpokenWord | null;
  /** Where another session would begin, and the final words that it would recognise again. */
  readonly anchor: Anchor;
  /** The next words of the current session were said after this sample; null before its first final. */
  readonly sessionFrom: number | null;
  /** The sample of the last ForceEndpoint: a final there may end in the middle of speech. */
  readonly forcedAt: number | null;
  /** The newest turns of the current session, by `turn_order`. */
  readonly byOrder: ReadonlyMap<number, { id: number; isFinal: boolean }>;
  /** Turns with a lower `turn_order` are final and no longer in `byOrder`. */
  readonly finalBelow: number;
  /** Partials that no final has replaced, from this session or the previous one. */
  readonly open: readonly SpokenTurn[];
  /** Final words that the current session has still to recognise again. */
  readonly overlap: readonly SpokenWord[];
  /** The first words of the overlap may be missing from this session. */
  readonly mayLackHead: boolean;
  /** The ForceEndpoints that the current session may still answer, in order. */
  readonly forcedEndpoints: readonly ForcedEndpoint[];
  /** The final words of the current session, in the sound from `sessionFrom` on. */
  readonly sessionWords: readonly SpokenWord[];
  /** In how many turns they are. */
  readonly sessionTurns: number;
}

/** @param firstTurnId the id of the first turn; later turns count up from it */
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
  forcedEndpoints: [],
  sessionWords: [],
  sessionTurns: 0,
});

/** Forgets earlier words: they are final, and no session recognises them again. */
export const forgetSpoken = (spoken: Spoken): Spoken => ({
  ...spoken,
  newest: null,
  anchor: { pauseFrom: null, words: [] },
  forcedAt: null,
});

/** Starts a new session. It counts its turns from 0 and recognises `overlap` again. */
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
  forcedEndpoints: [],
  sessionWords: [],
  sessionTurns: 0,
});

/** Whether the last final may have ended in the middle of speech. */
export function wasForced({ newest, forcedAt }: Spoken): boolean {
  if (newest === null || forcedAt === null) return false;
  // With a second of silence before ForceEndpoint, the turn would have ended automatically.
  const slack = samplesIn(tuning.forcedFinalMs);
  return forcedAt >= earliestEnd(newest) - slack && forcedAt <= latestEnd(newest) + slack;
}

/**
 * Withdraws the partials that reach beyond a sample: the sound there belongs to another segment, or had
 * no words.
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

/** Records that the session was sent ForceEndpoint after all sound before a sample. */
export const forceSent = (
  spoken: Spoken,
  endpoint: Pick<ForcedEndpoint, 'sample' | 'isInBacklog'>,
): Spoken => ({
  ...spoken,
  forcedEndpoints: withForcedEndpoint(spoken.forcedEndpoints, endpoint, spoken.byOrder),
});
