const hasWord = /[\p{L}\p{N}]/u;

/**
 * What a person types, as an FTS5 expression: every word has to be in the turn, the last of them
 * as far as it is typed. Quoted, so that nothing typed is an operator. Null where there is no word.
 */
export function matchOf(text: string): string | null {
  const words = text.split(/\s+/u).filter((word) => hasWord.test(word));
  if (words.length === 0) return null;
  const quoted = words.map((word) => `"${word.replaceAll('"', '""').replaceAll('\0', '')}"`);
  return /\s$/u.test(text) ? quoted.join(' ') : `${quoted.join(' ')}*`;
}
