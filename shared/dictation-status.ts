import type { DictationOutcome } from './dictation.ts';
import type { Problem } from './problem.ts';

/** What a person sees of a dictation, beside the words and what microphone and socket do. */
export type DictationStatus =
  | { phase: 'idle' }
  /** `isLatched`: it goes on until the key is pressed once more. */
  | { phase: 'speaking'; isLatched: boolean }
  | { phase: 'finishing' }
  /** For a moment: what became of it, and a note if there is something to do. */
  | {
      phase: 'done';
      outcome: DictationOutcome;
      note: Problem | null;
      canUndo: boolean;
      /** The text can be inserted in the window that had the focus before the panel. */
      canInsert?: true;
    };
