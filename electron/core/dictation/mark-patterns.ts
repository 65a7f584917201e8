import { closings, dashes, pauses, sentenceEnds } from './punctuation.ts';

/* Patterns for punctuation at the end of the written text and at the start of the rest. */

/** Spaces within a line. */
const gap = String.raw`[^\S\n\r]*`;
const anyMark = `[${sentenceEnds}${pauses}]`;

export const gapAtEnd = new RegExp(`${gap}$`, 'u');
export const gapAtStart = new RegExp(`^${gap}`, 'u');
/** A hyphen between spaces stands for a dash. */
const dash = String.raw`(?:[${dashes}]|(?<=\s)-(?=\s|$))`;
export const dashAtEnd = new RegExp(`${gap}${dash}${gap}$`, 'u');
export const dashAtStart = new RegExp(`^${gap}${dash}`, 'u');
export const pauseAtEnd = new RegExp(`(?:${gap}${dash}|[${pauses}])${gap}$`, 'u');
export const pauseAtStart = new RegExp(`^${gap}(?:[${pauses}]|${dash})+`, 'u');
export const stopAtStart = new RegExp(`^${gap}[${pauses}]*[${sentenceEnds}]`, 'u');
export const marksAtEnd = new RegExp(`${anyMark}*${gap}$`, 'u');
export const marksAtStart = new RegExp(`^${gap}${anyMark}+`, 'u');
export const marksOrDashesAtStart = new RegExp(`^(?:${gap}(?:${anyMark}|${dash})+)?`, 'u');
export const marksAndGapAtStart = new RegExp(`^(?:${gap}(?:${anyMark}|${dash})+)?${gap}`, 'u');
export const commaAtEnd = new RegExp(`[${pauses}]${gap}$`, 'u');
export const endAtEnd = new RegExp(`[${sentenceEnds}]${gap}$`, 'u');
/** What an item of a list begins with. */
export const bulletAtEnd = /(?:^|[\n\r])\s*[-*•–—]\s$/u;
export const closingOrEndAtStart = new RegExp(
  String.raw`^${gap}(?:$|[\n\r]|[”’»›)\]}」』）】》〉]|["'](?=$|[\s${sentenceEnds}${pauses}]))`,
  'u',
);
export const openingAtEnd = new RegExp(
  String.raw`(?:[“„‚«‹(\[{¿¡「『（【《〈]|(?:^|\s)["'‘])$`,
  'u',
);
const smiley = '[:;][-()DP]';
export const isMarks = new RegExp(String.raw`^\s*(?!${smiley})${anyMark}+[${closings}]*$`, 'u');
export const isDash = /^\s*[–—]\s*$/u;
export const isClosing = new RegExp(`^[${closings}]+$`, 'u');
/** Not `.NET` or `:)`. */
export const markAtStart = new RegExp(String.raw`^(?!${smiley})${anyMark}+(?![\p{L}\p{N}])`, 'u');
export const followsDirectly = new RegExp(
  String.raw`^(?:\s|${markAtStart.source.slice(1)}|[”’»›)\]}」』）】》〉])`,
  'u',
);
export const joinedAtEnd = /(?:[\p{L}\p{N}][-‐‑.]|[@#/_])$/u;
export const joinedAtStart = /^(?:[-‐‑.@/_][\p{L}\p{N}]|['’]s(?![\p{L}\p{N}]))/iu;
