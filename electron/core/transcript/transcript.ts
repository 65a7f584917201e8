import type { Turn } from '#shared/turn.ts';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';

/** All turns in order of speech, which is the order of their ids. */
export interface Transcript {
  readonly turns: readonly Turn[];
}

export const emptyTranscript: Transcript = { turns: [] };

/**
 * Adds or replaces a turn, and returns it; null if there is nothing new to show. A partial is replaced
 * in place, and a final never changes. A turn may arrive late, after turns that
 * were said after it.
 */
export function putTurn(
  transcript: Transcript,
  { id, text, isFinal, followsPause }: Turn,
): [Transcript, Turn | null] {
  const { turns } = transcript;
  const before = turns.findLastIndex((turn) => turn.id <= id);
  const known = turns[before];
  // A turn that is shown keeps its line, whatever is reported about its start later.
  const isFirst = known?.id === id ? known.followsPause : followsPause;
  const turn: Turn = { id, text, isFinal, ...(isFirst && { followsPause: true }) };
  if (known?.id !== id) {
    if (text === '') return [transcript, null];
    return [{ turns: turns.toSpliced(before + 1, 0, turn) }, turn];
  }
  if (known.isFinal || (known.text === text && !isFinal)) return [transcript, null];
  return [{ turns: turns.with(before, turn) }, turn];
}

/**
 * Whether a turn begins a line of the captions.
 *
 * @param startSample where its words begin
 * @param heardTo the end of all words before it; null if there are none
 */
export const isAfterPause = (startSample: number, heardTo: number | null): boolean =>
  heardTo !== null && startSample - heardTo > samplesIn(tuning.lineEndPauseMs);

/**
 * The words from one turn to before another, as one text. Includes partials that never became final.
 */
export const textBetween = (transcript: Transcript, fromId: number, beforeId: number): string =>
  transcript.turns
    .filter(({ id, text }) => id >= fromId && id < beforeId && text !== '')
    .map(({ text }) => text)
    .join(' ');
