import { closings, dashes, pattern, pauses, sentenceEnds } from './punctuation.ts';

/* Patterns for punctuation at the end of the written text and at the start of the rest. */

/** Spaces within a line. */
const gap = String.raw`[^\S\n\r]*`;
const anyMark = `[${sentenceEnds}${pauses}]`;
const smiley = '[:;][-()DP]';

export const gapAtEnd = pattern`${gap}$`;
export const gapAtStart = pattern`^${gap}`;
/** A hyphen between spaces stands for a dash. */
const dash = String.raw`(?:[${dashes}]|(?<=\s)-(?=\s|$))`;
export const dashAtEnd = pattern`${gap}${dash}${gap}$`;
export const dashAtStart = pattern`^${gap}${dash}`;
export const pauseAtEnd = pattern`(?:${gap}${dash}|[${pauses}])${gap}$`;
export const pauseAtStart = pattern`^${gap}(?:[${pauses}]|${dash})+`;
export const stopAtStart = pattern`^${gap}[${pauses}]*[${sentenceEnds}]`;
export const marksAtEnd = pattern`${anyMark}*${gap}$`;
export const marksAtStart = pattern`^${gap}(?!${smiley})${anyMark}+`;
export const marksOrDashesAtStart = pattern`^(?:${gap}(?:${anyMark}|${dash})+)?`;
export const marksAndGapAtStart = pattern`^(?:${gap}(?:${anyMark}|${dash})+)?${gap}`;
export const commaAtEnd = pattern`[${pauses}]${gap}$`;
export const endAtEnd = pattern`[${sentenceEnds}]${gap}$`;
/** What an item of a list begins with. */
export const bulletAtEnd = /(?:^|[\n\r])\s*[-*•–—]\s$/u;
export const closingOrEndAtStart = pattern`^${gap}(?:$|[\n\r]|[”’»›)\]}」』）】》〉]|["'](?=$|[\s${sentenceEnds}${pauses}]))`;
export const openingAtEnd = pattern`(?:[“„‚«‹(\[{¿¡「『（【《〈]|(?:^|\s)["'‘])$`;
export const isMarks = pattern`^\s*(?!${smiley})${anyMark}+[${closings}]*$`;
export const isDash = /^\s*[–—]\s*$/u;
/** German closes with the guillemets that open in French. */
export const isClosing = pattern`^[${closings}«‹]+$`;
/** Not `.NET` or `:)`. */
export const markAtStart = pattern`^(?!${smiley})${anyMark}+(?![\p{L}\p{N}])`;
export const followsDirectly = pattern`^(?:\s|${markAtStart.source}|[”’»›)\]}」』）】》〉])`;
export const joinedAtEnd = /(?:[\p{L}\p{N}][-‐‑.]|[@#/_])$/u;
export const joinedAtStart = /^(?:[-‐‑.@/_][\p{L}\p{N}]|['’]s(?![\p{L}\p{N}]))/iu;
