import type { Replacement } from '#shared/setting-values.ts';
import { TidyWriter } from './tidy-writer.ts';
import { wordEdges } from './word-edges.ts';
import { WordMatcher } from './word-matcher.ts';

/**
 * Replaces words: each `from` becomes its `to` if it is found as whole words. Upper and lower case are
 * the same unless the entry sets `matchCase`, and so are plain and typographic apostrophes. If several
 * entries begin at the same word, the longest counts; of equal entries, the first. A replacement is not
 * searched again. Punctuation around the words is tidied, and the first word of a sentence keeps its
 * capital.
 */
export function replaceWords(text: string, replacements: readonly Replacement[]): string {
  const findAt = new WordMatcher(replacements).in(text);
  const edges = wordEdges(text);
  const writer = new TidyWriter();
  let doneTo = 0;
  for (const at of edges) {
    if (at < doneTo) continue;
    const found = findAt(at, edges);
    if (found === null) continue;
    const { endsAt, entry } = found;
    writer.copy(text.slice(doneTo, at));
    doneTo = at;
    if (entry.to.trim() === '' && !writer.canRemove(text.slice(endsAt))) continue;
    const rest = writer.replace(text.slice(at, endsAt), entry.to, text.slice(endsAt));
    doneTo = text.length - rest.length;
  }
  writer.copy(text.slice(doneTo));
  return writer.text;
}
