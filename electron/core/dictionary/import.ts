import type { DictionaryImport } from '#shared/dictionary.ts';
import { limits } from '#shared/limits.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Replacement } from '#shared/setting-values.ts';
import { readLine, type BadLine, type Entry } from './lines.ts';

/** The entries of a dictionary, as the settings have them. */
export interface Dictionary {
  keyterms: readonly string[];
  replacements: readonly Replacement[];
}

/** What an entry was for the dictionary. */
type Merged = 'added' | 'known' | Problem;

/**
 * Adds the entries of a text to a dictionary, one a line. An entry that is there already is only counted,
 * and a line that cannot be added is left out with its number. Nothing is removed or overwritten.
 */
export function importInto(
  { keyterms, replacements }: Dictionary,
  text: string,
): { dictionary: Dictionary; imported: DictionaryImport } {
  const terms = [...keyterms];
  const replaced = [...replacements];
  const imported: DictionaryImport = { terms: 0, replacements: 0, known: 0, leftOut: [] };
  const merge = (entry: Entry | BadLine): Merged => {
    switch (entry.type) {
      case 'bad':
        return problem(entry.why === 'no-words' ? 'words-missing' : 'more-fields', {});
      case 'term':
        return addTerm(terms, entry.term.trim());
      case 'replacement':
        return addReplacement(replaced, entry.replacement);
    }
  };
  // A byte order mark counts as white space, which no entry begins with.
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const entry = readLine(line);
    if (entry === null) continue;
    const merged = merge(entry);
    if (merged === 'known') imported.known++;
    else if (merged !== 'added') imported.leftOut.push({ line: index + 1, problem: merged });
    else if (entry.type === 'term') imported.terms++;
    else imported.replacements++;
  }
  return { dictionary: { keyterms: terms, replacements: replaced }, imported };
}

function addTerm(terms: string[], term: string): Merged {
  const { keyterms: most, keytermCharacters: longest } = limits;
  if (terms.includes(term)) return 'known';
  if (term.length > longest) return problem('term-too-long', { most: longest });
  if (terms.length >= most) return problem('list-full', { most });
  terms.push(term);
  return 'added';
}

function addReplacement(replaced: Replacement[], added: Replacement): Merged {
  const { replacements: most, replacedCharacters, writtenCharacters } = limits;
  const same = replaced.find((one) => areForSameWords(one, added));
  if (same !== undefined) return same.to === added.to ? 'known' : problem('replaced-otherwise', {});
  if (added.from.length > replacedCharacters)
    return problem('words-too-long', { most: replacedCharacters });
  if (added.to.length > writtenCharacters)
    return problem('text-too-long', { most: writtenCharacters });
  if (replaced.length >= most) return problem('list-full', { most });
  replaced.push(added);
  return 'added';
}

/** Whether only the first of two replacements would ever count. */
function areForSameWords(one: Replacement, other: Replacement): boolean {
  const isExact = one.matchCase === true;
  if (isExact !== (other.matchCase === true)) return false;
  return isExact ? one.from === other.from : one.from.toLowerCase() === other.from.toLowerCase();
}
