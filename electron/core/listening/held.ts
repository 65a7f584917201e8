import { samplesIn } from '../audio-format.ts';
import { isUnsettled, type Passage } from '../streaming/passage/passage.ts';
import { coverageOf } from '../streaming/passage/prospects.ts';
import { planReplay } from '../streaming/passage/replay.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil, type Voice } from '../voice/voice.ts';
import type { Listening } from './listening.ts';

/**
 * The oldest sample that may still have to be sent, or sent again: sound is held until its text is
 * certainly final. Without a passage that wants any, the newest sample there is.
 */
export const firstSampleNeeded = (listening: Listening): number => oldest(listening, firstReplayed);

/** The oldest sample that has no final text yet, as far as voice and word times tell. */
export const firstSampleUnfinal = (listening: Listening): number => oldest(listening, firstUnfinal);

const oldest = (
  { passages, voice, capturedTo }: Listening,
  first: (passage: Passage, voice: Voice) => number,
): number =>
  Math.min(
    capturedTo,
    ...passages.filter(isUnsettled).map((passage) => {
      const { session } = passage;
      const isSending = session.phase === 'connecting' || session.phase === 'open';
      const sample = first(passage, voice);
      return isSending ? Math.min(sample, session.sentTo) : sample;
    }),
  );

const firstReplayed = ({ startSample, heardTo, spoken }: Passage, voice: Voice): number =>
  planReplay(voice, spoken, { startSample, endSample: heardTo }).startSample;

/** The oldest sample of a passage that has no final text yet, as far as can be told. */
export function firstUnfinal(passage: Passage, voice: Voice): number {
  const replayed = firstReplayed(passage, voice);
  if (coverageOf(passage, { voice }) !== 'sure') return replayed;
  const { heardTo } = passage;
  const silentFrom = (voicedUntil(voice, heardTo) ?? 0) + samplesIn(tuning.voiceSlackMs);
  const lead = heardTo - samplesIn(tuning.replayLeadMs);
  return Math.min(heardTo, Math.max(replayed, silentFrom, lead));
}
