/**
 * A text as it follows what was inserted at the same place before: a space between the two, and a
 * small letter where the sentence goes on.
 *
 * @param before what was inserted last, where it can be taken to stand before the cursor; else ''
 */
export function shapeAfter(before: string, text: string): string {
  if (before === '' || /\s$/u.test(before)) return text;
  const continued = /[.!?…:]["'”’)\]]*$/u.test(before) ? text : uncapitalized(text);
  return /^[\s.,;:!?…)\]]/u.test(continued) ? continued : ` ${continued}`;
}

/** Only a capital that the beginning of a sentence explains: not that of “I”, “CPU” or “McKay”. */
function uncapitalized(text: string): string {
  const word = /^[\p{L}\p{M}'’]+/u.exec(text)?.[0] ?? '';
  const isPlain = /^\p{Lu}[\p{Ll}\p{M}'’]+$/u.test(word) && !/^I['’]/u.test(word);
  return isPlain ? word.charAt(0).toLowerCase() + text.slice(1) : text;
}
