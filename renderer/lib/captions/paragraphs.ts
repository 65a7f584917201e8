import type { Turn } from '#shared/turn.ts';

/** About six lines of the default window. */
const paragraphChars = 300;

/** More than the tallest window shows, less than anything that costs layout time. */
const paragraphsKept = 4;

/** Where two sources are heard, their paragraphs may have one line each. */
const mixedParagraphsKept = 8;

/**
 * The turns as they are set: one after the other on the same line, because with two lines to
 * spend a line per turn would push a short answer's question out of sight. Only a paragraph that
 * is already long ends, at a turn: letting go of whole paragraphs from the top never moves a word
 * that is still to be seen. What another source says begins a paragraph, which has its mark.
 */
export function paragraphs(turns: Turn[]): Turn[][] {
  const result: Turn[][] = [];
  let chars = Infinity;
  for (const turn of turns) {
    if (chars >= paragraphChars || turn.source !== result.at(-1)?.[0]?.source) {
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
  const isMixed = turns.some(({ source }) => source !== turns[0]?.source);
  return paragraphs(turns)
    .slice(-(isMixed ? mixedParagraphsKept : paragraphsKept))
    .flat();
}
