import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { voicedUntil } from '../../voice/voice.ts';
import { advanceAnchor } from './anchor.ts';
import type { Passage, Surroundings } from './passage.ts';
import type { Spoken } from './spoken.ts';

/**
 * Behind so long a silence, on a line that lives, all that was said is final: no session has to
 * hear it once more, however late the times of its words may be.
 */
export function forgetWhenQuiet(passage: Passage, { voice }: Surroundings): Passage {
  const { heardTo, session, spoken, caughtUpAt } = passage;
  if (session.phase !== 'open' || spoken.open.length > 0 || spoken.newest === null) return passage;
  const voicedTo = voicedUntil(voice, heardTo) ?? 0;
  const quietFrom = Math.max(voicedTo, caughtUpAt);
  if (heardTo - quietFrom < samplesIn(tuning.quietMs)) return passage;
  const anchor = { pauseFrom: voicedTo, words: [] };
  return { ...passage, spoken: { ...spoken, newest: null, anchor } };
}

/** A turn that another overtook is not final yet: what was said before it may not be let go. */
export function anchorAfterFinal(
  spoken: Spoken,
  { heardTo }: Passage,
  { voice }: Surroundings,
): Spoken {
  if (spoken.open.some(({ id }) => id < spoken.nextTurnId - 1)) return spoken;
  return { ...spoken, anchor: advanceAnchor(spoken.anchor, voice, heardTo) };
}
