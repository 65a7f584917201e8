import type { Turn } from '#shared/turn.ts';

/** About six lines of the default window. */
const paragraphChars = 300;

/** More than the tallest window shows, less than anything that costs layout time. */
const charsKept = 900;

/** Paragraphs may have one line each, and a window that a person makes taller has room for so many. */
const paragraphsKept = 24;

/**
 * The turns as they are set: one after the other on the same line, because with two lines to
 * spend a line per turn would push a short answer's question out of sight. A long pause ends a paragraph,
 * and so does a turn once the paragraph is long: letting go of whole paragraphs from the top never moves a
 * word that is still to be seen. What another source says begins a paragraph, which has its mark.
 */
export function paragraphs(turns: Turn[]): Turn[][] {
  const result: Turn[][] = [];
  let chars = Infinity;
  for (const turn of turns) {
    const isOther = turn.source !== result.at(-1)?.[0]?.source;
    if (chars >= paragraphChars || isOther || turn.followsPause === true) {
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
  const kept: Turn[][] = [];
  let chars = 0;
  for (const paragraph of paragraphs(turns).reverse()) {
    if (kept.length === paragraphsKept || chars >= charsKept) break;
    kept.unshift(paragraph);
    chars += paragraph.reduce((sum, { text }) => sum + text.length, 0);
  }
  return kept.flat();
}
