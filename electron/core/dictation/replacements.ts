import type { Replacement } from '#shared/settings.ts';

/** The rules of Unicode for words; they hardly differ between languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Ends before a word that begins a sentence; quotes and brackets may stand between. */
const beforeSentence = /(?:^|[.!?…]["'”’»)\]]*(?=\s)|[\n\r])\s*["'“‘„«([¿¡]*$/u;

/**
 * Writes words as a person wants them: each `from` where it stands as whole words, exactly as
 * written, becomes its `to`. At the beginning of a sentence a `from` in lower case is also found with
 * a capital, and then `to` has one. Of those that begin at the same word the longest counts, of those
 * that are the same the first; what was put in is not looked at again.
 */
export function replaceWords(text: string, replacements: readonly Replacement[]): string {
  const rules = replacements
    .filter(({ from }) => from !== '')
    .toSorted((one, other) => other.from.length - one.from.length);
  if (rules.length === 0) return text;
  const boundaries = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) boundaries.add(index);
  let replaced = '';
  let doneTo = 0;
  for (const at of [...boundaries].sort((a, b) => a - b)) {
    if (at < doneTo) continue;
    const found = findAt(text, at, rules, boundaries);
    if (found === null) continue;
    replaced += text.slice(doneTo, at) + found.to;
    doneTo = found.endsAt;
  }
  return replaced + text.slice(doneTo);
}

function findAt(
  text: string,
  at: number,
  rules: readonly Replacement[],
  boundaries: ReadonlySet<number>,
): { to: string; endsAt: number } | null {
  for (const { from, to } of rules) {
    if (text.startsWith(from, at) && boundaries.has(at + from.length))
      return { to, endsAt: at + from.length };
    const capital = withCapital(from);
    const isOther = capital !== from && from === from.toLowerCase();
    const endsAt = at + capital.length;
    if (isOther && text.startsWith(capital, at) && boundaries.has(endsAt))
      if (beforeSentence.test(text.slice(0, at))) return { to: withCapital(to), endsAt };
  }
  return null;
}

function withCapital(words: string): string {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}
