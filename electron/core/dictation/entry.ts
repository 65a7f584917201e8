/** A dictation that has no outcome yet, or whose cancellation can still be undone. */
export type Entry =
  | { readonly phase: 'speaking'; readonly id: number }
  | FinishingEntry
  /** Its text is on its way to the cursor. */
  | { readonly phase: 'inserting'; readonly id: number }
  /** It asks for the text before it to be removed. Its own text is inserted only if that is refused. */
  | {
      readonly phase: 'scratching';
      readonly id: number;
      readonly text: string;
      readonly isComplete: boolean;
    }
  /** It was cancelled, or its command was refused, and its text is known. */
  | {
      readonly phase: 'cancelled';
      readonly id: number;
      readonly text: string;
      readonly isComplete: boolean;
    };

/** Its recording has ended, and its text is pending. */
export interface FinishingEntry {
  readonly phase: 'finishing';
  readonly id: number;
  /** What becomes of the text: it is inserted, kept in the history only, or dropped. */
  readonly wish: 'insert' | 'cancel' | 'discard';
}

export const without = (entries: readonly Entry[], id: number): readonly Entry[] =>
  entries.filter((entry) => entry.id !== id);
