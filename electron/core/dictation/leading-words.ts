/** Words that no comma follows, by language: articles, subjects, prepositions and conjunctions. */
const lists = {
  en: `a an the my your our their its i he she it we they to of at for from in into on with and or but
    than very is are was were be am if`,
  de: `der die den dem des ein eine einen einem einer ich wir er und oder aber dass von für im in`,
  fr: `le la les un une des du de à au aux et ou mais je il on que pour avec dans sur en`,
  es: `el la los las un una de del al y o pero que yo con por para en`,
  it: `il lo la i gli le un una di del della e o ma che con per in`,
  pt: `o a os as um uma de do da e ou mas que com por para em eu`,
};

const words = new Set(Object.values(lists).flatMap((list) => list.split(/\s+/u)));
const lastWord = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}[\p{L}\p{M}]*$/u;

/** Whether a text ends with a word that no comma can follow. */
export const leadsOn = (text: string): boolean =>
  words.has(lastWord.exec(text)?.[0].toLowerCase() ?? '');
