import type { SpeechModel } from '#shared/speech-model.ts';
import type { Failure } from '../failure.ts';
import type { Durations, Session, SessionEffect, SessionEvent } from '../session.ts';
import type { Stretch, Voice } from '../../voice/voice.ts';
import type { Spoken, SpokenTurn } from './spoken.ts';

/**
 * A stretch of sound that becomes text exactly once, over as many sessions as it takes. It is
 * streamed as it is heard; when its end is reached its last words are awaited (settling). Then its
 * session may be kept warm for what is said next (settled), and is ended: only its Termination says
 * that there is nothing more.
 */
export interface Passage {
  /** Growing in order of speech. */
  readonly id: number;
  readonly phase: 'streaming' | 'settling' | 'settled' | 'ending' | 'abandoned' | 'over';
  readonly startSample: number;
  /** One past its last sample; null while it goes on. */
  readonly untilSample: number | null;
  /** One past the newest sample of it that was captured. */
  readonly heardTo: number;
  /** Closed between two attempts. */
  readonly session: Session;
  /** Which model its newest session was asked for. */
  readonly model: SpeechModel;
  /** Attempts that failed since the service last began a session. */
  readonly failedAttempts: number;
  /** When the service will have worked off what it was sent in one go, on the sample clock. */
  readonly caughtUpAt: number;
  /** How often a session was refused because sound came too fast. */
  readonly tooFast: number;
  /** How often no word came back for voice, since the last one did. */
  readonly unanswered: number;
  /** No final has come since the service was asked for one. */
  readonly isAsked: boolean;
  /** It waits for a session until live speech needs none: the account allows no second one. */
  readonly yields: boolean;
  /** Sessions that were asked to end, and broke off before they confirmed it. */
  readonly unconfirmedEnds: number;
  readonly spoken: Spoken;
}

/** What a step looks at beside the passage itself. */
export interface Surroundings {
  voice: Voice;
  /** How often a session is tried before the passage fails. */
  maxAttempts: number;
  /** How long a session is kept after everything is final; 0: not at all. */
  warmMs: number;
  /** Live speech goes on in a newer passage. */
  isLiveElsewhere: boolean;
}

export type PassageEvent =
  | { type: 'captured'; toSample: number }
  /** The passage ends at `sample`, which may be still to come. */
  | { type: 'end-at'; sample: number }
  /**
   * A passage that is kept warm goes on, from a later sample; one that awaits its last words goes on
   * from where it ended.
   */
  | { type: 'go-on'; startSample: number }
  | { type: 'force-endpoint' }
  /** Ends the session if all is final: it is not kept warm any more. */
  | { type: 'release' }
  /** Ends the session, whatever is still to come. */
  | { type: 'abandon' }
  /** Gives the session up for live speech; the rest is sent once that needs none any more. */
  | { type: 'yield' }
  | { type: 'session'; event: SessionEvent }
  /** The socket of its session is being opened, for this model. */
  | { type: 'dialled'; model: SpeechModel }
  /** The other end of the line has answered the newest ping, behind all that it sent before. */
  | { type: 'pong' }
  | { type: 'timeout' };

export type PassageEffect =
  | Exclude<SessionEffect, { type: 'turn' | 'ended' | 'began' }>
  /** Open a socket for the session that begins now. */
  | { type: 'connect' }
  /** Ask the other end of the line for a sign of life; an earlier ping's answer counts no more. */
  | { type: 'ping' }
  | Extract<SessionEffect, { type: 'began' }>
  /**
   * Replaces the passage's one timer; null stops it. Up to `jitterMs` are added at random, so that
   * not all clients come back at the same moment.
   */
  | { type: 'set-timeout'; timeoutMs: number | null; jitterMs?: number }
  | { type: 'turn'; turn: SpokenTurn }
  /** The session was lost; it is tried again by itself. */
  | { type: 'lost'; failure: Failure; failedAttempts: number }
  /** All is final; comes again when a late final adds to it. */
  | { type: 'settled' }
  /** It could not be made text, from `unfinal` on. */
  | { type: 'failed'; failure: Failure; unfinal: Stretch }
  /** One of its sessions is over; `failure` is null when it was asked to end. */
  | { type: 'session-over'; failure: Failure | null; durations: Durations | null };

export type PassageStep = [Passage, PassageEffect[]];

/** The turns of a passage have ids of its own block, so that passages stand in order of speech. */
export const turnsPerPassage = 2 ** 20;

/** Whether it may still have sound to be made text. */
export const isUnsettled = ({ phase }: Passage): boolean =>
  phase === 'streaming' || phase === 'settling' || phase === 'ending';
