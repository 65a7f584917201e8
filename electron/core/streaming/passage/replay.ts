import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import type { Stretch, Voice } from '../../voice/voice.ts';
import type { Spoken } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { latestEnd } from './word-times.ts';

/** Where the next session begins, and which final words it will hear again. */
export interface Replay {
  startSample: number;
  overlap: readonly SpokenWord[];
  /** Not all of the overlap is sent again: the oldest of its sound is no longer held. */
  mayLackHead: boolean;
}

const slackSamples = samplesIn(tuning.voiceSlackMs);
const leadSamples = samplesIn(tuning.replayLeadMs);

/**
 * What a new session has to be sent so that nothing said is lost: everything behind the anchor,
 * which stands in a pause, so that no word is cut in two. The final words that it hears again are
 * named.
 *
 * @param range of the passage, up to what was heard so far
 */
export function planReplay({ stretches }: Voice, spoken: Spoken, range: Stretch): Replay {
  const { pauseFrom, words } = spoken.anchor;
  const from = Math.max(range.startSample, (pauseFrom ?? -Infinity) + slackSamples);
  const next = stretches.find(({ endSample }) => endSample > from);
  const voiceFrom = Math.min(
    next?.startSample ?? range.endSample,
    ...spoken.open.map(({ startSample }) => startSample),
  );
  const heldFrom = range.endSample - samplesIn(tuning.heldMs);
  const startSample = Math.min(range.endSample, Math.max(from, heldFrom, voiceFrom - leadSamples));
  const mayLackHead = heldFrom >= startSample && heldFrom > from;
  return {
    startSample,
    overlap: mayLackHead ? words.filter((word) => latestEnd(word) > startSample) : words,
    mayLackHead,
  };
}
