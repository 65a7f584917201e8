import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil } from '../voice/voice.ts';
import { advanceAnchor } from './anchor.ts';
import type { Segment, Surroundings } from './segment.ts';
import type { Spoken } from './spoken.ts';

/**
 * Forgets final words after a long silence in an open session. All speech is final by then, however
 * late the word times are, so no session has to recognise it again.
 */
export function forgetWhenQuiet(segment: Segment, { voice }: Surroundings): Segment {
  const { heardTo, session, spoken, caughtUpAt } = segment;
  if (session.phase !== 'open' || spoken.open.length > 0 || spoken.newest === null) return segment;
  const voicedTo = voicedUntil(voice, heardTo) ?? 0;
  const quietFrom = Math.max(voicedTo, caughtUpAt);
  if (heardTo - quietFrom < samplesIn(tuning.quietMs)) return segment;
  const anchor = { pauseFrom: voicedTo, words: [] };
  return { ...segment, spoken: { ...spoken, newest: null, anchor } };
}

/** Advances the anchor after a final, unless an earlier turn is still open. */
export function anchorAfterFinal(
  spoken: Spoken,
  { heardTo }: Segment,
  { voice }: Surroundings,
): Spoken {
  if (spoken.open.some(({ id }) => id < spoken.nextTurnId - 1)) return spoken;
  return { ...spoken, anchor: advanceAnchor(spoken.anchor, voice, heardTo) };
}
