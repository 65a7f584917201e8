/* Character classes of punctuation, for the regular expressions of this folder. */

/** What may stand between the beginning of a sentence and its first word. */
const openings = String.raw`"'“‘„‚«‹(\[{¿¡「『（【《〈`;
/** What may stand between the last mark of a sentence and its end. */
export const closings = String.raw`"'”’“»›)\]}」』）】》〉`;
/** Marks that end a sentence, in every script. */
export const sentenceEnds = '.!?…‽。！？．؟۔।॥።';
/** Marks within a sentence. */
export const pauses = ',;:、，；：،؛՝';
export const dashes = '–—';

/** A regular expression with these classes in it: a tag for a template, whose backslashes stay. */
export const pattern = (parts: TemplateStringsArray, ...classes: readonly string[]): RegExp =>
  new RegExp(String.raw(parts, ...classes), 'u');

/** Ends before a word that begins a sentence. */
export const beforeSentence = pattern`(?:^|[${sentenceEnds}][${closings}]*\s+|[。！？．][${closings}]*|[\n\r])\s*[${openings}]*$`;
