import { turnsPerSegment } from '../segments/segment.ts';
import { countBefore } from '../segments/split.ts';
import type { SpokenTurn } from '../segments/spoken.ts';
import type { Stretch, Voice } from '../voice/voice.ts';

/** The last word, by turn, that belongs to a dictation. No word belongs to two dictations. */
export interface Reserved {
  readonly turnId: number;
  readonly words: number;
  /** Where the newest range ended. */
  readonly untilSample: number;
  /** The turns that were final then. */
  readonly finals: readonly number[];
}

/** The text of a range, and the words that are reserved after it. */
export interface TextOfRange {
  text: string;
  /** The codes of the languages that the service reported for it, each once. */
  languages: readonly string[];
  reserved: Reserved;
}

/**
 * The text of a range. If a segment has only sound of the range, all of its words belong to it, whatever
 * their times.
 *
 * @param turns in order of speech
 * @param reserved the words that belong to an earlier range
 */
export function textIn(
  turns: readonly SpokenTurn[],
  range: Stretch,
  voice: Voice,
  reserved: Reserved | null = null,
): TextOfRange {
  const texts: string[] = [];
  const languages = new Set<string>();
  const known = range.startSample === reserved?.untilSample ? reserved.finals : [];
  let last = { turnId: -1, words: 0, ...reserved };
  for (const ofSegment of Map.groupBy(turns, segmentOf).values()) {
    const from = countBefore(ofSegment, range.startSample, voice);
    const to = countBefore(ofSegment, range.endSample, voice);
    let count = 0;
    for (const turn of ofSegment) {
      // The range before ends here. Where it split a final, later turns change nothing.
      const split = known.includes(turn.id) ? 0 : from - count;
      const first = Math.max(split, reservedOf(turn, reserved));
      const end = Math.min(to - count, turn.words.length);
      const text = textOfWords(turn, first, end);
      if (text !== '') texts.push(text);
      if (text !== '' && turn.language !== null) languages.add(turn.language);
      if (end > reservedOf(turn, last)) last = { ...last, turnId: turn.id, words: end };
      count += turn.words.length;
    }
  }
  const finals = turns.filter(({ isFinal }) => isFinal).map(({ id }) => id);
  return {
    text: texts.join(' '),
    languages: [...languages],
    reserved: { ...last, untilSample: range.endSample, finals },
  };
}

const segmentOf = ({ id }: SpokenTurn): number => Math.floor(id / turnsPerSegment);

/** How many words of a turn are reserved. */
function reservedOf(
  { id, words }: SpokenTurn,
  reserved: Pick<Reserved, 'turnId' | 'words'> | null,
): number {
  if (reserved === null || id > reserved.turnId) return 0;
  return id === reserved.turnId ? reserved.words : words.length;
}

/** Some words of a turn; the text of the turn itself if they are all of its words. */
function textOfWords({ text, words }: SpokenTurn, from: number, to: number): string {
  if (from <= 0 && to >= words.length) return text;
  return words
    .slice(Math.max(0, from), Math.max(0, to))
    .map((word) => word.text)
    .join(' ');
}
