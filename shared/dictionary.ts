import type { Problem } from './problem.ts';

/** A line of a file that was not imported, and why. */
export interface LeftOutLine {
  /** The first line is 1. */
  line: number;
  problem: Problem;
}

/** What an import changed. Nothing of the dictionary is removed or overwritten. */
export interface DictionaryImport {
  /** How many were added. */
  terms: number;
  replacements: number;
  /** How many entries of the file the dictionary had already. */
  known: number;
  leftOut: LeftOutLine[];
}
