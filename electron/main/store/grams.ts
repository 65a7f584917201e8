/** Of a long word that is searched, enough of its parts to leave few texts that only look alike. */
const mostPerWord = 12;
/** Words of a search that are looked up; all of them are then compared. */
const mostWords = 12;

/**
 * What a search text is found by: each one, two and three characters that follow one another in it.
 * The index takes them for words, so they are separated by spaces.
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
 * What parts of a search text are looked up by, as an FTS5 expression. What it finds has all of their
 * characters, perhaps not in order where a part has more than three.
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

/** The index takes ASCII's own marks for gaps between words, so they go among the private characters. */
function indexed(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 128 && !/[a-z0-9]/u.test(character)
    ? String.fromCodePoint(0xe000 + code)
    : character;
}
