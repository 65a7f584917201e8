import { leadsOn } from './leading-words.ts';
import {
  bulletAtEnd,
  closingOrEndAtStart,
  commaAtEnd,
  dashAtEnd,
  dashAtStart,
  endAtEnd,
  followsDirectly,
  gapAtEnd,
  gapAtStart,
  isClosing,
  isDash,
  isMarks,
  joinedAtEnd,
  joinedAtStart,
  markAtStart,
  marksAndGapAtStart,
  marksAtEnd,
  marksAtStart,
  openingAtEnd,
  pauseAtEnd,
  pauseAtStart,
  stopAtStart,
} from './mark-patterns.ts';
import { beforeSentence, dashes, pauses } from './punctuation.ts';

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
    if (to === '"' && hasWord(words)) return this.#quote(rest);
    if ((isMarks.test(to) || isDash.test(to)) && hasWord(words)) return this.#punctuate(to, rest);
    return this.#write(words, to, rest);
  }

  #remove(words: string, rest: string): string {
    const isFirst = beforeSentence.test(this.#text) || bulletAtEnd.test(this.#text);
    if (isFirst || openingAtEnd.test(this.#text)) {
      this.#isCapitalDue ||= isCapital(words);
      const [marks = ''] = marksAndGapAtStart.exec(rest) ?? [];
      if (/[?!]/u.test(marks)) this.#text = this.#text.replace(/[¿¡]$/u, '');
      return this.#closePair(rest.slice(marks.length));
    }
    if (closingOrEndAtStart.test(rest) || stopAtStart.test(rest)) {
      this.#text = this.#text.replace(pauseAtEnd, '').replace(gapAtEnd, '');
      return closingOrEndAtStart.test(rest) ? rest.replace(gapAtStart, '') : rest;
    }
    if (pauseAtStart.test(rest)) return this.#joinPauses(rest);
    this.#dropNeedlessComma();
    return /\s$/u.test(this.#text) ? rest.replace(gapAtStart, '') : rest;
  }

  /** Of the marks on both sides of a word that is gone, one stays: rather a dash than a comma. */
  #joinPauses(rest: string): string {
    if (dashAtStart.test(rest)) {
      this.#text = this.#text.replace(pauseAtEnd, '').replace(gapAtEnd, '');
      return rest;
    }
    this.#dropNeedlessComma();
    const hasPause = pauseAtEnd.test(this.#text);
    this.#text = this.#text.replace(gapAtEnd, '');
    if (!hasPause && !leadsOn(this.#text)) return rest;
    const after = rest.replace(pauseAtStart, '');
    return new RegExp(`\\S[${dashes}]$`, 'u').test(this.#text)
      ? after.replace(gapAtStart, '')
      : after;
  }

  /** “I, um, think”: both commas were those of the word that is gone. */
  #dropNeedlessComma(): void {
    const without = this.#text.replace(commaAtEnd, '');
    if (without !== this.#text && leadsOn(without)) this.#text = `${without} `;
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
    let after = rest.replace(marksAndGapAtStart, '');
    while (pairs.has(this.#text.slice(-1) + after.slice(0, 1))) {
      this.#text = this.#text.slice(0, -1);
      after = after.slice(1).replace(marksAndGapAtStart, '');
    }
    const [closing = ''] = /^[”’»›)\]}」』）】》〉]+/u.exec(after) ?? [];
    if (closing !== '') this.#text = this.#text.replace(commaAtEnd, '');
    this.#text = this.#text.replace(dashAtEnd, '').replace(gapAtEnd, '') + closing + to;
    return after.slice(closing.length).replace(gapAtStart, '');
  }

  /** A mark that is said counts instead of those that the recogniser has put there. */
  #punctuate(to: string, rest: string): string {
    const hasGap = isDash.test(to) && /\S\s+$/u.test(this.#text) && !/^\s/u.test(to);
    this.#text = this.#text.replace(marksAtEnd, '') + (hasGap ? ' ' : '') + to;
    const after = rest.replace(marksAtStart, '');
    return /\s$/u.test(to) ? after.replace(gapAtStart, '') : after;
  }

  /** The same mark opens and closes. */
  #quote(rest: string): string {
    const isOpen = this.#text.split('"').length % 2 === 0;
    return isOpen ? this.#close('"', rest) : this.#open('"', rest);
  }

  /** Some marks open in one language what they close in another. */
  #hasOpen(to: string): boolean {
    const other = { '“': '„', '«': '»', '»': '«', '‹': '›', '›': '‹' }[to];
    if (other === undefined) return true;
    return this.#text.split(other).length > this.#text.split(to).length;
  }

  #open(to: string, rest: string): string {
    this.#text += to;
    return rest.replace(marksAndGapAtStart, '');
  }

  #close(to: string, rest: string): string {
    const isEnded = endAtEnd.test(this.#text);
    if (!isEnded && marksAtStart.test(rest)) this.#text = this.#text.replace(commaAtEnd, '');
    this.#text = this.#text.replace(gapAtEnd, '') + to;
    return isEnded ? rest.replace(marksAtStart, '') : rest;
  }

  #write(words: string, to: string, rest: string): string {
    if (hasWord(words)) {
      if (isClosing.test(to) && this.#hasOpen(to)) return this.#close(to, rest);
      if (/[“„‚«»‹›([{¿¡「『（【《〈]$/u.test(to)) return this.#open(to, rest);
    }
    const isOwnSentence = beforeSentence.test(this.#text);
    const isFirst = isOwnSentence && isCapital(words);
    if (markAtStart.test(to) && hasWord(words)) this.#text = this.#text.replace(marksAtEnd, '');
    if (followsDirectly.test(to) && hasWord(words)) this.#text = this.#text.replace(gapAtEnd, '');
    this.#text += isFirst || this.#isCapitalDue ? withCapital(to) : to;
    this.#isCapitalDue = false;
    if (/\s$/u.test(to)) return rest.replace(marksAndGapAtStart, '');
    // Lines of their own, such as a signature: the full stop was that of the words.
    if (isOwnSentence && /^\s*\n/u.test(to)) return rest.replace(marksAtStart, '');
    return this.#withoutSecondMark(to, rest);
  }

  /** Where what was put in ends with a mark, it is not followed by another one of its kind. */
  #withoutSecondMark(to: string, rest: string): string {
    // “Inc.” has its full stop already, and “Inc.?” is a question.
    if (/[.。．]$/u.test(to)) return rest.replace(/^[.。．]+/u, '');
    if (endAtEnd.test(to)) return rest.replace(marksAtStart, '');
    if (!commaAtEnd.test(to)) return rest;
    if (stopAtStart.test(rest)) this.#text = this.#text.replace(commaAtEnd, '');
    return rest.replace(new RegExp(`^[${pauses}]+`, 'u'), '');
  }
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const isCapital = (words: string): boolean => /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}]/u.test(words);

/** Leaves words alone whose writer chose the case, such as `iPhone`, `example.org` or `@name`. */
function withCapital(text: string): string {
  const [word = ''] = /\S+/u.exec(text) ?? [];
  if (/[\p{Lu}\p{Lt}]|[@_\\/#<>=]|[.:]\p{L}|\p{N}/u.test(word)) return text;
  return text.replace(firstLetter, (first) => first.toUpperCase());
}
