import { isSameStatus } from '#core/listening/status.ts';
import type { Status } from '#shared/status.ts';
import type { Words } from './words.ts';

interface Parts {
  /** The current status. */
  status: () => Status;
  words: Pick<Words, 'whenKept'>;
  onStatus: (status: Status) => void;
}

/** Reports each change of the status once. */
export class StatusReport {
  readonly #parts: Parts;
  #reported: Status;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#reported = parts.status();
  }

  /** Reports a change. Idle waits for the last words, because it would delay them by a frame. */
  update(): void {
    const status = this.#parts.status();
    if (isSameStatus(status, this.#reported)) return;
    if (status.phase === 'idle') this.#parts.words.whenKept(() => this.#report());
    else this.#report();
  }

  #report(): void {
    const status = this.#parts.status();
    if (isSameStatus(status, this.#reported)) return;
    this.#reported = status;
    this.#parts.onStatus(status);
  }
}
