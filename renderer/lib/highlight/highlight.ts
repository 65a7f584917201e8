import { searchText, searchWords } from '#shared/search.ts';

/** A stretch of a text, and whether it is what was looked for. */
export interface Highlight {
  text: string;
  isFound: boolean;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Tells the parts of a text that a search has found it by from the others. */
export function highlightsOf(text: string, typed: string): Highlight[] {
  const words = searchWords(typed);
  const stretches: Highlight[] = [];
  if (text === '') return stretches;
  let from = 0;
  for (const { start, end } of words.length === 0 ? [] : spansOf(text, words)) {
    if (start > from) stretches.push({ text: text.slice(from, start), isFound: false });
    stretches.push({ text: text.slice(start, end), isFound: true });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), isFound: false });
  return stretches;
}

/** Where any of the words is, in order and without overlaps; characters are whole as they are seen. */
function spansOf(text: string, words: string[]): { start: number; end: number }[] {
  let searched = '';
  /** For each unit of the search text, the character of the text that it comes from. */
  const origins: number[] = [];
  const characters = [...graphemes.segment(text)];
  for (const [origin, { segment }] of characters.entries()) {
    const folded = searchText(segment);
    searched += folded;
    origins.push(...Array.from({ length: folded.length }, () => origin));
  }
  const isFound = characters.map(() => false);
  for (const word of words)
    for (let at = searched.indexOf(word); at !== -1; at = searched.indexOf(word, at + 1))
      isFound.fill(true, origins[at], (origins[at + word.length - 1] ?? 0) + 1);
  const spans: { start: number; end: number }[] = [];
  for (const [origin, { segment, index }] of characters.entries()) {
    if (isFound[origin] !== true) continue;
    const last = spans.at(-1);
    if (last?.end === index) last.end += segment.length;
    else spans.push({ start: index, end: index + segment.length });
  }
  return spans;
}
