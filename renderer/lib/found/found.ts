/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  text: string;
  isFound: boolean;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** As the store's index has it: without case and diacritics. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * Tells the words of a text that a search has found by from the others.
 *
 * @param typed as far as it is typed: its last word need not be whole, unless a space follows
 */
export function stretchesOf(text: string, typed: string): Stretch[] {
  const wanted = (typed.match(word) ?? []).map(plain);
  const begun = /\s$/u.test(typed) ? undefined : wanted.at(-1);
  const isFound = (each: string): boolean =>
    wanted.includes(each) || (begun !== undefined && each.startsWith(begun));
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { 0: each, index } of text.matchAll(word)) {
    if (!isFound(plain(each))) continue;
    if (index > at) stretches.push({ text: text.slice(at, index), isFound: false });
    stretches.push({ text: each, isFound: true });
    at = index + each.length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isFound: false });
  return stretches;
}
