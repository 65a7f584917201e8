import type { Dictated } from '#core/listening/dictation.ts';
import type { UnbilledSession } from '#core/spending/costs.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { Status } from '#shared/status.ts';
import type { FinishedSession } from '../storage/transcript/transcript-store.ts';

/** Captions that a person has stopped, with all of their words. */
export interface FinishedCaptions {
  text: string;
  /** What the text is of, in the order of all sources. */
  sources: readonly SoundSource[];
  /** Their text was reported before, and late words have changed it. */
  isAgain: boolean;
}

/** Events of listening, for the parts that are built later. */
export interface ListeningEvents {
  /** Captions or a dictation begin. */
  starting: [];
  status: [status: Status];
  /** Captions go on after sleep: those that begin next are no start by a person. */
  resuming: [];
  /** Captions are on or off now. */
  captions: [areOn: boolean];
  /** The microphone was opened or closed for the pre-roll. */
  preRolling: [isOn: boolean];
  /** Captions were stopped by a person, and have all of their words. */
  finished: [captions: FinishedCaptions];
  dictationEnded: [id: number];
  dictated: [dictated: Dictated];
  /** All speech is text and stored. */
  settled: [];
  /** The microphone is used again after a recording. */
  device: [];
}

/** Events of one source, for the parts that handle its captions. */
export interface SourceEvents {
  status: [source: SoundSource, status: Status];
  /** The captions of the source have all of their words; again, if late words have changed them. */
  finished: [source: SoundSource, text: string, isAgain: boolean];
  /** The captions of the source were stopped, and no text of them follows. */
  noTextFollows: [source: SoundSource];
  /** A session has begun, and costs money until it is billed. */
  sessionOpened: [session: UnbilledSession];
  sessionBilled: [session: FinishedSession];
}
