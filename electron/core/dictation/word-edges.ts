/** The rules of Unicode for words; they hardly differ between languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Scripts that put no spaces between words. Hangul is not one of them. */
export const unspacedScript =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}\p{sc=Java}\p{sc=Bali}]/u;

/**
 * French and Italian articles that lose their vowel before the next word: `l’hôpital`, `dell’arte`.
 * English short forms, such as `don’t`, are one word.
 */
const elided =
  /(?<![\p{L}\p{N}\p{M}])(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi)qu|un|(?:d|n|s|qu)ell|[dns]?all|[cdns]oll|sull|quest|bell|sant)['’](?=\p{L})/giu;

/** A possessive ending: “John’s”. The excluded words with an ’s are short forms. */
const possessive =
  /(?<=[\p{L}\p{M}\p{N}])(?<!(?<![\p{L}\p{M}\p{N}])(?:it|he|she|that|this|what|who|where|when|how|why|let|there|here))['’]s(?![\p{L}\p{M}\p{N}'’])/giu;

/** Where words of a text begin or end, as UTF-16 indexes, with both ends of the text. */
export function wordEdges(text: string): ReadonlySet<number> {
  const edges = new Set([0, text.length]);
  let before = '';
  for (const { segment, index } of segmenter.segment(text)) {
    edges.add(index);
    // The segmenter's words in these scripts may go on into another script.
    let at = index;
    for (const character of segment) {
      if (isScriptChange(before, character)) edges.add(at);
      before = character;
      at += character.length;
    }
  }
  for (const { 0: article, index } of text.matchAll(elided)) edges.add(index + article.length);
  for (const { index } of text.matchAll(possessive)) edges.add(index);
  return edges;
}

function isScriptChange(before: string, after: string): boolean {
  if (before === '' || !/\p{L}/u.test(before) || !/\p{L}/u.test(after)) return false;
  return unspacedScript.test(before) !== unspacedScript.test(after);
}
