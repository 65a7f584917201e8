import type { Stretch, Voice } from '../voice/voice.ts';
import type { SpokenWord } from './spoken-word.ts';

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

/** What is known about the current session when a turn arrives. */
export interface Known {
  forcedEndpoints: readonly ForcedEndpoint[];
  sessionWords: readonly SpokenWord[];
  /** In how many turns these words are. */
  sessionTurns: number;
  voice: Voice;
}

/** A turn; its words have the times that the service reports. */
export interface ReportedTurn {
  order: number;
  isFinal: boolean;
  /** A partial of it has arrived. */
  hasPartial: boolean;
  words: readonly SpokenWord[];
  /** The sound that was sent after the previous turn. */
  sentIn: Stretch;
}

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
