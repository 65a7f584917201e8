/** Parts of sentences that several entries share. */
import type { ValueWarning, Expectation } from '../../expectation.ts';

export const chooseAnother = 'Choose another with Change.';

/** Why a file could not be written and what to do about it, as the end of a sentence. */
export const whyNotWritten = ({ why, folder }: { why: 'full' | 'unwritable'; folder: string }) =>
  why === 'full'
    ? `the disk with ${folder} is full: free some space there`
    : `${folder} cannot be written: change that, or name another folder with --user-data-dir`;

/** What a value has to be, to go on after the name of a setting. */
export function expectationWords(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return 'has to be true or false';
    case 'whole-number':
      return `has to be a whole number from ${expected.least} to ${expected.most}`;
    case 'fraction':
      return 'has to be a number from 0 to 1';
    case 'text':
      return `has to be text of at most ${expected.most} characters`;
    case 'color':
      return 'has to be a colour such as #1a2b3c';
    case 'one-of':
      return `has to be one of ${expected.options.join(', ')}`;
    case 'texts':
      return `has to be a list of at most ${expected.most} terms`;
    case 'languages':
      return `has to be a list of at most ${expected.most} languages, or “multi” alone`;
    case 'list':
      return `has to be a list of at most ${expected.most}`;
    case 'other':
      return 'cannot be that';
  }
}

/** What the service makes of a value, to go on after the name of a setting. */
export function warningWords(warning: ValueWarning): string {
  switch (warning.type) {
    case 'brought-into-range':
      return `counts as the nearest value from ${warning.least} to ${warning.most} ms`;
    case 'refused-below':
      return `is known to be refused below ${warning.leastHz} Hz`;
    case 'long-terms-ignored':
      return `holds terms of more than ${warning.most} characters, which are ignored`;
    case 'language-not-sent':
      return `holds a language that ${warning.model} cannot prefer, so it is not sent`;
  }
}

/** More positions than these are counted instead of named. */
const mostNamed = 5;

/** Entries of a list by their positions, from 1. */
export function entryWords(positions: number[]): string {
  if (positions.length > mostNamed) return `${positions.length} entries`;
  const [last, ...rest] = positions.toReversed();
  if (rest.length === 0) return `entry ${last}`;
  return `entries ${rest.toReversed().join(', ')} and ${last}`;
}

export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
