import type { Problem } from '#shared/problem.ts';
import type { Failure } from '../assemblyai/failure.ts';
import type { Dictated, Dictation, Dictations } from './dictation.ts';
import type { Segment, SegmentEffect, SegmentEvent } from '../segments/segment.ts';
import type { Voice } from '../voice/voice.ts';

/** The state of the microphone. */
export type MicrophoneState = 'closed' | 'opening' | 'open' | 'closing';

/**
 * Whether the microphone stays open between dictations, so that a word which begins before the key
 * press is complete. After a failure it does not reopen automatically; the next captions or dictation
 * that receive sound switch it on again.
 */
export type PreRoll = 'off' | 'on' | 'failed';

/**
 * The state of captions. Their turns begin with `firstTurn`. A stop records the tail first, so that the
 * last word is complete. `isAsked`: a person asked for the stop. `startsAgain`: captions were requested
 * again during the tail.
 */
export type Captions =
  | { phase: 'off' }
  | { phase: 'on'; firstTurn: number }
  | {
      phase: 'tail';
      firstTurn: number;
      untilSample: number;
      /** The tail ends here even if the voice goes on. */
      latestSample: number;
      isAsked: boolean;
      startsAgain: boolean;
    };

/**
 * Captions that were stopped and wait for their last words. `isAsked`: a person asked for the stop,
 * and so for the text.
 */
export interface Finishing {
  firstTurn: number;
  lastSegment: number;
  isAsked: boolean;
}

/** Captions whose text was reported. `hasChanged`: the text has changed since then. */
export interface Finished {
  firstTurn: number;
  lastSegment: number;
  hasChanged: boolean;
}

/**
 * Captions without words, from a sample on. `warnedAt` is where the person was warned that they will stop;
 * null before that.
 */
export interface Quiet {
  fromSample: number;
  warnedAt: number | null;
}

/** What follows from the settings. The listening controller reads it for each event, because they change. */
export interface ListeningOptions {
  /** How many attempts a session gets before the segment fails. */
  maxAttempts: number;
  /** How long a session stays open after a stop, so that the next start needs no handshake. 0: closes. */
  warmMs: number;
  /** Captions stop after so long without a word; null: never. */
  quietMs?: number | null;
}

/**
 * The state of the microphone and of all sessions. Only `stepListening` changes it, on events.
 *
 * The booleans are no phases: a microphone that opens, is open or closes can be recorded or not, and
 * captions can stay paused while a dictation runs.
 */
export interface Listening {
  options: ListeningOptions;
  captions: Captions;
  /** Since when captions have no words. */
  quiet: Quiet;
  finishing: readonly Finishing[];
  /** The newest captions whose text was reported. A late final reports it again. */
  finished: Finished | null;
  /** The first turn of captions that a `close` ended, for example before sleep; they can resume. */
  pausedFrom: number | null;
  /** The panel shows the level: the microphone is open, without recording or session. */
  isCheckingLevel: boolean;
  dictations: Dictations;
  preRoll: PreRoll;
  microphone: MicrophoneState;
  /** Captured sound is written to disk, until the microphone is closed. Never true while it is closed. */
  isRecording: boolean;
  /** Sound from this sample on has no gap and belongs to no captions or dictation yet. */
  freeFrom: number;
  /** One past the newest captured sample since the app started. */
  capturedTo: number;
  voice: Voice;
  /** In order of speech, without those that are over. */
  segments: readonly Segment[];
  nextSegment: number;
  /** At the next pause the newest segment ends and another one follows, in a new session. */
  isHandingOver: boolean;
  /** Where a turn should have ended that still waits for a pause; null if no turn waits. */
  endsTurnFrom: number | null;
  /** No session stays warm, until captions or a dictation start. */
  isClosing: boolean;
}

export type ListeningEvent =
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'toggle' }
  /** Stops captions without reporting their text: they go on with another source. */
  | { type: 'end-captions' }
  | { type: 'cancel' }
  /** Stops everything before sleep or quit. No text is reported, and nothing stays open. */
  | { type: 'close' }
  /** The machine woke up: captions that a `close` ended resume and keep their text. */
  | { type: 'go-on' }
  | { type: 'force-endpoint' }
  /** Begins a dictation. Captions go on. `isApart`: it needs another session than what was said before. */
  | { type: 'dictate'; id: number; isApart?: boolean }
  /** Ends the dictation that is being spoken. */
  | { type: 'end-dictation' }
  | { type: 'dictation-timeout'; id: number }
  | { type: 'check-level'; isOn: boolean }
  /** `close` switches it off, too. */
  | { type: 'pre-roll'; isOn: boolean }
  /** `levels` are the root mean squares of each 25 ms of the new sound, 0 to 1 of full scale. */
  | { type: 'captured'; toSample: number; levels: readonly number[] }
  /** The microphone is closed, on request or because a played recording has ended. */
  | { type: 'microphone-closed' }
  | { type: 'microphone-failed'; problem: Problem }
  | { type: 'segment'; id: number; event: SegmentEvent }
  /** The session expires soon, or the settings have changed. */
  | { type: 'renew-session' }
  | { type: 'timeout' };

export type ListeningEffect =
  | { type: 'open-microphone'; startSample: number }
  | { type: 'close-microphone' }
  | { type: 'segment'; id: number; effect: SegmentEffect }
  /** Replaces the one timer of a tail; null ends it. */
  | { type: 'set-timeout'; timeoutMs: number | null }
  /** Captions or a dictation begin. */
  | { type: 'started' }
  /** Start a recording at a sample. Some of its sound may be captured already. */
  | { type: 'record'; startSample: number }
  /**
   * The text from a turn to the end of a segment is complete. `isAgain`: it was before, and a late final has
   * changed it.
   */
  | { type: 'finished'; firstTurn: number; lastSegment: number; isAgain: boolean }
  /** A person stopped captions during a dictation, which keeps their session. No text of them follows. */
  | { type: 'no-text-follows' }
  /** Replaces the one timer of a dictation; null ends it. */
  | { type: 'set-dictation-timeout'; id: number; timeoutMs: number | null }
  /** It is no longer recorded: on request, or because the microphone or the session ended. */
  | { type: 'dictation-ended'; id: number }
  | { type: 'dictated'; dictated: Dictated }
  /** Captions will soon stop because nobody speaks, will not after all, or have stopped. */
  | { type: 'quiet'; outcome: 'stops-soon' | 'goes-on' | 'stopped'; minutes: number }
  | { type: 'session-failed'; failure: Failure }
  | { type: 'problem'; problem: Problem };

/** Replaces the dictation with the same id. */
export const withDictation = (listening: Listening, dictation: Dictation): Listening => ({
  ...listening,
  dictations: {
    ...listening.dictations,
    all: listening.dictations.all.map((known) => (known.id === dictation.id ? dictation : known)),
  },
});
