import { millisecondsOf } from '#core/audio-format.ts';
import { dollarsPerHour } from '#shared/prices.ts';
import type { SessionConfiguration } from '#shared/session-configuration.ts';
import type { Failure } from '#core/assemblyai/failure.ts';
import type { countedAs } from '#core/assemblyai/server-message.ts';
import type { Durations } from '#core/assemblyai/session-state.ts';
import type { UnbilledSession } from '#core/spending/costs.ts';
import type { FinishedSession, TranscriptStore } from '../storage/transcript/transcript-store.ts';
import type { ConnectionTarget } from './connection-target.ts';

/** The kind under which a message that nothing acts on is counted. */
type PassedOver = ReturnType<typeof countedAs>;

/** The count of each kind. Kinds that did not come are absent. */
export type PassedOverCounts = Partial<Record<PassedOver, number>>;

/** Why a session ended: on request or by a failure, with its code, or 0 without one. */
export interface SessionEnd extends PassedOverCounts {
  cause: 'asked' | Failure['cause'];
  code: number;
  durationMs: number;
}

/** The reports about sessions, for the log and the store. */
export interface SessionObserver {
  sessionBegan(connectMs: number): void;
  /** Comes after `sessionBegan`, with the time of Begin: from then on the session costs money. */
  sessionOpened(session: UnbilledSession): void;
  /** The service runs another model than the requested one. */
  sessionRedirected(askedModel: string, ranModel: string): void;
  sessionEnded(end: SessionEnd): void;
  /** Comes after `sessionEnded`, for sessions that had begun and so are billed. */
  sessionBilled(session: FinishedSession): void;
}

/** Reports sessions to an observer, and those that are billed to the store as well. */
export const observingSessions = (
  observer: SessionObserver,
  store: Pick<TranscriptStore, 'session'>,
): SessionObserver => ({
  sessionBegan: (connectMs) => observer.sessionBegan(connectMs),
  sessionOpened: (session) => observer.sessionOpened(session),
  sessionRedirected: (asked, ran) => observer.sessionRedirected(asked, ran),
  sessionEnded: (end) => observer.sessionEnded(end),
  sessionBilled: (session) => {
    store.session(session);
    observer.sessionBilled(session);
  },
});

/** What is known of a session since Begin. */
interface Begun extends Pick<UnbilledSession, 'id' | 'startedAtMs' | 'monotonicStartMs'> {
  configuration: SessionConfiguration | null;
}

/** Observes one session from the dialling to its end. */
export class SessionLog {
  readonly #observer: SessionObserver;
  readonly #connectionTarget: ConnectionTarget;
  readonly #dialledAtMs = performance.now();
  /** Null until Begin. Only then the session costs money. */
  #begun: Begun | null = null;
  #sentSeconds = 0;
  readonly #passedOver: PassedOverCounts = {};

  constructor(observer: SessionObserver, connectionTarget: ConnectionTarget) {
    this.#observer = observer;
    this.#connectionTarget = connectionTarget;
  }

  began(id: string, configuration: SessionConfiguration | null): void {
    const begun = {
      id,
      configuration,
      startedAtMs: Date.now(),
      monotonicStartMs: performance.now(),
    };
    this.#begun = begun;
    const asked = this.#connectionTarget.parameters.model;
    const ran = configuration?.model ?? asked;
    if (ran !== asked) this.#observer.sessionRedirected(asked, ran);
    const { startedAtMs, monotonicStartMs } = begun;
    this.#observer.sessionBegan(Math.round(monotonicStartMs - this.#dialledAtMs));
    this.#observer.sessionOpened({
      ...{ id, startedAtMs, monotonicStartMs },
      dollarsPerHour: dollarsPerHour(asked, configuration),
    });
  }

  sent(samples: number): void {
    this.#sentSeconds += millisecondsOf(samples) / 1_000;
  }

  /** Counts a message that nothing acts on. */
  passedOver(kind: PassedOver): void {
    this.#passedOver[kind] = (this.#passedOver[kind] ?? 0) + 1;
  }

  ended(failure: Failure | null, durations: Durations | null): void {
    const nowMs = performance.now();
    this.#observer.sessionEnded({
      cause: failure?.cause ?? 'asked',
      code: codeOf(failure),
      durationMs: Math.round(nowMs - this.#dialledAtMs),
      ...this.#passedOver,
    });
    if (this.#begun === null) return;
    const { id, configuration, startedAtMs, monotonicStartMs } = this.#begun;
    const { parameters, baseUrl } = this.#connectionTarget;
    this.#observer.sessionBilled({
      ...{ id, startedAtMs, configuration },
      model: parameters.model,
      host: new URL(baseUrl).host,
      audioSeconds: durations?.audioSeconds ?? this.#sentSeconds,
      sessionSeconds: durations?.sessionSeconds ?? Math.round(nowMs - monotonicStartMs) / 1_000,
      isEstimated: durations === null,
    });
  }
}

function codeOf(failure: Failure | null): number {
  if (failure === null) return 0;
  if ('code' in failure) return failure.code;
  return 'httpStatus' in failure ? failure.httpStatus : 0;
}
