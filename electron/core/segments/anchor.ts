import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { Stretch, Voice } from '../voice/voice.ts';
import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd } from './word-times.ts';

/**
 * A sample in a pause. All speech before it is final, and each final word after it is known. A session
 * that begins here loses no word, and it is certain which words it recognises again.
 */
export interface Anchor {
  /** Where the pause begins; null at the beginning of the segment. */
  readonly pauseFrom: number | null;
  /** The final words after it, in order. */
  readonly words: readonly SpokenWord[];
}

const slackSamples = samplesIn(tuning.voiceSlackMs);
const silenceSamples = samplesIn(tuning.silenceMs);

/** Moves the anchor to the newest pause that can be one. */
export function advanceAnchor(anchor: Anchor, voice: Voice, heardTo: number): Anchor {
  for (const pause of pausesOf(voice, heardTo)) {
    if (pause.startSample <= (anchor.pauseFrom ?? -Infinity)) break;
    const after = wordsAfter(anchor.words, pause);
    if (after !== null) return { pauseFrom: pause.startSample, words: after };
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

/** The words after a pause; null if a word may be on either side, or one is missing before it. */
function wordsAfter(words: readonly SpokenWord[], pause: Stretch): readonly SpokenWord[] | null {
  const last = words.at(-1);
  if (last === undefined || earliestEnd(last) + slackSamples < pause.startSample) return null;
  const isAfter = (word: SpokenWord): boolean =>
    earliestEnd(word) > pause.startSample + slackSamples;
  const first = words.findIndex(isAfter);
  const count = first === -1 ? words.length : first;
  const before = words[count - 1];
  const isSplitCertain = before === undefined || latestEnd(before) <= pause.endSample;
  return isSplitCertain ? words.slice(count) : null;
}
