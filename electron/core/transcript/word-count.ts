/** The rules of Unicode for words; they hardly differ between languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words a text has, in every script: not all of them put spaces between words. */
export function wordCount(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}
