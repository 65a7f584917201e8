import type { Dictated } from '#core/listening/dictation.ts';
import type { UnbilledSession } from '#core/spending/costs.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { Status } from '#shared/status.ts';
import type { FinishedSession } from '../storage/transcript/transcript-store.ts';

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
  /** Captions of these sources were stopped. `text` has all of their words. */
  finished: [text: string, sources: readonly SoundSource[]];
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
  /** The captions of the source have all of their words. */
  finished: [source: SoundSource, text: string];
  /** A session has begun, and costs money until it is billed. */
  sessionOpened: [session: UnbilledSession];
  sessionBilled: [session: FinishedSession];
}
