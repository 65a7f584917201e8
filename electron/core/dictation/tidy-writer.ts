import { beforeSentence, closings, dashes, pauses, sentenceEnds } from './punctuation.ts';

/** Spaces within a line. */
const gap = String.raw`[^\S\n\r]*`;
const anyMark = `[${sentenceEnds}${pauses}]`;

const gapAtEnd = new RegExp(`${gap}$`, 'u');
const gapAtStart = new RegExp(`^${gap}`, 'u');
const pauseAtEnd = new RegExp(`(?:${gap}[${dashes}]|[${pauses}])${gap}$`, 'u');
const pauseAtStart = new RegExp(`^${gap}[${pauses}${dashes}]+`, 'u');
const stopAtStart = new RegExp(`^${gap}[${pauses}]*[${sentenceEnds}]`, 'u');
const marksAtEnd = new RegExp(`${anyMark}*${gap}$`, 'u');
const marksAtStart = new RegExp(`^${gap}${anyMark}+`, 'u');
const marksAndGapAtStart = new RegExp(
  `^(?:${gap}[${sentenceEnds}${pauses}${dashes}]+)?${gap}`,
  'u',
);
const closingOrEndAtStart = new RegExp(
  String.raw`^${gap}(?:$|[\n\r]|[”’»›)\]}」』）】》〉]|["'](?=$|[\s${sentenceEnds}${pauses}]))`,
  'u',
);
const openingAtEnd = new RegExp(String.raw`(?:[“„‚«‹(\[{¿¡「『（【《〈]|(?:^|\s)["'‘])$`, 'u');
const isMarks = new RegExp(String.raw`^\s*${anyMark}+[${closings}]*$`, 'u');
const followsDirectly = new RegExp(`^(?:\\s|${anyMark}|[”’»›)\\]}」』）】》〉])`, 'u');
const joinedAtEnd = /[\p{L}\p{N}][-‐‑.@/_]$/u;
const joinedAtStart = /^[-‐‑.@/_][\p{L}\p{N}]/u;
const firstLetter = /^[^\p{L}\p{N}]*\p{L}/u;

const pairs = new Set(
  `() [] {} “” „“ „” ‚‘ ‘’ «» »« ‹› "" '' 「」 『』 （） 【】 《》 〈〉`.split(' '),
);

/** Puts a text together of what is kept and what replaces the rest, with the punctuation between. */
export class TidyWriter {
  #text = '';
  /** A word with the capital of its sentence was removed: the next word has it. */
  #isCapitalDue = false;

  get text(): string {
    return this.#text;
  }

  /** Takes over a part of the text. */
  copy(part: string): void {
    this.#text += this.#isCapitalDue ? withCapital(part) : part;
    if (/[\p{L}\p{N}]/u.test(part)) this.#isCapitalDue = false;
  }

  /**
   * Whether words without a replacement can be taken out here: not out of `um-hum` or `um.org`.
   *
   * @param rest what follows them
   */
  canRemove(rest: string): boolean {
    return !joinedAtEnd.test(this.#text) && !joinedAtStart.test(rest);
  }

  /**
   * Writes `to` instead of `words`.
   *
   * @param rest what follows `words`
   * @returns what is left of the rest: marks that belonged to `words` are gone
   */
  replace(words: string, to: string, rest: string): string {
    if (words === to) {
      this.copy(to);
      return rest;
    }
    if (/^ *$/u.test(to)) return this.#remove(words, rest);
    if (/^\s+$/u.test(to)) return this.#breakLine(words, to, rest);
    if (isMarks.test(to) && hasWord(words)) return this.#punctuate(to, rest);
    return this.#write(words, to, rest);
  }

  #remove(words: string, rest: string): string {
    const isFirst = beforeSentence.test(this.#text);
    if (isFirst || openingAtEnd.test(this.#text)) {
      this.#isCapitalDue ||= isCapital(words);
      return this.#closePair(rest.replace(marksAndGapAtStart, ''));
    }
    if (closingOrEndAtStart.test(rest) || stopAtStart.test(rest)) {
      this.#text = this.#text.replace(pauseAtEnd, '').replace(gapAtEnd, '');
      return closingOrEndAtStart.test(rest) ? rest.replace(gapAtStart, '') : rest;
    }
    if (pauseAtStart.test(rest)) {
      const hasPause = pauseAtEnd.test(this.#text);
      this.#text = this.#text.replace(gapAtEnd, '');
      return hasPause ? rest.replace(pauseAtStart, '') : rest;
    }
    return /\s$/u.test(this.#text) ? rest.replace(gapAtStart, '') : rest;
  }

  /** Brackets and quotes with nothing in them go, too. */
  #closePair(rest: string): string {
    const isEmpty = pairs.has(this.#text.slice(-1) + rest.slice(0, 1));
    if (!isEmpty) {
      if (closingOrEndAtStart.test(rest)) this.#text = this.#text.replace(gapAtEnd, '');
      return rest;
    }
    this.#text = this.#text.slice(0, -1);
    return this.#remove('', rest.slice(1));
  }

  #breakLine(words: string, to: string, rest: string): string {
    if (beforeSentence.test(this.#text)) this.#isCapitalDue ||= isCapital(words);
    this.#text = this.#text.replace(new RegExp(`${gap}[${dashes}]?${gap}$`, 'u'), '') + to;
    return rest.replace(marksAndGapAtStart, '');
  }

  /** A mark that is said counts instead of those that the recogniser has put there. */
  #punctuate(to: string, rest: string): string {
    this.#text = this.#text.replace(marksAtEnd, '') + to;
    return rest.replace(marksAtStart, '');
  }

  #write(words: string, to: string, rest: string): string {
    const isFirst = beforeSentence.test(this.#text) && isCapital(words);
    if (followsDirectly.test(to) && hasWord(words)) this.#text = this.#text.replace(gapAtEnd, '');
    this.#text += isFirst || this.#isCapitalDue ? withCapital(to) : to;
    this.#isCapitalDue = false;
    if (/\s$/u.test(to)) return rest.replace(marksAndGapAtStart, '');
    if (/[“„‚«‹([{¿¡「『（【《〈]$/u.test(to)) return rest.replace(gapAtStart, '');
    // “Inc.” has its full stop already.
    if (new RegExp(`[${sentenceEnds}]$`, 'u').test(to)) return rest.replace(/^[.。．]+/u, '');
    return rest;
  }
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const isCapital = (words: string): boolean => /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}]/u.test(words);

/** Not where somebody has chosen how it is written, as in `iPhone`, `example.org` or `@name`. */
function withCapital(text: string): string {
  const [word = ''] = /\S+/u.exec(text) ?? [];
  if (/[\p{Lu}\p{Lt}]|[@_\\/#<>=]|[.:]\p{L}|\p{N}/u.test(word)) return text;
  return text.replace(firstLetter, (first) => first.toUpperCase());
}
