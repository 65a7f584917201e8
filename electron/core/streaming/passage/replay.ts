import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import type { Stretch, Voice } from '../../voice/voice.ts';
import { wasForced, type Spoken } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';

/** Where the next session begins, and which final words it will hear again. */
export interface Replay {
  startSample: number;
  overlap: readonly SpokenWord[];
}

const lateSamples = samplesIn(tuning.wordEndLateMs);
const slackSamples = samplesIn(tuning.voiceSlackMs);
const leadSamples = samplesIn(tuning.replayLeadMs);

/**
 * What a new session has to be sent so that nothing said is lost: everything from the last pause
 * before the first voice that is not final. Beginning in a pause cuts no word in two. Where speech
 * went on behind the last final without a pause, final words are heard again; they are named.
 *
 * @param range of the passage, up to what was heard so far
 */
export function planReplay(voice: Voice, spoken: Spoken, range: Stretch): Replay {
  const { finalTo } = spoken;
  const { stretches } = voice;
  const from = finalTo === null ? range.startSample : finalTo - lateSamples - slackSamples;
  const current = stretches.findIndex(({ endSample }) => endSample > from);
  const isOver = endsWithFinal(stretches[current], spoken);
  const next = current === -1 ? stretches.length : current + (isOver ? 1 : 0);

  const pauseFrom = stretches[next - 1]?.endSample ?? -Infinity;
  const unfinalFrom = Math.min(
    stretches[next]?.startSample ?? range.endSample,
    ...spoken.open.map(({ startSample }) => startSample),
  );
  const startSample = Math.max(
    range.startSample,
    range.endSample - samplesIn(tuning.heldMs),
    pauseFrom + slackSamples,
    unfinalFrom - leadSamples,
  );
  const overlap = isOver
    ? []
    : spoken.finalWords.filter((word) => word.endSample > pauseFrom + lateSamples);
  return { startSample: Math.min(startSample, range.endSample), overlap };
}

/** Whether a stretch ended where the last final did, so that all of it is final. */
function endsWithFinal(stretch: Stretch | undefined, spoken: Spoken): boolean {
  const { finalTo } = spoken;
  if (stretch === undefined || finalTo === null || wasForced(spoken)) return false;
  return stretch.startSample < finalTo && stretch.endSample <= finalTo + slackSamples;
}
