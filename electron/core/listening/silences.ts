import { isDictating } from './dictation.ts';
import type { Listening } from './listening.ts';

/** Whose silences end a turn. */
export type SilencesFor = 'captions' | 'dictation';

/**
 * The silences that sessions are asked for: those of captions while captions run, and those of a
 * dictation while only a dictation runs. After the end of either its silences stay, because a change
 * would only delay the last words.
 */
export function silencesFor(before: SilencesFor, { captions, dictations }: Listening): SilencesFor {
  if (captions.phase !== 'off') return 'captions';
  return isDictating(dictations) ? 'dictation' : before;
}
