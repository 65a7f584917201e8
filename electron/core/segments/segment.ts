import type { SpeechModel } from '#shared/speech-model.ts';
import type { Failure } from '../assemblyai/failure.ts';
import type {
  Durations,
  Session,
  SessionEffect,
  SessionEvent,
} from '../assemblyai/session-state.ts';
import type { Stretch, Voice } from '../voice/voice.ts';
import type { Spoken, SpokenTurn } from './spoken.ts';

/** Where a turn has to end, so that no turn has words of both sides. */
export interface Endpoint {
  /** One past the last sample of the turn. */
  readonly sample: number;
  /** Where the sound of the segment goes on. The sound in between is not sent. */
  readonly nextSample: number;
}

/**
 * A stretch of sound that becomes text exactly once, over as many sessions as that takes. It is streamed
 * as it is captured (`streaming`). After its end it waits for its last words (`settling`). Then its
 * session may stay warm for the next speech (`settled`), and ends (`ending`). Only Termination confirms
 * that there are no more words.
 */
export interface Segment {
  /** Grows in order of speech. */
  readonly id: number;
  readonly phase: 'streaming' | 'settling' | 'settled' | 'ending' | 'abandoned' | 'over';
  readonly startSample: number;
  /** One past its last sample; null while it goes on. */
  readonly untilSample: number | null;
  /** One past its newest captured sample. */
  readonly heardTo: number;
  /** Closed between two attempts. */
  readonly session: Session;
  /** The model of its newest session. */
  readonly model: SpeechModel;
  /** Attempts that failed since the service last began a session. */
  readonly failedAttempts: number;
  /** When the service will have caught up with sound that was sent in one go, on the sample clock. */
  readonly caughtUpAt: number;
  /** How often the service refused a session because it was sent sound too fast. */
  readonly tooFast: number;
  /** How many sessions in a row answered voice with no word. */
  readonly unanswered: number;
  /** The service was asked for a final, and none has arrived since. */
  readonly isAsked: boolean;
  /** The account allows only one session, so it waits for its own until live speech needs none. */
  readonly yields: boolean;
  /** How many sessions were lost after Terminate and before Termination. */
  readonly unconfirmedEnds: number;
  /** Where a turn has to end, in every session; in order. */
  readonly endpoints: readonly Endpoint[];
  readonly spoken: Spoken;
}

/** What a step reads besides the segment itself. */
export interface Surroundings {
  voice: Voice;
  /** How many attempts a session gets before the segment fails. */
  maxAttempts: number;
  /** How long a session stays warm after everything is final; 0: it ends. */
  warmMs: number;
  /** Live speech goes on in a newer segment. */
  isLiveElsewhere: boolean;
}

export type SegmentEvent =
  | { type: 'captured'; toSample: number }
  /** The segment ends at `sample`, which may be in the future. */
  | { type: 'end-at'; sample: number }
  /** A warm segment, or one that waits for its last words, goes on from a later sample, or from its end. */
  | { type: 'go-on'; startSample: number }
  | { type: 'force-endpoint' }
  /** Ends a warm session. */
  | { type: 'release' }
  /** Ends the session and does not wait for words. */
  | { type: 'abandon' }
  /** Gives the session up for live speech. The rest is sent once live speech needs none. */
  | { type: 'yield' }
  | { type: 'session'; event: SessionEvent }
  /** The socket of its session is being opened, for this model. */
  | { type: 'dialled'; model: SpeechModel }
  /** The service has answered the newest ping, and so has sent everything before it. */
  | { type: 'pong' }
  | { type: 'timeout' };

export type SegmentEffect =
  | Exclude<SessionEffect, { type: 'turn' | 'ended' | 'began' | 'endpoint-forced' }>
  /** Open a socket for the session that begins now. */
  | { type: 'connect' }
  /** Send a WebSocket ping. The pong of an earlier ping no longer counts. */
  | { type: 'ping' }
  | Extract<SessionEffect, { type: 'began' }>
  /**
   * Replaces the segment's one timer; null stops it. Up to `jitterMs` are added at random, so that
   * not all clients come back at the same moment.
   */
  | { type: 'set-timeout'; timeoutMs: number | null; jitterMs?: number }
  | { type: 'turn'; turn: SpokenTurn }
  /** The session was lost. A retry follows automatically. */
  | { type: 'lost'; failure: Failure; failedAttempts: number }
  /** All is final. Sent again when a late final adds to it. */
  | { type: 'settled' }
  /** The sound in `unfinal` could not be recognised. */
  | { type: 'failed'; failure: Failure; unfinal: Stretch }
  /** The sound in `unfinal` was not recognised, and is no longer in memory. Its recording has it. */
  | { type: 'dropped'; unfinal: Stretch }
  /** One of its sessions is over; `failure` is null if it ended on request. */
  | { type: 'session-over'; failure: Failure | null; durations: Durations | null };

export type SegmentStep = [Segment, SegmentEffect[]];

/** Each segment has its own block of turn ids, so that ids grow in order of speech. */
export const turnsPerSegment = 2 ** 20;

/** Whether some of its sound may still have no text. */
export const isUnsettled = ({ phase }: Segment): boolean =>
  phase === 'streaming' || phase === 'settling' || phase === 'ending';

/** Passes on the effects of a session that are effects of the segment, too. */
export function ownEffects(effect: SessionEffect): SegmentEffect[] {
  if (effect.type === 'turn' || effect.type === 'endpoint-forced') return [];
  if (effect.type === 'ended') return [{ ...effect, type: 'session-over' }];
  return [effect];
}
