import { millisecondsOf } from '#core/audio-format.ts';
import type { SessionConfiguration } from '#shared/session-configuration.ts';
import type { Failure } from '#core/streaming/failure.ts';
import type { countedAs } from '#core/streaming/server-message.ts';
import type { Durations } from '#core/streaming/session.ts';
import type { FinishedSession } from '../keeping/keeping.ts';
import type { Account } from './account.ts';

/** What a message that is not acted on is counted under. */
type PassedOver = ReturnType<typeof countedAs>;

/** How often each came; what did not come is not there. */
export type PassedOverCounts = Partial<Record<PassedOver, number>>;

/** Why a session ended: asked to, or by a failure; its number, or 0 where there is none. */
export interface SessionEnd extends PassedOverCounts {
  cause: 'asked' | Failure['cause'];
  code: number;
  durationMs: number;
}

/** What becomes of the sessions, for the log and the store. */
export interface SessionObserver {
  sessionBegan(connectMs: number): void;
  /** The service runs another model than the one that was asked for. */
  sessionRedirected(askedModel: string, ranModel: string): void;
  sessionEnded(end: SessionEnd): void;
  /** Comes after `sessionEnded`, for those that had begun and so are billed. */
  sessionBilled(session: FinishedSession): void;
}

/** Follows one session from the dialling to its end. */
export class SessionLog {
  readonly #observer: SessionObserver;
  readonly #account: Account;
  readonly #dialledAtMs = performance.now();
  readonly #startedAtMs = Date.now();
  #id: string | null = null;
  #configuration: SessionConfiguration | null = null;
  #sentSeconds = 0;
  readonly #passedOver: PassedOverCounts = {};

  constructor(observer: SessionObserver, account: Account) {
    this.#observer = observer;
    this.#account = account;
  }

  began(id: string, configuration: SessionConfiguration | null): void {
    this.#id = id;
    this.#configuration = configuration;
    const asked = this.#account.parameters.model;
    const ran = configuration?.model ?? asked;
    if (ran !== asked) this.#observer.sessionRedirected(asked, ran);
    this.#observer.sessionBegan(Math.round(performance.now() - this.#dialledAtMs));
  }

  sent(samples: number): void {
    this.#sentSeconds += millisecondsOf(samples) / 1_000;
  }

  /** Counts a message that is not acted on. */
  passedOver(kind: PassedOver): void {
    this.#passedOver[kind] = (this.#passedOver[kind] ?? 0) + 1;
  }

  ended(failure: Failure | null, durations: Durations | null): void {
    const durationMs = Math.round(performance.now() - this.#dialledAtMs);
    this.#observer.sessionEnded({
      cause: failure?.cause ?? 'asked',
      code: codeOf(failure),
      durationMs,
      ...this.#passedOver,
    });
    if (this.#id === null) return;
    const { parameters, baseUrl } = this.#account;
    this.#observer.sessionBilled({
      id: this.#id,
      startedAtMs: this.#startedAtMs,
      model: parameters.model,
      configuration: this.#configuration,
      host: new URL(baseUrl).host,
      audioSeconds: durations?.audioSeconds ?? this.#sentSeconds,
      sessionSeconds: durations?.sessionSeconds ?? durationMs / 1_000,
      isEstimated: durations === null,
    });
  }
}

function codeOf(failure: Failure | null): number {
  if (failure === null) return 0;
  if ('code' in failure) return failure.code;
  return 'httpStatus' in failure ? failure.httpStatus : 0;
}
