import { samplesIn } from '../audio-format.ts';
import { isUnsettled, type Segment } from '../segments/segment.ts';
import { coverageOf } from '../segments/finality.ts';
import { firstUnsettled, planReplay } from '../segments/replay.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil, type Voice } from '../voice/voice.ts';
import type { Listening } from './listening.ts';

/**
 * The oldest sample that may have to be sent, or sent again: sound is held until its text is certainly
 * final. If no segment needs any, the newest sample.
 */
export const firstReplaySample = (listening: Listening): number =>
  oldest(listening, firstReplaySampleOf);

/**
 * All speech before this sample is final, so a start after a crash transcribes only later sound. Unlike
 * sound that is needed, it may no longer be held in memory.
 */
export const settledSample = (listening: Listening): number =>
  oldest(listening, ({ startSample, heardTo, spoken }, voice) =>
    firstUnsettled(voice, spoken, { startSample, endSample: heardTo }),
  );

/**
 * The oldest sample that likely has no final text, by voice and word times. A status may show it, but
 * speech before it may not be final: word times are inexact.
 */
export const firstUnfinalSample = (listening: Listening): number =>
  oldest(listening, firstUnfinalSampleOf);

const oldest = (
  { segments, voice, capturedTo }: Listening,
  first: (segment: Segment, voice: Voice) => number,
): number =>
  Math.min(
    capturedTo,
    ...segments.filter(isUnsettled).map((segment) => {
      const { session } = segment;
      const isSending = session.phase === 'connecting' || session.phase === 'open';
      const sample = first(segment, voice);
      return isSending ? Math.min(sample, session.sentTo) : sample;
    }),
  );

const firstReplaySampleOf = ({ startSample, heardTo, spoken }: Segment, voice: Voice): number =>
  planReplay(voice, spoken, { startSample, endSample: heardTo }).startSample;

/** The oldest sample of a segment without final text, by voice and word times. */
export function firstUnfinalSampleOf(segment: Segment, voice: Voice): number {
  const replayed = firstReplaySampleOf(segment, voice);
  if (coverageOf(segment, { voice }) !== 'sure') return replayed;
  const { heardTo } = segment;
  const silentFrom = (voicedUntil(voice, heardTo) ?? 0) + samplesIn(tuning.voiceSlackMs);
  const lead = heardTo - samplesIn(tuning.replayLeadMs);
  return Math.min(heardTo, Math.max(replayed, silentFrom, lead));
}
