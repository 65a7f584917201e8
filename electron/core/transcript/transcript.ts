import type { Turn } from '#shared/turn.ts';
import type { TurnMessage } from '../streaming/server-message.ts';

/**
 * What was said, oldest first; a turn's id is its place. Turns are told apart by session and
 * `turn_order`; a partial is replaced in place, a final stays as it is (protocol: semantics).
 */
export interface Transcript {
  readonly turns: readonly Turn[];
  /** The turns of the session that runs now: `turn_order` → id. */
  readonly idByOrder: ReadonlyMap<number, number>;
}

export const emptyTranscript: Transcript = { turns: [], idByOrder: new Map() };

/** A new session counts its turns from 0 again. */
export const beginSessionTurns = (transcript: Transcript): Transcript => ({
  ...transcript,
  idByOrder: new Map(),
});

/**
 * The transcript after a Turn message, and the turn that changed; null when there is nothing new
 * to show: an empty first partial, a repetition, or a message for a turn that is final already.
 */
export function applyTurn(transcript: Transcript, message: TurnMessage): [Transcript, Turn | null] {
  const { turns, idByOrder } = transcript;
  const text = message.transcript.trim();
  const isFinal = message.end_of_turn;
  const known = turns[idByOrder.get(message.turn_order) ?? -1];

  if (known === undefined) {
    if (text === '') return [transcript, null];
    const turn = { id: turns.length, text, isFinal };
    const orders = new Map(idByOrder).set(message.turn_order, turn.id);
    return [{ turns: [...turns, turn], idByOrder: orders }, turn];
  }
  if (known.isFinal || (known.text === text && !isFinal)) return [transcript, null];
  const turn = { ...known, text, isFinal };
  return [{ ...transcript, turns: turns.with(known.id, turn) }, turn];
}

/** The words from turn `fromId` on, as one text; a partial that never became final included. */
export const textSince = (transcript: Transcript, fromId: number): string =>
  transcript.turns
    .slice(fromId)
    .map((turn) => turn.text)
    .filter((text) => text !== '')
    .join(' ');
