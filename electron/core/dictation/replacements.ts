import type { Replacement } from '#shared/settings.ts';
import { TidyWriter } from './tidy-writer.ts';
import { wordEdges } from './word-edges.ts';
import { WordMatcher } from './word-matcher.ts';

/**
 * Writes words as a person wants them: each `from` becomes its `to`, where it stands as whole words.
 * Upper and lower case are alike unless the entry asks otherwise, and so are plain and typographic
 * apostrophes. Of those that begin at the same word the longest counts, of those that are the same
 * the first; what was put in is not looked at again. Punctuation around the words is tidied, and the
 * first word of a sentence keeps its capital.
 */
export function replaceWords(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const findAt = new WordMatcher(replacements).in(text);
  const edges = wordEdges(text);
  const writer = new TidyWriter();
  let doneTo = 0;
  for (const at of [...edges].sort((a, b) => a - b)) {
    if (at < doneTo) continue;
    const found = findAt(at, edges);
    if (found === null) continue;
    const { endsAt, replacement } = found;
    writer.copy(text.slice(doneTo, at));
    doneTo = at;
    if (replacement.to.trim() === '' && !writer.canRemove(text.slice(endsAt))) continue;
    const rest = writer.replace(text.slice(at, endsAt), replacement.to, text.slice(endsAt));
    doneTo = text.length - rest.length;
  }
  writer.copy(text.slice(doneTo));
  return writer.text;
}
