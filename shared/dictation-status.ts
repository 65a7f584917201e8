import type { DictationOutcome } from './dictation.ts';
import type { Problem } from './problem.ts';

/**
 * What a person can do about an outcome: insert a text that was cancelled, or a command that was refused; insert one in the window that
 * has the focus now; copy it.
 */
export type DictationOffer = 'undo' | 'insert' | 'copy';

/** What a person sees of a dictation, beside the words and what microphone and socket do. */
export type DictationStatus =
  | { phase: 'idle' }
  /** `isLatched`: it goes on until the key is pressed once more. */
  | { phase: 'speaking'; isLatched: boolean }
  /** Its text is awaited. */
  | { phase: 'finishing' }
  /** Its text is on its way to the cursor. */
  | { phase: 'inserting' }
  /** For a moment: what became of it, and a note if there is something to do. */
  | {
      phase: 'done';
      outcome: DictationOutcome;
      note: Problem | null;
      offers: readonly DictationOffer[];
    };
