import { setTimeout as sleep } from 'node:timers/promises';
import { deliveryTuning as tuning } from '../tuning.ts';
import type { Observer } from './owned-selection.ts';

/** Whether the target reads what was put on the clipboard for it. */
export class Reading implements Observer {
  readonly #clients: number[];
  readonly #end = Promise.withResolvers<'lost' | { readAtMs: number }>();
  #lastAskedMs = 0;

  /** @param clients the target, by whom it is to the X server; a clipboard manager is another */
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

  /** When the target had read the text; `lost` or `late` where it had not. */
  async end(timeoutMs: number): Promise<'lost' | 'late' | { readAtMs: number }> {
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), timeoutMs);
    return Promise.race([this.#end.promise, late.promise]).finally(() => clearTimeout(timer));
  }

  /** Resolves when the target has asked for nothing for a while, or will not stop asking. */
  async settled(): Promise<void> {
    const deadlineMs = performance.now() + tuning.settleTimeoutMs;
    for (;;) {
      const quietAtMs = Math.min(this.#lastAskedMs + tuning.settleMs, deadlineMs);
      if (quietAtMs <= performance.now()) return;
      await sleep(quietAtMs - performance.now());
    }
  }
}
