import type { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Delivery, Outcome, Target } from '../delivery.ts';
import { deliveryTuning as tuning } from '../tuning.ts';
import { focusedSchema, outcomeSchema, reportSchema, type Call, type Request } from './messages.ts';
import { deliveryStopped } from './problems.ts';

/** Starts the delivery's thread, `worker.ts`, with this as its `workerData`. */
export type StartX11Worker = (workerData: { display: string }) => Worker;

/**
 * Pastes on X11 from a thread of its own, see `worker.ts`. A thread that ends, or does not answer
 * in time, is replaced at the next call: what it was asked for is held, and what it had on the
 * clipboard is gone with it.
 */
export class X11Thread implements Delivery {
  readonly #start: () => Worker;
  /** Each is given its answer, or `undefined` where none comes. */
  readonly #pending = new Map<number, (answer: unknown) => void>();
  #worker: Worker | null;
  #nextId = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param display such as `:0`; connected to when it is first needed */
  constructor(start: StartX11Worker, display: string) {
    this.#start = () => this.#listenTo(start({ display }));
    // Ahead of need: the first key must not wait for it.
    this.#worker = this.#start();
  }

  async focused(): Promise<Target | null> {
    const focused = v.safeParse(focusedSchema, await this.#ask({ name: 'focused' }));
    return focused.success ? focused.output : null;
  }

  deliver(text: string, target: Target | null): Promise<Outcome> {
    // The time of one does not run while it waits for another.
    const outcome = this.#last.then(() => this.#deliver(text, target));
    this.#last = outcome;
    return outcome;
  }

  async dispose(): Promise<void> {
    if (this.#worker === null) return;
    await this.#ask({ name: 'dispose' }, tuning.endTimeoutMs);
    await this.#end();
  }

  async #deliver(text: string, target: Target | null): Promise<Outcome> {
    const answer = await this.#ask({ name: 'deliver', text, target });
    const outcome = v.safeParse(outcomeSchema, answer);
    return outcome.success ? outcome.output : { type: 'held', problem: deliveryStopped };
  }

  #ask(call: Call, timeoutMs: number = tuning.answerTimeoutMs): Promise<unknown> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = this.#nextId++;
    return new Promise((resolve) => {
      // A text that still came after it is called held would be there twice.
      const timeout = setTimeout(() => void this.#end(), timeoutMs);
      this.#pending.set(id, (answer) => {
        clearTimeout(timeout);
        resolve(answer);
      });
      worker.postMessage({ id, call } satisfies Request);
    });
  }

  #listenTo(worker: Worker): Worker {
    worker.on('message', (message: unknown) => {
      const report = v.safeParse(reportSchema, message);
      if (report.success) this.#answer(report.output.id, report.output.answer);
    });
    // An exit follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) void this.#end();
    });
    return worker;
  }

  /** Its connection ends with it, and so does whatever it has of the X server. */
  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    // What is asked from here on is for the next one.
    const unanswered = [...this.#pending.keys()];
    await worker?.terminate();
    for (const id of unanswered) this.#answer(id, undefined);
  }

  #answer(id: number, answer: unknown): void {
    this.#pending.get(id)?.(answer);
    this.#pending.delete(id);
  }
}
