import type { Problem } from '#shared/status.ts';
import type { Failure } from '../streaming/failure.ts';
import type { Dictated, Dictations } from './dictation.ts';
import type { Passage, PassageEffect, PassageEvent } from '../streaming/passage/passage.ts';
import type { Voice } from '../voice/voice.ts';

/** The microphone as its one owner sees it. */
export type MicrophoneState = 'closed' | 'opening' | 'open' | 'closing';

/**
 * Whether the microphone is open while nobody speaks, so that a word begun before the key is whole.
 * One that failed is not opened again by itself, but is once something else was heard with it.
 */
export type PreRoll = 'off' | 'on' | 'failed';

/**
 * What captions are doing; the turns from `firstTurn` on are theirs. A stop hears the tail first, so
 * that the last word is kept; `isAsked` says whether a person asked for it, and `startsAgain` that
 * captions were asked for once more meanwhile.
 */
export type Captions =
  | { phase: 'off' }
  | { phase: 'on'; firstTurn: number }
  | {
      phase: 'tail';
      firstTurn: number;
      untilSample: number;
      /** However long the voice goes on. */
      latestSample: number;
      isAsked: boolean;
      startsAgain: boolean;
    };

/**
 * Captions that have been stopped and wait for their last words. `isAsked` says whether a person
 * asked for the stop, and so for the text.
 */
export interface Finishing {
  firstTurn: number;
  lastPassage: number;
  isAsked: boolean;
}

/** Captions whose text was handed over; `hasChanged` says whether it has since. */
export interface Finished {
  firstTurn: number;
  lastPassage: number;
  hasChanged: boolean;
}

/** What listening is told once. */
export interface ListeningOptions {
  /** How often a session is tried before it is given up. */
  maxAttempts: number;
  /** How long a session is kept after a stop, so that the next start is at once; 0: not at all. */
  warmMs: number;
}

/** The one owner of microphone and sockets. Everything else only sends it events. */
export interface Listening {
  options: ListeningOptions;
  captions: Captions;
  finishing: readonly Finishing[];
  /** The newest of them whose text was handed over; a late final has it handed over again. */
  finished: Finished | null;
  /** The first turn of captions that a close has ended, as before sleep; they may go on. */
  pausedFrom: number | null;
  /** Somebody looks at the level in the panel; wants the microphone, not a socket. */
  isCheckingLevel: boolean;
  dictations: Dictations;
  preRoll: PreRoll;
  microphone: MicrophoneState;
  /** What the open microphone hears is written to disk, until it is closed. */
  isRecording: boolean;
  /** Nobody has spoken for what was captured from here on, and it was captured without a gap. */
  unclaimedFrom: number;
  /** One past the newest captured sample since the app started. */
  capturedTo: number;
  voice: Voice;
  /** In order of speech; those that are over are gone. */
  passages: readonly Passage[];
  nextPassage: number;
  /** The newest passage hands over to another session at the next pause. */
  isHandingOver: boolean;
  /** Until the next start no session is kept warm. */
  isClosing: boolean;
}

export type ListeningEvent =
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'toggle' }
  | { type: 'cancel' }
  /** A stop that nobody asked for, after which nothing stays open: for sleep, or the app's end. */
  | { type: 'close' }
  /** The machine is awake: captions that a close has ended begin again, with the text they had. */
  | { type: 'go-on' }
  | { type: 'force-endpoint' }
  /** Somebody begins to speak for a text of its own; captions go on beside it. */
  | { type: 'dictate'; id: number }
  /** The dictation that is spoken ends here. */
  | { type: 'end-dictation' }
  | { type: 'dictation-timeout'; id: number }
  | { type: 'check-level'; isOn: boolean }
  /** Ends with `close`, too. */
  | { type: 'pre-roll'; isOn: boolean }
  /** `levels` are the root mean squares of each 25 ms of the new sound, 0 to 1 of full scale. */
  | { type: 'captured'; toSample: number; levels: readonly number[] }
  /** The microphone is closed: asked for, or because its recording is at its end. */
  | { type: 'microphone-closed' }
  | { type: 'microphone-failed'; problem: Problem }
  | { type: 'passage'; id: number; event: PassageEvent }
  /** The session is about to expire, or has settings that are no longer wanted. */
  | { type: 'renew-session' }
  | { type: 'timeout' };

export type ListeningEffect =
  | { type: 'open-microphone'; startSample: number }
  | { type: 'close-microphone' }
  | { type: 'passage'; id: number; effect: PassageEffect }
  /** Replaces the one timer of a tail; null ends it. */
  | { type: 'set-timeout'; timeoutMs: number | null }
  /** Captions or a dictation begin. */
  | { type: 'started' }
  /** Write what is captured from a sample on to a recording of its own; it may be heard already. */
  | { type: 'record'; startSample: number }
  /** The text from a turn to the end of a passage is complete; comes again with a late final. */
  | { type: 'finished'; firstTurn: number; lastPassage: number }
  /** Replaces the one timer of a dictation; null ends it. */
  | { type: 'set-dictation-timeout'; id: number; timeoutMs: number | null }
  /** Nobody is heard for it any more: asked for, or because the microphone or the line ended. */
  | { type: 'dictation-ended'; id: number }
  | { type: 'dictated'; dictated: Dictated }
  | { type: 'session-failed'; failure: Failure }
  | { type: 'problem'; problem: Problem };
