import { uncoveredSegments } from './coverage.ts';
import type { FinishingDictation } from './dictation.ts';
import { withDictation, type Listening } from './listening.ts';
import type { ListeningStep } from './segment-control.ts';

/*
 * A service that recognises no further word sends nothing. Neither does a connection that broke just
 * before the last word. A ping distinguishes the two: its pong arrives after all words that were sent
 * before it. A word that the service has sent as a partial is waited for, whether a pong comes or not.
 */

/** Pings the sessions of these segments. */
export const pingSegments = (
  listening: Listening,
  dictation: FinishingDictation,
  segments: readonly number[],
): ListeningStep => [
  withDictation(listening, { ...dictation, awaitedPongs: segments }),
  segments.map((id) => ({ type: 'segment', id, effect: { type: 'ping' } })),
];

/** The connection works: dictations no longer wait for voice in which it recognised no word. */
export function pongReceived(listening: Listening, id: number): ListeningStep {
  const all = listening.dictations.all.map((one) =>
    one.phase === 'finishing' ? withPong(listening, one, id) : one,
  );
  return [{ ...listening, dictations: { ...listening.dictations, all } }, []];
}

function withPong(
  listening: Listening,
  dictation: FinishingDictation,
  id: number,
): FinishingDictation {
  if (dictation.awaitedPongs?.includes(id) !== true) return dictation;
  const awaitedPongs = dictation.awaitedPongs.filter((asked) => asked !== id);
  const isOver =
    awaitedPongs.length === 0 &&
    uncoveredSegments(listening, dictation).every(({ coverage }) => coverage !== 'pending');
  return { ...dictation, awaitedPongs, waits: isOver ? Infinity : dictation.waits };
}
