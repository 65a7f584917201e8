import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { Stretch, Voice } from '../voice/voice.ts';
import type { Spoken } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { latestEnd } from './word-times.ts';

/** Where the next session begins, and which final words it will recognise again. */
export interface Replay {
  startSample: number;
  overlap: readonly SpokenWord[];
  /** The first words of the overlap are not sent again, because their sound is no longer held. */
  mayLackHead: boolean;
}

const slackSamples = samplesIn(tuning.voiceSlackMs);
const leadSamples = samplesIn(tuning.replayLeadMs);

/**
 * Plans what a new session is sent, so that no speech is lost: all sound after the anchor. The anchor is
 * in a pause, so no word is cut. `overlap` lists the final words that the session recognises again.
 *
 * @param range of the segment, up to the newest captured sample
 */
export function planReplay(voice: Voice, spoken: Spoken, range: Stretch): Replay {
  const { words } = spoken.anchor;
  const from = firstUnsettled(voice, spoken, range);
  const heldFrom = range.endSample - samplesIn(tuning.heldMs);
  const mayLackHead = heldFrom > from;
  const startSample = Math.max(from, heldFrom);
  return {
    startSample,
    overlap: mayLackHead ? words.filter((word) => latestEnd(word) > startSample) : words,
    mayLackHead,
  };
}

/** The first sample whose speech may not be final: after the anchor, shortly before the next voice. */
export function firstUnsettled({ stretches }: Voice, spoken: Spoken, range: Stretch): number {
  const { pauseFrom } = spoken.anchor;
  const from = Math.max(range.startSample, (pauseFrom ?? -Infinity) + slackSamples);
  const next = stretches.find(({ endSample }) => endSample > from);
  const voiceFrom = Math.min(
    next?.startSample ?? range.endSample,
    ...spoken.open.map(({ startSample }) => startSample),
  );
  return Math.min(range.endSample, Math.max(from, voiceFrom - leadSamples));
}
