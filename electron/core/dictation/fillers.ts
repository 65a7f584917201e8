import type { CommandLanguage } from '#shared/voice-commands.ts';
import { readsAs } from './function-words.ts';
import { leadsOn } from './leading-words.ts';
import type { TextLanguages } from './text-languages.ts';
import { TidyWriter } from './tidy-writer.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The sounds of hesitation of each language. “Ah”, “oh” and “hmm” are left out: they have a meaning. */
const fillers: Record<CommandLanguage, ReadonlySet<string>> = {
  en: set('um umm uum uh uhh uuh uhm uhmm uhhm erm ermm eerm er'),
  es: set('ehm ehmm eehm eeh ehh'),
  de: set('äh ähh ääh ähm ähmm äähm aeh aehm öh öhh ööh öhm öhmm ehm uh uhh uhm uhmm'),
  fr: set('euh euhh euuh heu heuu euhm'),
  it: set('ehm ehmm eehm uhm uhmm'),
  pt: set('ãh ããh ãhm ahm ahmm ehm ehmm'),
};

/** Fillers that are a word of another language: German “um acht”, Portuguese “um café”. */
const wordsOf: Partial<Record<CommandLanguage, ReadonlySet<string>>> = {
  de: set('um er'),
  pt: set('um'),
};

/** No comma follows these, and no pronoun. */
const leadsOnInSpanish = (before: string): boolean =>
  /(?<!\p{L})(?:el|la|los|las|un|una|de|del|al|con|por|para|en|a)$/iu.test(before);

/**
 * Words that only fill a pause after a word that goes on, such as an article: “the, like, big one”,
 * “un, este, café”. Both commas are part of it, except with “eh”.
 */
const pauseFillers: Partial<
  Record<CommandLanguage, Readonly<Record<string, (before: string) => boolean>>>
> = {
  en: { like: leadsOn },
  es: { este: leadsOnInSpanish, eh: leadsOnInSpanish },
};

const word = /(?<![\p{L}\p{M}\p{N}_])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_])/gu;

/** “Uh huh” is a yes, “uh oh” a warning. */
const answerAfter = /^uh+[\s-]+(?:huh|oh|uh)\b/iu;
const answerWith = /\buh+[\s-]+uh$/iu;

/** “Umm Kulthum”, “Er Ping”: before another capital it is a name. */
const capitalAfter = /^\s+\p{Lu}\p{Ll}/u;

/** “He said ‘um’”: the sound is what is said about. */
const quoteBefore = /["'“„‚«‹‘»]\s?$/u;
const quoteAfter = /^[.,!?…]*\s?["'”“’»›«]/u;

/**
 * Removes the sounds of hesitation, such as “um”, “ähm” and “euh”, with their punctuation. A word that
 * has a meaning stays: “um” only goes if the text can be neither German nor Portuguese, or reads as
 * English.
 *
 * @param taken words in lower case that stay, because the person has a replacement for them
 * @returns '' if the text has nothing else
 */
export function removeFillers(
  text: string,
  { spoken, possible }: TextLanguages,
  taken: ReadonlySet<string> = new Set(),
): string {
  const writer = new TidyWriter();
  let doneTo = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const plain = found.toLowerCase();
    if (taken.has(plain)) continue;
    const rest = text.slice(index + found.length);
    const before = text.slice(0, index);
    const language = spoken.find(
      (one) => mayFill(one, plain) && isFiller(one, found, before, rest),
    );
    if (language === undefined || !isNoWord(language, found, text, possible)) continue;
    writer.copy(text.slice(doneTo, index));
    doneTo = index;
    if (!writer.canRemove(rest)) continue;
    const left = writer.replace(found, '', rest);
    doneTo = text.length - left.length;
  }
  if (doneTo === 0) return text;
  writer.copy(text.slice(doneTo));
  return /[\p{L}\p{N}\p{S}]/u.test(writer.text) ? writer.text : '';
}

/** Whether a word in lower case fills a pause, at some place of a text. */
const mayFill = (language: CommandLanguage, plain: string): boolean =>
  pauseFillers[language]?.[plain] !== undefined || fillers[language].has(shortened(plain));

/** Whether a word that may fill a pause does so here. */
function isFiller(language: CommandLanguage, found: string, before: string, rest: string): boolean {
  const plain = found.toLowerCase();
  // “ER” and “UM” are abbreviations.
  if (found === found.toUpperCase()) return false;
  if (found !== plain && capitalAfter.test(rest)) return false;
  if (quoteBefore.test(before) && quoteAfter.test(rest)) return false;
  if (answerAfter.test(found + rest) || answerWith.test(before + found)) return false;
  const leads = pauseFillers[language]?.[plain];
  if (leads === undefined) return true;
  const lead = before.replace(/,?\s+$/u, '');
  if (!leads(lead) || !/^,?\s+\p{L}/u.test(rest)) return false;
  return plain === 'eh' || (/,\s+$/u.test(before) && rest.startsWith(','));
}

/** “Ummmm” is “umm”: no word has a letter three times. */
const shortened = (plain: string): string => plain.replace(/(\p{L})\1{2,}/gu, '$1$1');

/** Whether the found filler of a language cannot be a word of another. */
function isNoWord(
  language: CommandLanguage,
  found: string,
  text: string,
  possible: readonly CommandLanguage[],
): boolean {
  const plain = found.toLowerCase();
  const mayBeWord = possible.some((other) => wordsOf[other]?.has(plain) === true);
  return !mayBeWord || readsAs(language, text, found);
}
