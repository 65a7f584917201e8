/** Signs that are typed for an apostrophe. */
const apostrophes = /[‘’‛ʼʻ′´`＇]/gu;
const hyphens = /[‐‑]/gu;
const quotes = /[“”„‟«»＂]/gu;

/**
 * Accents, vowel points and what cannot be seen, but not the vowels of Indic and Thai words, nor the
 * marks that make another kana.
 */
const unheard =
  /[\p{Cf}\p{Variation_Selector}\u0640]|[[\p{M}&&[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Cyrl}]]--[\u3099\u309a]]/gv;

/** Letters that Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i' },
  ...{ ς: 'σ', ی: 'ي', ى: 'ي', ک: 'ك' },
};
const takenApart = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Marks around a word that are not looked for, unless nothing else is. */
const edges = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'.,;:!?*…]+|[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'.,;:!?*…]+$/gu;

/**
 * A text as it is searched: without case, accents and widths, and with one kind of apostrophes,
 * quotes and hyphens.
 */
export function searchText(text: string): string {
  if (/^[\x20-\x5f\x61-\x7e\n]*$/u.test(text)) return text.toLowerCase();
  return text
    .replaceAll(apostrophes, "'")
    .replaceAll(hyphens, '-')
    .replaceAll(quotes, '"')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(unheard, '')
    .replaceAll(takenApart, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/** What a search looks for: parts of a text, each of which has to be somewhere in its search text. */
export function searchWords(typed: string): string[] {
  const words = searchText(typed).replaceAll('\0', '').split(/\s+/u).filter(Boolean);
  const plain = words.map((word) => word.replaceAll(edges, '')).filter(Boolean);
  return [...new Set(plain.length > 0 ? plain : words)];
}
