import { uncoveredPassages } from './coverage.ts';
import { withDictation, type FinishingDictation } from './dictation.ts';
import type { Listening } from './listening.ts';
import type { ListeningStep } from './passages.ts';

/*
 * A service that hears no word says nothing, and so does a line that has died with the last one.
 * Where the two look the same, the line is asked: its answer comes behind every word that was sent.
 * Only a word that was told and is not final is waited for, whatever the line answers.
 */

/** Asks the lines of these passages whether they live. */
export const askForLife = (
  listening: Listening,
  dictation: FinishingDictation,
  passages: readonly number[],
): ListeningStep => [
  withDictation(listening, { ...dictation, unproven: passages }),
  passages.map((id) => ({ type: 'passage', id, effect: { type: 'ping' } })),
];

/** A line lives: voice in which it has found no word is not waited for any longer. */
export function heardLife(listening: Listening, id: number): ListeningStep {
  const all = listening.dictations.all.map((one) =>
    one.phase === 'finishing' ? withProof(listening, one, id) : one,
  );
  return [{ ...listening, dictations: { ...listening.dictations, all } }, []];
}

function withProof(
  listening: Listening,
  dictation: FinishingDictation,
  id: number,
): FinishingDictation {
  if (dictation.unproven?.includes(id) !== true) return dictation;
  const unproven = dictation.unproven.filter((asked) => asked !== id);
  const isOver =
    unproven.length === 0 &&
    uncoveredPassages(listening, dictation).every(({ coverage }) => coverage !== 'owed');
  return { ...dictation, unproven, waits: isOver ? Infinity : dictation.waits };
}
