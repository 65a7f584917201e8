import type { Result } from '#shared/result.ts';
import { defaultModel } from '#shared/speech-model.ts';
import type { Problem } from '#shared/problem.ts';
import {
  describeFailure,
  describeLoss,
  type Asked,
  type Failure,
} from '#core/assemblyai/failure.ts';
import type { SegmentEffect } from '#core/segments/segment.ts';
import type { ConnectionTarget } from './connection-target.ts';

/** After this many failed attempts in a row the person sees a sentence. */
const shownAfterAttempts = 2;

/** Reports the problems of the connection to the service, and their end. */
export class LineNews {
  readonly #connectionTarget: () => Result<ConnectionTarget>;
  readonly #show: (problem: Problem | null) => void;
  /** The shown problem says why no session can begin. */
  #isLossShown = false;
  /** The shown problem says that no words come back. It ends with the next word. */
  #isSilenceShown = false;

  constructor(
    connectionTarget: () => Result<ConnectionTarget>,
    show: (problem: Problem | null) => void,
  ) {
    this.#connectionTarget = connectionTarget;
    this.#show = show;
  }

  /** A failure that ends all attempts. */
  failed(failure: Failure): void {
    this.#isLossShown = false;
    this.#show(describeFailure(failure, this.#asked));
  }

  hear(effect: SegmentEffect): void {
    if (effect.type === 'lost') {
      // Most dropped connections are back before a person could read a sentence.
      const isUnanswered = effect.failure.cause === 'unanswered';
      if (effect.failedAttempts < shownAfterAttempts && !isUnanswered) return;
      this.#isLossShown = !isUnanswered;
      this.#isSilenceShown = isUnanswered;
      this.#show(describeLoss(effect.failure, this.#asked));
    } else if (effect.type === 'began') {
      if (this.#isLossShown) this.#show(null);
      this.#isLossShown = false;
    } else if (effect.type === 'turn' && this.#isSilenceShown) {
      this.#isSilenceShown = false;
      this.#show(null);
    }
  }

  /** Everything is closed, so a problem of the attempts is over. */
  rested(): void {
    if (this.#isLossShown) this.#show(null);
    this.#isLossShown = false;
  }

  get #asked(): Asked {
    const connectionTarget = this.#connectionTarget();
    if (!connectionTarget.ok) return { host: 'AssemblyAI', model: defaultModel };
    const { baseUrl, parameters } = connectionTarget.value;
    return { host: new URL(baseUrl).host, model: parameters.model };
  }
}
