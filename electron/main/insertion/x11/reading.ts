import { setTimeout as sleep } from 'node:timers/promises';
import { insertionTuning as tuning } from '../tuning.ts';
import type { Observer } from './owned-selection.ts';

/** Notices whether the target reads the text on the clipboard. */
export class Reading implements Observer {
  readonly #clients: number[];
  readonly #end = Promise.withResolvers<'lost' | { readAtMs: number }>();
  #lastAskedMs = 0;

  /** @param clients the X clients of the target; a clipboard manager is another client */
  constructor(clients: number[]) {
    this.#clients = clients;
  }

  asked(client: number): void {
    if (this.#clients.includes(client)) this.#lastAskedMs = performance.now();
  }

  hasRead(client: number): void {
    if (!this.#clients.includes(client)) return;
    this.#lastAskedMs = performance.now();
    this.#end.resolve({ readAtMs: this.#lastAskedMs });
  }

  lost(): void {
    this.#end.resolve('lost');
  }

  /** When the target had read the text; `lost` or `late` if it has not. */
  async end(timeoutMs: number): Promise<'lost' | 'late' | { readAtMs: number }> {
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), timeoutMs);
    return Promise.race([this.#end.promise, late.promise]).finally(() => clearTimeout(timer));
  }

  /** Resolves when the target has asked for nothing for `settleMs`, or does not stop asking. */
  async settled(settleMs: number): Promise<void> {
    const deadlineMs = performance.now() + tuning.settleTimeoutMs;
    for (;;) {
      const quietAtMs = Math.min(this.#lastAskedMs + settleMs, deadlineMs);
      if (quietAtMs <= performance.now()) return;
      await sleep(quietAtMs - performance.now());
    }
  }
}
