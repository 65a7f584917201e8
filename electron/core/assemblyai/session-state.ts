import type { SessionConfiguration } from '#shared/session-configuration.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { ClientMessage } from './client-message.ts';
import type { Failure } from './failure.ts';
import type { Pace } from './pace.ts';
import type { PlacedRequest, SessionRequest } from './requests.ts';
import type { ServerMessage, TurnMessage } from './server-message.ts';

/** Sound by sample index: captured up to `capturedTo`, on the wire up to `sentTo`. */
interface Progress {
  firstSample: number;
  capturedTo: number;
  sentTo: number;
  pace: Pace;
  /** Requests that are due after sound which is not sent yet, in order. */
  requests: readonly PlacedRequest[];
}

/**
 * One session with the service over one socket. Sound and requests wait until Begin. Nothing is sent
 * after Terminate.
 */
export type Session =
  | (Progress & { phase: 'connecting' })
  | (Progress & {
      phase: 'open';
      timeline: Timeline;
      /** How many samples may be sent at once. */
      allowance: number;
      /** Sound waits for the pace. A timer sends it if nothing more is captured. */
      isHeldBack: boolean;
    })
  | { phase: 'terminating'; timeline: Timeline }
  | { phase: 'closed' };

export type OpenSession = Extract<Session, { phase: 'open' }>;

export type SessionEvent =
  | { type: 'captured'; toSample: number }
  | { type: 'message'; message: ServerMessage }
  /** `finish` ends the session after all sound, `terminate` at once. */
  | SessionRequest
  /** The session goes on at this sample. Sound between the newest one and it is not sent. */
  | { type: 'skip-to'; sample: number }
  | { type: 'terminate' }
  | { type: 'disconnected'; failure: Failure }
  | { type: 'timeout' };

/** The durations in Termination: the billed time, and the length of the sound. */
export interface Durations {
  sessionSeconds: number;
  audioSeconds: number;
}

export type SessionEffect =
  /** Send samples as one binary frame, with silence after them up to `padToSample`. */
  | { type: 'send-audio'; startSample: number; endSample: number; padToSample: number }
  | { type: 'send'; message: ClientMessage }
  /** ForceEndpoint was sent after all sound before a sample. */
  | { type: 'endpoint-forced'; sample: number }
  | { type: 'disconnect' }
  /** Replaces the session's one timer; null stops it. */
  | { type: 'set-session-timeout'; timeoutMs: number | null }
  /** `id` is the service's id of the session; `expiresAtS` is in Unix seconds. */
  | { type: 'began'; id: string; expiresAtS: number; configuration: SessionConfiguration | null }
  /** `timeline` maps the times in the message to samples. */
  | { type: 'turn'; turn: TurnMessage; timeline: Timeline }
  /** The session is over; `failure` is null if it ended on request. */
  | { type: 'ended'; failure: Failure | null; durations: Durations | null };

export type SessionStep = [Session, SessionEffect[]];
