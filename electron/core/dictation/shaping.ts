import { isSentenceCapital } from './function-words.ts';
import { closings, sentenceEnds } from './punctuation.ts';
import { unspacedScript } from './word-edges.ts';

/**
 * A text as it follows what was inserted at the same place before: with a space between the two where
 * their scripts have one, and with a small letter where a sentence goes on with a word that only its
 * beginning gives a capital.
 *
 * @param before what was inserted last, if it can be taken to stand before the cursor; else ''
 */
export function shapeAfter(before: string, text: string): string {
  const seen = before.replaceAll(/\p{Cf}+$/gu, '');
  if (seen === '' || /\s$/u.test(seen)) return text;
  const isCapital = !endsSentence.test(seen) && isSentenceCapital(before, text);
  const continued = isCapital ? uncapitalized(text) : text;
  return hasSpaceBetween(seen, text) ? ` ${continued}` : continued;
}

const endsSentence = new RegExp(`[${sentenceEnds}:：][${closings}]*$`, 'u');

/** Marks that stand directly behind a word. */
const attached = /^[\s.,;:!?…‽)\]}%‰°、。，．：；！？）】》〉」』،؛؟۔।॥།]/u;
const attachedQuote = /^["'“”‘’«»‹›](?=$|[\s.,;:!?…)\]])/u;
const shortForm = /^['’](?:s|t|re|ve|ll|d|m)\b/iu;
const attachedDash = /^(?:[-‐‑]\p{L}|[–—]\S)/u;

/** Marks that stand directly before a word. */
const opens = /[([{„‚¿¡「『（【《〈/\\@#_$£€]$/u;
const opensQuote = /(?:^|[\s([{„‚¿¡—–-])["'“‘«»‹›]$/u;
const joins = /\S[-‐‑–—]$/u;
const elided =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|dall|sull|quest|quell)['’]$/iu;

function hasSpaceBetween(before: string, text: string): boolean {
  if (attached.test(text) || attachedQuote.test(text) || shortForm.test(text)) return false;
  if (attachedDash.test(text)) return false;
  if (opens.test(before) || opensQuote.test(before) || joins.test(before) || elided.test(before))
    return false;
  if (/[、。，．：；！？）】》〉」』]$/u.test(before) || /^[（「『【《〈]/u.test(text))
    return false;
  return !areUnspaced(lastSign(before), firstSign(text));
}

/** Between two such scripts, and between one of them and a digit or a picture, there is no space. */
function areUnspaced(before: string, after: string): boolean {
  const [isBefore, isAfter] = [unspacedScript.test(before), unspacedScript.test(after)];
  if (isBefore && isAfter) return true;
  const other = isBefore ? after : before;
  return (
    (isBefore || isAfter) && /^[\p{Nd}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u.test(other)
  );
}

const isSign = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu;

const lastSign = (text: string): string => text.match(isSign)?.at(-1) ?? '';
const firstSign = (text: string): string => text.match(isSign)?.[0] ?? '';

function uncapitalized(text: string): string {
  const [first = ''] = text;
  return first.toLowerCase() + text.slice(first.length);
}
