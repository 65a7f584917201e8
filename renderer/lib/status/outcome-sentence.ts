import { messages, sentenceOf } from '#shared/messages/index.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';

/** What became of a dictation, in a person's words; null while there is nothing to tell. */
export function outcomeSentence(dictation: DictationStatus): string | null {
  if (dictation.phase !== 'done') return null;
  return dictation.note === null ? messages.outcomes.inserted : sentenceOf(dictation.note);
}
