import type { DictationState } from '#shared/dictation.ts';

/** A text with the time at which it is shown, from the beginning of the document's sound. */
export interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

/** One dictation in the form that every format uses. */
export interface ExportedDictation {
  startedAtMs: number;
  app: string | null;
  state: DictationState;
  durationMs: number;
  isPartial: boolean;
  text: string;
  /** From the beginning of this dictation. */
  cues: Cue[];
}
