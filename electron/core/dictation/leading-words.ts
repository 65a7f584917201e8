/** Words that no comma follows, by language: articles, subjects, prepositions and conjunctions. */
const lists = [
  // English
  'a an the my your our their its i he she it we they to of at for from in into on with and or but than',
  'very is are was were be am if',
  // German
  'der die den dem des ein eine einen einem einer ich wir er und oder aber dass von für im in',
  // French
  'le la les un une des du de à au aux et ou mais je il on que pour avec dans sur en',
  // Spanish
  'el la los las un una de del al y o pero que yo con por para en',
  // Italian
  'il lo la i gli le un una di del della e o ma che con per in',
  // Portuguese
  'o a os as um uma de do da e ou mas que com por para em eu',
];
const words = new Set(lists.flatMap((list) => list.split(' ')));
const lastWord = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}[\p{L}\p{M}]*$/u;

/** Whether a text ends with a word that no comma can follow. */
export function leadsOn(text: string): boolean {
  const last = lastWord.exec(text);
  return last !== null && words.has(last[0].toLowerCase());
}
