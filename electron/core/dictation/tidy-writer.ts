import { withoutSentenceCapital } from './function-words.ts';
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
  marksOrDashesAtStart,
  openingAtEnd,
  pauseAtEnd,
  pauseAtStart,
  stopAtStart,
} from './mark-patterns.ts';
import { beforeSentence } from './punctuation.ts';

const firstLetter = /^[^\p{L}\p{N}]*\p{L}/u;
/** In the first word. */
const hasOwnCase = /^\s*\S*?(?:[\p{Lu}\p{Lt}\p{N}@_\\/#<>=]|[.:]\p{L})/u;
/** “no—yes”: no space follows. */
const joiningDashAtEnd = /\S[–—]$/u;

const pairs = new Set(
  `() [] {} “” „“ „” ‚‘ ‘’ «» »« ‹› "" '' 「」 『』 （） 【】 《》 〈〉`.split(' '),
);

/** Builds a text from kept parts and replacements, and tidies the punctuation between them. */
export class TidyWriter {
  #text = '';
  /**
   * A word with the capital of its sentence was removed, so the next word gets the capital. A dictated
   * mark decides whether a sentence begins after it.
   */
  #capital: 'kept' | 'due' | 'dropped' = 'kept';
  /** Where the last dictated mark ended. */
  #dictatedTo = 0;

  get text(): string {
    return this.#text;
  }

  /** Copies a part of the original text. */
  copy(part: string): void {
    const words = part.trimStart();
    const gap = part.slice(0, part.length - words.length);
    const dropped = (): string => gap + withoutSentenceCapital(this.#text, words);
    const written = { kept: () => part, due: () => withCapital(part), dropped };
    this.#text += written[this.#capital]();
    if (hasWord(part)) this.#capital = 'kept';
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
    if (/^\s+$/u.test(to)) return this.breakLine(words, to, rest);
    if (to === '"' && hasWord(words)) return this.#quote(rest);
    if ((isMarks.test(to) || isDash.test(to)) && hasWord(words)) return this.punctuate(to, rest);
    return this.#write(words, to, rest);
  }

  #remove(words: string, rest: string): string {
    const isFirst = beforeSentence.test(this.#text) || bulletAtEnd.test(this.#text);
    if (isFirst || openingAtEnd.test(this.#text)) {
      this.#capital = isCapital(words) ? 'due' : this.#capital;
      const after = rest.replace(marksAndGapAtStart, '');
      const marks = rest.slice(0, rest.length - after.length);
      if (/[?!]/u.test(marks)) this.#text = this.#text.replace(/[¿¡]$/u, '');
      return this.#closePair(after);
    }
    if (closingOrEndAtStart.test(rest) || stopAtStart.test(rest)) {
      this.#text = this.#text.replace(pauseAtEnd, '').replace(gapAtEnd, '');
      return closingOrEndAtStart.test(rest) ? rest.replace(gapAtStart, '') : rest;
    }
    if (pauseAtStart.test(rest)) return this.#joinPauses(rest);
    this.#dropNeedlessComma();
    return /\s$/u.test(this.#text) ? rest.replace(gapAtStart, '') : rest;
  }

  /** Keeps one of the marks on both sides of a removed word: a dash rather than a comma. */
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
    return joiningDashAtEnd.test(this.#text) ? after.replace(gapAtStart, '') : after;
  }

  /** “I, um, think”: both commas belong to the removed word. */
  #dropNeedlessComma(): void {
    const without = this.#text.replace(commaAtEnd, '');
    if (without !== this.#text && leadsOn(without)) this.#text = `${without} `;
  }

  /** Also removes brackets and quotes that became empty. */
  #closePair(rest: string): string {
    const isEmpty = pairs.has(this.#text.slice(-1) + rest.slice(0, 1));
    if (!isEmpty) {
      if (closingOrEndAtStart.test(rest)) this.#text = this.#text.replace(gapAtEnd, '');
      return rest;
    }
    this.#text = this.#text.slice(0, -1);
    return this.#remove('', rest.slice(1));
  }

  /** Writes line ends instead of `words`; see `replace`. */
  breakLine(words: string, to: string, rest: string): string {
    if (beforeSentence.test(this.#text)) this.#capital = isCapital(words) ? 'due' : this.#capital;
    let after = rest.replace(marksAndGapAtStart, '');
    while (pairs.has(this.#text.slice(-1) + after.slice(0, 1))) {
      this.#text = this.#text.slice(0, -1);
      after = after.slice(1).replace(marksAndGapAtStart, '');
    }
    const [closing = ''] = /^[”’»›)\]}」』）】》〉]+/u.exec(after) ?? [];
    if (closing !== '') this.#text = this.#text.replace(commaAtEnd, '');
    if (!this.#endsDictated) this.#text = this.#text.replace(dashAtEnd, '');
    this.#text = this.#text.replace(gapAtEnd, '') + closing + to;
    return after.slice(closing.length).replace(gapAtStart, '');
  }

  /** Writes a dictated mark, which replaces the marks of the recogniser; see `replace`. */
  punctuate(to: string, rest: string): string {
    const hasGap = isDash.test(to) && /\S[^\S\n\r]+$/u.test(this.#text) && !/^\s/u.test(to);
    const unmarked = this.#text
      .replace(dashAtEnd, '')
      .replace(marksAtEnd, '')
      .replace(gapAtEnd, '');
    const isNoQuestion = /[?!]/u.test(this.#text.slice(unmarked.length)) && !/[?!]/u.test(to);
    const before = isNoQuestion ? unmarked.replace(/[¿¡](?=[^¿¡]*$)/u, '') : unmarked;
    this.#text = before + (hasGap ? ' ' : '') + to;
    this.#dictatedTo = this.#text.length;
    const after = rest.replace(marksOrDashesAtStart, '');
    return /\s$/u.test(to) ? after.replace(gapAtStart, '') : after;
  }

  /** The next word begins a sentence. */
  beginSentence(): void {
    this.#capital = 'due';
  }

  /** The next word goes on with a sentence. */
  continueSentence(): void {
    this.#capital = 'dropped';
  }

  get #endsDictated(): boolean {
    return this.#dictatedTo > 0 && this.#text.trimEnd().length === this.#dictatedTo;
  }

  /** Removes a comma at the end that was not dictated: the recogniser puts one where speech pauses. */
  dropPause(): void {
    if (this.#endsDictated) return;
    this.#text = this.#text.replace(/[,、，،]([^\S\n\r]*)$/u, '$1');
  }

  /** The same mark opens and closes. */
  #quote(rest: string): string {
    const isOpen = this.#text.split('"').length % 2 === 0;
    return isOpen ? this.close('"', rest) : this.open('"', rest);
  }

  /** Some marks open in one language what they close in another. */
  #hasOpen(to: string): boolean {
    const other = { '“': '„', '«': '»', '»': '«', '‹': '›', '›': '‹' }[to];
    if (other === undefined) return true;
    return this.#text.split(other).length > this.#text.split(to).length;
  }

  /** Writes a mark that opens; see `replace`. */
  open(to: string, rest: string): string {
    this.#text += to;
    return rest.replace(marksAndGapAtStart, '');
  }

  /** Writes a mark that closes; see `replace`. */
  close(to: string, rest: string): string {
    const isEnded = endAtEnd.test(this.#text) || this.#endsDictated;
    if (!isEnded && marksAtStart.test(rest)) this.#text = this.#text.replace(commaAtEnd, '');
    this.#text = this.#text.replace(gapAtEnd, '') + to;
    return isEnded ? rest.replace(marksAtStart, '') : rest;
  }

  #write(words: string, to: string, rest: string): string {
    if (hasWord(words)) {
      if (isClosing.test(to) && this.#hasOpen(to)) return this.close(to, rest);
      if (/[“„‚«»‹›([{¿¡「『（【《〈]$/u.test(to)) return this.open(to, rest);
    }
    const isOwnSentence = beforeSentence.test(this.#text);
    const isFirst = isOwnSentence && isCapital(words);
    if (markAtStart.test(to) && hasWord(words)) this.#text = this.#text.replace(marksAtEnd, '');
    if (followsDirectly.test(to) && hasWord(words)) this.#text = this.#text.replace(gapAtEnd, '');
    this.#text += isFirst || this.#capital === 'due' ? withCapital(to) : to;
    this.#capital = 'kept';
    if (/\s$/u.test(to)) return rest.replace(marksAndGapAtStart, '');
    // The replacement has lines of its own, such as a signature. The full stop belonged to the replaced
    // words.
    if (isOwnSentence && /^\s*\n/u.test(to)) return rest.replace(marksAtStart, '');
    return this.#withoutSecondMark(to, rest);
  }

  /** Removes a mark after a replacement that ends with a mark of the same kind. */
  #withoutSecondMark(to: string, rest: string): string {
    // “Inc.” has its full stop already, and “Inc.?” is a question.
    if (/[.。．]$/u.test(to)) return rest.replace(/^[.。．]+/u, '');
    if (endAtEnd.test(to)) return rest.replace(marksAtStart, '');
    if (!commaAtEnd.test(to)) return rest;
    if (!stopAtStart.test(rest)) return rest.replace(marksAtStart, '');
    this.#text = this.#text.replace(commaAtEnd, '');
    return rest;
  }
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const isCapital = (words: string): boolean => /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}]/u.test(words);

/** Adds a capital, except to words with a case of their own, such as `iPhone` or `example.org`. */
function withCapital(text: string): string {
  return hasOwnCase.test(text) ? text : text.replace(firstLetter, (first) => first.toUpperCase());
}
