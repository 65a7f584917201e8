import type { DictationOutcome } from './dictation.ts';
import type { DictationOffer } from './dictation-status.ts';
import type { Problem } from './problem.ts';
import type { Status } from './status.ts';
import type { Turn } from './turn.ts';

/** The words of a dictation: its newest turns, or nothing because the captions show them. */
export type PillWords = { shownIn: 'pill'; turns: readonly Turn[] } | { shownIn: 'captions' };

/** What the pill shows of a dictation. */
export type Pill =
  | { phase: 'hidden' }
  | {
      phase: 'speaking';
      /** What the person does with the key to end it. */
      endsBy: 'release' | 'press';
      escapeCancels: boolean;
      status: Status;
      words: PillWords;
      /** What went wrong while the pill was shown. */
      problem: Problem | null;
    }
  /** The text is awaited. */
  | { phase: 'finishing'; escapeCancels: boolean; words: PillWords; problem: Problem | null }
  /** The text is on its way to the cursor. */
  | { phase: 'inserting'; words: PillWords; problem: Problem | null }
  | {
      phase: 'done';
      outcome: DictationOutcome;
      /** A sentence that says more than the outcome. */
      note: Problem | null;
      offers: readonly DictationOffer[];
      problem: Problem | null;
    }
  /** Nothing could be dictated, or the problem outlasts its dictation. */
  | { phase: 'problem'; problem: Problem };

interface Size {
  width: number;
  height: number;
}

/** Room for the last words and a hint. */
const lineSize: Size = { width: 280, height: 44 };
/** Room for a sentence of four lines, with two buttons beside it. */
const noticeSize: Size = { width: 440, height: 96 };

/** Whether the pill has a sentence to show, which needs more room than the words. */
export function isNotice(pill: Pill): boolean {
  if (pill.phase === 'hidden') return false;
  return pill.problem !== null || (pill.phase === 'done' && pill.note !== null);
}

/** The size of the pill and of its window. */
export const pillSize = (pill: Pill): Size => (isNotice(pill) ? noticeSize : lineSize);
