import { turnsPerPassage } from '../streaming/passage/passage.ts';
import { countBefore } from '../streaming/passage/split.ts';
import type { SpokenTurn } from '../streaming/passage/spoken.ts';
import type { Stretch, Voice } from '../voice/voice.ts';

/** Up to which word of which turn the words have their text: no word belongs to two. */
export interface Claimed {
  readonly turnId: number;
  readonly words: number;
}

/** What was said in a range, and which words are claimed by then. */
export interface TextOfRange {
  text: string;
  claimed: Claimed | null;
}

/**
 * What was said in a range. A passage that has no other sound than the range is its text, whatever
 * the times of its words.
 *
 * @param turns in order of speech
 * @param claimed the words that an earlier range has had
 */
export function textIn(
  turns: readonly SpokenTurn[],
  range: Stretch,
  voice: Voice,
  claimed: Claimed | null = null,
): TextOfRange {
  const texts: string[] = [];
  let last = claimed;
  for (const ofPassage of Map.groupBy(turns, passageOf).values()) {
    const from = countBefore(ofPassage, range.startSample, voice);
    const to = countBefore(ofPassage, range.endSample, voice);
    let count = 0;
    for (const turn of ofPassage) {
      const first = Math.max(from - count, claimedOf(turn, claimed));
      const end = Math.min(to - count, turn.words.length);
      texts.push(textOfWords(turn, first, end));
      if (end > 0 && end > claimedOf(turn, last)) last = { turnId: turn.id, words: end };
      count += turn.words.length;
    }
  }
  return { text: texts.filter((text) => text !== '').join(' '), claimed: last };
}

const passageOf = ({ id }: SpokenTurn): number => Math.floor(id / turnsPerPassage);

/** How many words of a turn are claimed. */
function claimedOf({ id, words }: SpokenTurn, claimed: Claimed | null): number {
  if (claimed === null || id > claimed.turnId) return 0;
  return id === claimed.turnId ? claimed.words : words.length;
}

/** The words of a turn from one to before another; as it is written where they are all. */
function textOfWords({ text, words }: SpokenTurn, from: number, to: number): string {
  if (from <= 0 && to >= words.length) return text;
  return words
    .slice(Math.max(0, from), Math.max(0, to))
    .map((word) => word.text)
    .join(' ');
}
