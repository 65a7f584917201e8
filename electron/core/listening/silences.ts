import { isDictating } from './dictation.ts';
import type { Listening } from './listening.ts';

/** Whose silence settings end a turn. */
export type SilencesFor = 'captions' | 'dictation';

/**
 * Which silence settings a session has: those of captions while captions run, and those of a dictation
 * while only a dictation runs. They stay after the end of either, because a change would only delay the
 * last words.
 */
export function silencesFor(before: SilencesFor, { captions, dictations }: Listening): SilencesFor {
  if (captions.phase !== 'off') return 'captions';
  return isDictating(dictations) ? 'dictation' : before;
}
