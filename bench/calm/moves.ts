import type { Turn } from '#shared/turn.ts';

/** A word as it is drawn. */
export interface DrawnWord {
  text: string;
  /** From the left of its paragraph, in CSS pixels. */
  x: number;
  /** The line of its paragraph, from 0. */
  line: number;
  /** Whether it is within the lines that the window shows. */
  isSeen: boolean;
}

/** The drawn words of each turn, by its id. */
export type Drawn = ReadonlyMap<number, DrawnWord[]>;

/** Layout rounds to fractions of a pixel. */
const tolerancePx = 0.5;

/**
 * The characters that a reader saw and that are gone or elsewhere now, though the service has not revised
 * them. The service revises a turn from the first word that differs on. Lines that scroll are no moves.
 *
 * @param turn the turn that the service has reported in between; its text before, if there was one
 */
export function unaskedMoves(before: Drawn, after: Drawn, turn: Turn, textBefore: string): number {
  let characters = 0;
  for (const [id, words] of before) {
    const kept = id === turn.id ? commonWords(textBefore, turn.text) : words.length;
    const now = after.get(id);
    for (const [index, word] of words.slice(0, kept).entries())
      if (word.isSeen && !isAt(word, now?.[index])) characters += word.text.length;
  }
  return characters;
}

/** Whether a word is where it was. One that has scrolled out of sight with its line is not measured. */
function isAt(word: DrawnWord, now: DrawnWord | undefined): boolean {
  if (now === undefined) return false;
  const isSame = now.text === word.text && now.line === word.line;
  return isSame && Math.abs(now.x - word.x) <= tolerancePx;
}

/** The number of words at the start of both texts. */
function commonWords(one: string, other: string): number {
  const words = other.split(' ');
  const differs = one.split(' ').findIndex((word, index) => word !== words[index]);
  return differs === -1 ? one.split(' ').length : differs;
}
