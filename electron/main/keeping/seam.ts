/** How many words at the head of what is heard are known, and up to where in what is known. */
export interface Seam {
  repeated: number;
  known: number;
}

/**
 * Finds the words of a turn that are known already, because their sound was sent again. Any part
 * of the known words may be heard again, and a turn may hold a part of that. Known words are
 * stored without their times, so the texts decide: words that agree have to outweigh those that
 * do not. In doubt a word is kept twice rather than not at all.
 *
 * @param known words in order of speech
 * @param heard the words of the turn
 */
export function findSeam(known: readonly string[], heard: readonly string[]): Seam {
  const heardPlain = heard.map(plain);
  // By heads of `heard`: its best alignment with any stretch of the known words that ends where
  // the loop is. One for a word that agrees, one off for one that differs, lacks or is too many.
  let scores = Array.from({ length: heard.length + 1 }, (_, count) => -count);
  let whole = { repeated: heard.length, known: 0, score: 0 };
  for (const [at, word] of known.map(plain).entries()) {
    const next = [0];
    for (const [index, other] of heardPlain.entries()) {
      const aligned = (scores[index] ?? 0) + (word === other ? 1 : -1);
      next.push(Math.max(aligned, (scores[index + 1] ?? 0) - 1, (next[index] ?? 0) - 1));
    }
    scores = next;
    const score = scores.at(-1) ?? 0;
    if (score > whole.score) whole = { repeated: heard.length, known: at + 1, score };
  }
  // A new word comes only after all that is known.
  const best = Math.max(...scores);
  const { score, ...seam } = whole;
  return score > best ? seam : { repeated: scores.indexOf(best), known: known.length };
}

/** The words of a text as they are shown. */
export const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Punctuation and capitals depend on what comes after, so they may differ the second time. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
