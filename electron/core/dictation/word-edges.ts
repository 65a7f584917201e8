/** The rules of Unicode for words; they hardly differ between languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Scripts that put no spaces between words. Hangul is not one of them. */
export const unspacedScript =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}\p{sc=Java}\p{sc=Bali}]/u;

/* Where a word ends or begins, besides the edges of the segmenter. */

/**
 * After French and Italian articles that lose their vowel before the next word: `l’hôpital`,
 * `dell’arte`. English short forms, such as `don’t`, are one word.
 */
const elided =
  /(?<=(?<![\p{L}\p{N}\p{M}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|un|d?all|(?:d|n|qu)ell|coll|sull|quest|bell|sant)['’])(?=\p{L})/giu;
/** Before a possessive ending: “John’s”. The excluded words with an ’s are short forms. */
const possessive =
  /(?<!(?<![\p{L}\p{M}\p{N}])(?:it|he|she|that|this|what|who|where|when|how|why|let|there|here))['’]s(?![\p{L}\p{M}\p{N}'’])/giu;

const unspaced = String.raw`(?=\p{L})${unspacedScript.source}`;
/**
 * Where a letter of an unspaced script meets one of another: the segmenter’s words may go on from one into
 * the other. The scripts have marks that other words have, too, such as the `·` of “étudiant·e”.
 */
const scriptChange = new RegExp(
  String.raw`(?<=${unspaced}\p{M}*)(?!${unspaced})(?=\p{L})|(?<=\p{L}\p{M}*)(?<!${unspaced}\p{M}*)(?=${unspaced})`,
  'gu',
);

/** Where words of a text begin or end, as ascending UTF-16 indexes, with both ends of the text. */
export function wordEdges(text: string): ReadonlySet<number> {
  const found: Iterable<{ index: number }>[] = [
    segmenter.segment(text),
    ...[elided, possessive, scriptChange].map((edge) => text.matchAll(edge)),
  ];
  const edges = found.flatMap((each) => Array.from(each, ({ index }) => index));
  return new Set([...edges, text.length].toSorted((a, b) => a - b));
}
