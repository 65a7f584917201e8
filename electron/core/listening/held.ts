import { isUnsettled, type Passage } from '../streaming/passage/passage.ts';
import { planReplay } from '../streaming/passage/replay.ts';
import type { Voice } from '../voice/voice.ts';
import type { Listening } from './listening.ts';

/**
 * The oldest sample that may still have to be sent, or sent again: sound is held until its text is
 * final. Without a passage that wants any, the newest sample there is.
 */
export const firstSampleNeeded = ({ passages, voice, capturedTo }: Listening): number =>
  Math.min(
    capturedTo,
    ...passages.filter(isUnsettled).map((passage) => firstUnfinalSample(passage, voice)),
  );

function firstUnfinalSample(
  { startSample, heardTo, spoken, session }: Passage,
  voice: Voice,
): number {
  const replay = planReplay(voice, spoken, { startSample, endSample: heardTo });
  const isSending = session.phase === 'connecting' || session.phase === 'open';
  return isSending ? Math.min(replay.startSample, session.sentTo) : replay.startSample;
}
