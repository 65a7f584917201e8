import type { DictationState } from '#shared/dictation.ts';
import type { SoundSource } from '#shared/sound-source.ts';

/** A text with the time at which it is shown, from the beginning of the document's sound. */
export interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

interface Spoken {
  startedAtMs: number;
  durationMs: number;
  text: string;
  /** From the beginning of this entry. */
  cues: Cue[];
}

export interface ExportedDictation extends Spoken {
  type: 'dictation';
  app: string | null;
  state: DictationState;
  isPartial: boolean;
}

export interface ExportedCaptions extends Spoken {
  type: 'captions';
  /** What was heard. */
  source: SoundSource;
}

/** A dictation, or captions, in the form that every format uses. */
export type ExportedEntry = ExportedDictation | ExportedCaptions;
