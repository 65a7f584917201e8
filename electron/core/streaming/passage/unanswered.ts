import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { voicedIn } from '../../voice/voice.ts';
import type { Passage, Surroundings } from './passage.ts';

/**
 * The session has been sent voice for a good while, and the service has sent no word of it. Music and
 * noise are no words either, so a new session is tried only once until a word comes.
 */
export function isUnanswered(
  { session, spoken, heardTo, caughtUpAt, unanswered }: Passage,
  { voice }: Surroundings,
): boolean {
  if (session.phase !== 'open' || spoken.byOrder.size > 0 || unanswered > 0) return false;
  const from = session.firstSample;
  const first = voice.stretches.find(({ endSample }) => endSample > from);
  if (first === undefined) return false;
  const samples = voicedIn(voice, { startSample: from, endSample: heardTo });
  const waitedFrom = Math.max(first.startSample, caughtUpAt);
  return (
    samples >= samplesIn(tuning.unansweredVoiceMs) &&
    heardTo - waitedFrom >= samplesIn(tuning.unansweredMs)
  );
}
