import type { Problem } from '#shared/status.ts';
import type { Failure } from '../streaming/failure.ts';
import type { Session, SessionEffect, SessionEvent } from '../streaming/session.ts';

/** The microphone as its one owner sees it. */
export type MicrophoneState = 'closed' | 'opening' | 'open' | 'closing';

/**
 * What captions are doing. Stopping goes through three steps, so that the last words are kept:
 * the tail is heard, the final turn is awaited, the session is ended. `isAsked` says whether a
 * person asked for the stop, and so for the text.
 */
export type Captions =
  | { phase: 'off' }
  | { phase: 'on' }
  | { phase: 'tail'; untilSample: number }
  | { phase: 'awaiting-final'; isAsked: boolean }
  | { phase: 'terminating'; isAsked: boolean };

/** The one owner of microphone and socket. Everything else only sends it events. */
export interface Listening {
  captions: Captions;
  /** Somebody looks at the level in the panel; wants the microphone, not the socket. */
  isCheckingLevel: boolean;
  microphone: MicrophoneState;
  /** One past the newest captured sample since the app started. */
  capturedTo: number;
  session: Session;
  /** Captions asked for again while the last ones were still finishing, and maybe stopped again. */
  next: { startSample: number; untilSample: number | null } | null;
}

export type ListeningEvent =
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'toggle' }
  | { type: 'cancel' }
  | { type: 'force-endpoint' }
  | { type: 'check-level'; isOn: boolean }
  | { type: 'captured'; toSample: number }
  /** The microphone is closed: asked for, or because its recording is at its end. */
  | { type: 'microphone-closed' }
  | { type: 'microphone-failed'; problem: Problem }
  | { type: 'session'; event: SessionEvent }
  | { type: 'timeout' };

export type ListeningEffect =
  | { type: 'open-microphone'; startSample: number }
  | { type: 'close-microphone' }
  /** Begin a session whose first sample is `startSample`. */
  | { type: 'connect'; startSample: number }
  | { type: 'session'; effect: SessionEffect }
  /** Replaces the one timer of a stop; null ends it. */
  | { type: 'set-timeout'; timeoutMs: number | null }
  /** Captions begin: what is said from here on belongs together. */
  | { type: 'started' }
  /** Write what is captured from here on to a recording of its own. */
  | { type: 'record' }
  /** The stop that was asked for is complete; comes again when a late final adds to the text. */
  | { type: 'finished' }
  | { type: 'session-failed'; failure: Failure }
  | { type: 'problem'; problem: Problem };
