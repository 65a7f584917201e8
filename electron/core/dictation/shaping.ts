import { withoutSentenceCapital } from './function-words.ts';
import { closings, pattern, sentenceEnds } from './punctuation.ts';
import { unspacedScript } from './word-edges.ts';

/**
 * Adapts a text to the text that was inserted before it: adds a space if their scripts have one, and
 * removes the capital of a word that has it only because a sentence begins, if the sentence goes on.
 *
 * @param before the text before the cursor, if the last insertion is likely there; else ''
 */
export function shapeAfter(before: string, text: string): string {
  const seen = before.replace(invisibleAtEnd, '');
  if (text === '' || seen === '' || /\s$/u.test(seen)) return text;
  const continued = beginsSentence(seen) ? text : withoutSentenceCapital(before, text);
  return hasSpaceBetween(seen, text) ? ` ${continued}` : continued;
}

// The lookbehind prevents quadratic time on a long run of invisible characters.
const invisibleAtEnd = /(?<!\p{Cf})\p{Cf}+$/u;
const endsSentence = pattern`[${sentenceEnds}:：][${closings}]*$`;
const endsInPicture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u;

/** Whether the next word may be the first of a sentence: after a picture or in a new quote, too. */
const beginsSentence = (before: string): boolean =>
  endsSentence.test(before) || endsInPicture.test(before) || opensQuoteAtEnd(before);

/** Marks that stand directly after a word. */
const attached = /^[\s.,;:!?…‽)\]}%‰°、。，．：；！？）】》〉」』،؛؟۔।॥།]/u;
const attachedQuote = /^["'“”‘’«»‹›](?=$|[\s.,;:!?…)\]])/u;
const guillemet = /^[«»‹›]\s/u;
const shortForm = /^['’](?:s|t|re|ve|ll|d|m)\b/iu;
const attachedDash = /^(?:[-‐‑]\p{L}|[–—]\S)/u;

/** Marks that stand directly before a word. */
const opens = /[([{„‚¿¡「『（【《〈/\\@#_$£€]$/u;
const opensQuote = /(?:^|[\s([{„‚¿¡—–-])["'“‘«»‹›]$/u;
const joins = /\S[-‐‑–—]$/u;
const elided =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|dall|sull|quest|quell)['’]$/iu;

function hasSpaceBetween(before: string, text: string): boolean {
  if (attached.test(text) || shortForm.test(text)) return false;
  if (attachedQuote.test(text) && !opensSpaced(before, text)) return false;
  if (attachedDash.test(text)) return false;
  if (opens.test(before) || opensQuoteAtEnd(before)) return false;
  if (joins.test(before) || elided.test(before)) return false;
  if (/[、。，．：；！？）】》〉」』]$/u.test(before) || /^[（「『【《〈]/u.test(text))
    return false;
  return !areUnspaced(before, text);
}

/** “« Oui »” is French; in “»halt« sagte er” the same mark ends the quote. */
const opensSpaced = (before: string, text: string): boolean =>
  guillemet.test(text) && !isQuoteOpen(before, text.slice(0, 1));

const opensQuoteAtEnd = (before: string): boolean =>
  opensQuote.test(before) && !isQuoteOpen(before.slice(0, -1), before.slice(-1));

/** Whether a text has a guillemet of the other direction that `mark` has yet to close. */
function isQuoteOpen(text: string, mark: string): boolean {
  const other = { '«': '»', '»': '«', '‹': '›', '›': '‹' }[mark] ?? mark;
  return text.split(other).length > text.split(mark).length;
}

const noSign = /[^\p{L}\p{N}\p{Extended_Pictographic}]/gu;
const unspacedAtEnd = pattern`${unspacedScript.source}$`;
const unspacedAtStart = pattern`^${unspacedScript.source}`;
const digitOrPictureAtEnd = /[\p{Nd}\p{Extended_Pictographic}]$/u;
const digitOrPictureAtStart = /^[\p{Nd}\p{Extended_Pictographic}]/u;

/** Between two such scripts, and between one of them and a digit or a picture, there is no space. */
function areUnspaced(before: string, text: string): boolean {
  const [one, other] = [before.replaceAll(noSign, ''), text.replaceAll(noSign, '')];
  const isUnspaced = unspacedAtStart.test(other);
  if (!unspacedAtEnd.test(one)) return isUnspaced && digitOrPictureAtEnd.test(one);
  return isUnspaced || digitOrPictureAtStart.test(other);
}
