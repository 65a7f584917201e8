import type { Turn } from '#shared/turn.ts';

/** About six lines of the default window. */
const paragraphChars = 300;

/** More than the tallest window shows, less than anything that costs layout time. */
const paragraphsKept = 4;

/**
 * The turns as they are set: one after the other on the same line, because with two lines to
 * spend a line per turn would push a short answer's question out of sight. Only a paragraph that
 * is already long ends, at a turn: letting go of whole paragraphs from the top never moves a word
 * that is still to be seen.
 */
export function paragraphs(turns: Turn[]): Turn[][] {
  const result: Turn[][] = [];
  let chars = Infinity;
  for (const turn of turns) {
    if (chars >= paragraphChars) {
      result.push([]);
      chars = 0;
    }
    result.at(-1)?.push(turn);
    chars += turn.text.length;
  }
  return result;
}

/** The turns of the newest paragraphs. */
export function keepNewest(turns: Turn[]): Turn[] {
  return paragraphs(turns).slice(-paragraphsKept).flat();
}
