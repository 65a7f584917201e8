import type { DictationState } from '#shared/dictation.ts';

/** A text with the time it is shown, from the beginning of the document's sound. */
export interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

/** One dictation, as every format has it. */
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
