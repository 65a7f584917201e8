import type { DictationOutcome } from './dictation.ts';

/** What a person sees of a dictation, beside the words and what microphone and socket do. */
export type DictationStatus =
  | { phase: 'idle' }
  /** `isLatched`: it goes on until the key is pressed once more. */
  | { phase: 'speaking'; isLatched: boolean }
  | { phase: 'finishing' }
  /** For a moment: what became of it, and a sentence where there is something to do. */
  | {
      phase: 'done';
      outcome: DictationOutcome;
      sentence: string | null;
      canUndo: boolean;
      /** The text can be inserted in the window that had the focus before the panel. */
      canInsert?: true;
    };
