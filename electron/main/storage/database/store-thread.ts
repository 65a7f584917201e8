import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { problem, type Problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import {
  calls,
  storeMessageSchema,
  type CallAnswer,
  type CallArguments,
  type CallName,
  type StoreCall,
} from './messages.ts';
import { mainTuning } from '../../time/tuning.ts';

/** Starts the store's thread, `worker.ts`, with this as its `workerData`. */
export type StartStoreWorker = (workerData: { path: string; runId: string }) => Worker;

const stopped = failed(problem('store-stopped', {}));
const tooSlow = failed(problem('store-slow', {}));
const misunderstood = failed(problem('store-unreadable-answer', {}));

/** The store's thread and the calls to it. A call that gets no answer in time fails. */
export class StoreThread {
  readonly #worker: Worker;
  /**
   * Resolves once the thread carries out calls, has ended or has had its time to start. Only then the time
   * of a call begins.
   */
  readonly #started: Promise<void>;
  #endStart: () => void = () => undefined;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #nextId = 0;
  #hasStopped = false;

  /**
   * @param path of the database file
   * @param notice called with problems that do not stop calls: a damaged file was set aside, or the file
   * was removed
   */
  constructor(start: StartStoreWorker, path: string, notice: (problem: Problem) => void) {
    this.#worker = start({ path, runId: randomUUID() });
    this.#started = new Promise((resolve) => {
      const timer = setTimeout(resolve, mainTuning.storeStartTimeoutMs);
      this.#endStart = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#worker.on('message', (message: unknown) => this.#receive(message, notice));
    // An exit follows.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => this.#stop());
  }

  /**
   * Carries out all earlier calls, closes the file, and waits until the thread has ended. Node can crash
   * if it terminates a thread inside SQLite, so this terminates only one that does not answer in time.
   */
  async close(): Promise<void> {
    const closed = await this.call('close');
    if (!closed.ok) await this.#worker.terminate();
    else if (!this.#hasStopped) await once(this.#worker, 'exit');
  }

  async call<N extends CallName>(
    name: N,
    ...args: CallArguments<N>
  ): Promise<Result<CallAnswer<N>>> {
    const result = await this.#ask(name, args);
    if (!result.ok) return result;
    const schema: v.GenericSchema<unknown, CallAnswer<N>> = calls[name].answer;
    const answer = v.safeParse(schema, result.value);
    return answer.success ? ok(answer.output) : misunderstood;
  }

  #ask(name: CallName, args: unknown[]): Promise<Result<unknown>> {
    if (this.#hasStopped) return Promise.resolve(stopped);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      let answerTimer: NodeJS.Timeout | undefined;
      void this.#started.then(() => {
        if (!this.#pending.has(id)) return;
        answerTimer = setTimeout(() => this.#answer(id, tooSlow), mainTuning.storeTimeoutMs);
      });
      this.#pending.set(id, (result) => {
        clearTimeout(answerTimer);
        resolve(result);
      });
      this.#worker.postMessage({ id, name, args } satisfies StoreCall);
    });
  }

  #receive(message: unknown, notice: (problem: Problem) => void): void {
    const report = v.safeParse(storeMessageSchema, message);
    // The time-out answers a call whose report cannot be read.
    if (!report.success) return;
    switch (report.output.type) {
      case 'ready':
        this.#endStart();
        break;
      case 'notice':
        notice(report.output.problem);
        break;
      case 'answer':
        this.#answer(report.output.id, report.output.result);
        break;
    }
  }

  #answer(id: number, result: Result<unknown>): void {
    this.#pending.get(id)?.(result);
    this.#pending.delete(id);
  }

  #stop(): void {
    this.#hasStopped = true;
    this.#endStart();
    for (const id of this.#pending.keys()) this.#answer(id, stopped);
  }
}
