import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import type { Stretch, Voice } from '../../voice/voice.ts';
import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd } from './word-times.ts';

/**
 * A sample in a pause: all that was said before it is final, and the final words behind it are
 * known one by one. A session that begins here loses no word, and which words it hears again is
 * certain.
 */
export interface Anchor {
  /** Where the pause begins; null at the beginning of the passage. */
  readonly pauseFrom: number | null;
  /** The final words that were said behind it, in order. */
  readonly words: readonly SpokenWord[];
}

const slackSamples = samplesIn(tuning.voiceSlackMs);
const silenceSamples = samplesIn(tuning.silenceMs);

/** The newest pause that can be an anchor, or the one there is. */
export function advanceAnchor(anchor: Anchor, voice: Voice, heardTo: number): Anchor {
  for (const pause of pausesOf(voice, heardTo)) {
    if (pause.startSample <= (anchor.pauseFrom ?? -Infinity)) break;
    const behind = wordsBehind(anchor.words, pause);
    if (behind !== null) return { pauseFrom: pause.startSample, words: behind };
  }
  return anchor;
}

/** The pauses so far, the newest first. */
function pausesOf({ stretches }: Voice, heardTo: number): Stretch[] {
  return stretches
    .map((stretch, index) => ({
      startSample: stretch.endSample,
      endSample: stretches[index + 1]?.startSample ?? heardTo,
    }))
    .filter(({ startSample, endSample }) => endSample - startSample >= silenceSamples)
    .toReversed();
}

/** The words behind a pause, where no word can be on either side, and none is missing before it. */
function wordsBehind(words: readonly SpokenWord[], pause: Stretch): readonly SpokenWord[] | null {
  const last = words.at(-1);
  if (last === undefined || earliestEnd(last) + slackSamples < pause.startSample) return null;
  const isBehind = (word: SpokenWord): boolean =>
    earliestEnd(word) > pause.startSample + slackSamples;
  const first = words.findIndex(isBehind);
  const count = first === -1 ? words.length : first;
  const before = words[count - 1];
  const isSplitCertain = before === undefined || latestEnd(before) <= pause.endSample;
  return isSplitCertain ? words.slice(count) : null;
}
