import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedIn } from '../voice/voice.ts';
import type { Segment, Surroundings } from './segment.ts';

/**
 * Whether the session was sent voice for some time and the service has answered with no word. Music and
 * noise have no words either, so only one new session is tried until a word arrives.
 */
export function isUnanswered(
  { session, spoken, heardTo, caughtUpAt, unanswered }: Segment,
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
