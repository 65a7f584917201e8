import type { DictationOutcome } from '#shared/dictation.ts';
import type { Problem } from '#shared/problem.ts';
import { without, type Entry } from './entry.ts';
import { idle, type Keying } from './keying.ts';

/** The outcome of the newest dictation, which is shown for a moment. */
export interface Done {
  outcome: DictationOutcome;
  /** False if the end of the text never became final. */
  isComplete: boolean;
  problem: Problem | null;
}

/** All dictations from the key press to their outcome, and the state of the key. */
export interface Lifecycle {
  keying: Keying;
  /** The id of the newest dictation; they count up. */
  newestId: number;
  /** Those without an outcome, in order of speech. */
  entries: readonly Entry[];
  /** The dictation that was not inserted and still can be. */
  undoableId: number | null;
  done: Done | null;
  /** An outcome that the person has to know, and that is shown when a newer one no longer is. */
  missed: Done | null;
  /** The newest text; it can be inserted once more. */
  lastText: string;
}

export const noDictation: Lifecycle = {
  keying: idle,
  newestId: 0,
  entries: [],
  undoableId: null,
  done: null,
  missed: null,
  lastText: '',
};

/** The key or a verb has begun a dictation that has not ended. */
export const isSpeaking = ({ keying }: Lifecycle): boolean => keying.phase !== 'idle';

/** A text is pending or on its way to the cursor, and nothing else is to be shown. */
export const isFinishing = (lifecycle: Lifecycle): boolean =>
  !isSpeaking(lifecycle) && lifecycle.done === null && lifecycle.entries.some(isWanted);

/**
 * Every text that is still to be inserted is on its way to the cursor, where it cannot be cancelled.
 */
export const isInserting = (lifecycle: Lifecycle): boolean =>
  isFinishing(lifecycle) && lifecycle.entries.filter(isWanted).every(isAtCursor);

const isAtCursor = ({ phase }: Entry): boolean => phase === 'inserting' || phase === 'scratching';

const isWanted = (entry: Entry): boolean =>
  isAtCursor(entry) || (entry.phase === 'finishing' && entry.wish === 'insert');

/** A dictation is being spoken or waits for its text. */
export const isInUse = (lifecycle: Lifecycle): boolean =>
  isSpeaking(lifecycle) || lifecycle.entries.some(({ phase }) => phase === 'finishing');

/** Removes cancelled texts that can no longer be undone. They remain in the history. */
export const forgetUndoable = (lifecycle: Lifecycle): Lifecycle => ({
  ...lifecycle,
  undoableId: null,
  entries: lifecycle.entries.filter(({ phase }) => phase !== 'cancelled'),
});

export const withEntry = (lifecycle: Lifecycle, entry: Entry): Lifecycle => ({
  ...lifecycle,
  entries: lifecycle.entries.map((known) => (known.id === entry.id ? entry : known)),
});

export const withoutEntry = (lifecycle: Lifecycle, id: number): Lifecycle => ({
  ...lifecycle,
  entries: without(lifecycle.entries, id),
});
