import type { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { problem } from '#shared/problem.ts';
import {
  usualRules,
  type Insertion,
  type InsertionRules,
  type Outcome,
  type Target,
} from '../insertion.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import type { UndoableClipboard } from '../undoable-clipboard.ts';
import {
  copyOutcomeSchema,
  focusedSchema,
  insertionAnswerSchema,
  outcomeSchema,
  type InsertionCall,
  type NumberedCall,
} from './messages.ts';
import { TaskQueue } from '../../../task-queue.ts';

/**
 * Main's side of an insertion that runs in a thread of its own, see `serve-insertion.ts`. A thread that
 * ends, or does not answer in time, is replaced at the next call, unless the insertion is disposed. Its text is
 * held, and its clipboard content is lost.
 */
export class InsertionThread implements Insertion {
  readonly #start: () => Worker;
  /** The open calls. Each receives its answer, or `undefined` if none comes. */
  readonly #pending = new Map<number, (answer: unknown) => void>();
  #worker: Worker | null;
  #nextId = 0;
  #isDisposed = false;
  readonly #tasks = new TaskQueue();
  /** What a text replaced is lost with the thread. */
  readonly clipboard: UndoableClipboard = {
    copy: (text) =>
      this.#tasks.run(async () => {
        const outcome = v.safeParse(copyOutcomeSchema, await this.#ask({ name: 'copy', text }));
        return outcome.success ? outcome.output : 'failed';
      }),
    undo: () =>
      this.#tasks.run(
        async () => this.#worker !== null && (await this.#ask({ name: 'undo-copy' })) === true,
      ),
    accept: () =>
      this.#tasks.run(async () => {
        if (this.#worker !== null) await this.#ask({ name: 'accept-copy' });
      }),
  };

  constructor(start: () => Worker) {
    this.#start = () => this.#listenTo(start());
    // Starts early, because the first key must not wait for it.
    this.#worker = this.#start();
  }

  async focused(): Promise<Target | null> {
    const focused = v.safeParse(focusedSchema, await this.#ask({ name: 'focused' }));
    return focused.success ? focused.output : null;
  }

  insert(text: string, target: Target | null, rules = usualRules): Promise<Outcome> {
    // The time of an insertion does not run while it waits for another.
    return this.#tasks.run(() => this.#insert(text, target, rules));
  }

  async dispose(): Promise<void> {
    const disposed =
      this.#worker === null ? null : this.#ask({ name: 'dispose' }, tuning.endTimeoutMs);
    this.#isDisposed = true;
    await disposed;
    await this.#end();
  }

  async #insert(text: string, target: Target | null, rules: InsertionRules): Promise<Outcome> {
    const answer = await this.#ask({ name: 'insert', text, target, rules });
    const outcome = v.safeParse(outcomeSchema, answer);
    return outcome.success
      ? outcome.output
      : { type: 'held', problem: problem('insertion-stopped', {}) };
  }

  #ask(call: InsertionCall, timeoutMs: number = tuning.answerTimeoutMs): Promise<unknown> {
    if (this.#isDisposed) return Promise.resolve(undefined);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = this.#nextId++;
    return new Promise((resolve) => {
      // A held text that still arrives would be inserted twice.
      const answerTimer = setTimeout(() => void this.#end(), timeoutMs);
      this.#pending.set(id, (answer) => {
        clearTimeout(answerTimer);
        resolve(answer);
      });
      worker.postMessage({ id, call } satisfies NumberedCall);
    });
  }

  #listenTo(worker: Worker): Worker {
    worker.on('message', (message: unknown) => {
      const report = v.safeParse(insertionAnswerSchema, message);
      if (report.success) this.#answer(report.output.id, report.output.answer);
    });
    // An exit follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) void this.#end();
    });
    return worker;
  }

  /** Ends the thread, its connection, and everything that it has on the X server. */
  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    // Later calls are for the next thread.
    const unanswered = [...this.#pending.keys()];
    await worker?.terminate();
    for (const id of unanswered) this.#answer(id, undefined);
  }

  #answer(id: number, answer: unknown): void {
    this.#pending.get(id)?.(answer);
    this.#pending.delete(id);
  }
}
