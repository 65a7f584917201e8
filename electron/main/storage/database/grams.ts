/**
 * The most parts of a searched word that are looked up: enough to leave few texts that only look
 * similar.
 */
const mostPerWord = 12;
/** The most words of a search that are looked up. All of them are compared afterwards. */
const mostWords = 12;

/**
 * The index entries of a search text: each one, two and three consecutive characters. The index treats
 * them as words, so they are separated by spaces.
 */
export function gramsOf(searchText: string): string {
  const grams = new Set<string>();
  for (const word of searchText.split(/\s+/u)) {
    const characters = Array.from(word, indexed);
    for (let at = 0; at < characters.length; at++)
      for (let length = 1; length <= 3 && at + length <= characters.length; length++)
        grams.add(characters.slice(at, at + length).join(''));
  }
  return [...grams].join(' ');
}

/**
 * The FTS5 expression that finds texts with these parts. The texts have all of their characters, maybe
 * in another order if a part has more than three.
 */
export function gramsToMatch(words: readonly string[]): string {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const grams = longestFirst.slice(0, mostWords).flatMap(gramsOfPart);
  return [...new Set(grams)].map((gram) => `"${gram}"`).join(' AND ');
}

function gramsOfPart(word: string): string[] {
  const characters = Array.from(word, indexed);
  if (characters.length <= 3) return [characters.join('')];
  const count = Math.min(characters.length - 2, mostPerWord);
  return Array.from({ length: count }, (_, n) => {
    const at = Math.round((n * (characters.length - 3)) / (count - 1));
    return characters.slice(at, at + 3).join('');
  });
}

/**
 * Moves ASCII punctuation to private characters, because the index would treat it as gaps between words.
 */
function indexed(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 128 && !/[a-z0-9]/u.test(character)
    ? String.fromCodePoint(0xe000 + code)
    : character;
}
