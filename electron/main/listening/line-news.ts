import type { Result } from '#shared/result.ts';
import { defaultModel } from '#shared/speech-model.ts';
import type { Problem } from '#shared/status.ts';
import {
  describeFailure,
  describeLoss,
  type Asked,
  type Failure,
} from '#core/streaming/failure.ts';
import type { PassageEffect } from '#core/streaming/passage/passage.ts';
import type { Account } from './account.ts';

/** A line that could not be opened so often in a row is worth a sentence. */
const toldAfterAttempts = 2;

/** What is told of the line to the service: why there is none, and that it is back. */
export class LineNews {
  readonly #account: () => Result<Account>;
  readonly #tell: (problem: Problem | null) => void;
  /** Why no session can be begun is what is shown. */
  #isLossTold = false;
  /** That no words come back is what is shown, until one does. */
  #isSilenceTold = false;

  constructor(account: () => Result<Account>, tell: (problem: Problem | null) => void) {
    this.#account = account;
    this.#tell = tell;
  }

  /** No session will be tried again. */
  failed(failure: Failure): void {
    this.#isLossTold = false;
    this.#tell(describeFailure(failure, this.#asked));
  }

  hear(effect: PassageEffect): void {
    if (effect.type === 'lost') {
      // Most lines that drop are back before a sentence about it is read.
      const isUnanswered = effect.failure.cause === 'unanswered';
      if (effect.failedAttempts < toldAfterAttempts && !isUnanswered) return;
      this.#isLossTold = !isUnanswered;
      this.#isSilenceTold = isUnanswered;
      this.#tell(describeLoss(effect.failure, this.#asked));
    } else if (effect.type === 'began') {
      if (this.#isLossTold) this.#tell(null);
      this.#isLossTold = false;
    } else if (effect.type === 'turn' && this.#isSilenceTold) {
      this.#isSilenceTold = false;
      this.#tell(null);
    }
  }

  /** Nothing is tried any more, so it is not said any more why that failed. */
  rested(): void {
    if (this.#isLossTold) this.#tell(null);
    this.#isLossTold = false;
  }

  get #asked(): Asked {
    const account = this.#account();
    if (!account.ok) return { host: 'AssemblyAI', model: defaultModel };
    const { baseUrl, parameters } = account.value;
    return { host: new URL(baseUrl).host, model: parameters.model };
  }
}
