import * as v from 'valibot';
import {
  helperReportSchema,
  type HelperCall,
  type Command,
  type HelperFailure,
  type HelperReport,
} from '../../../wayland/protocol.ts';
import type { Child, Fork } from '../../processes/child.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { Restarts } from '../../processes/restarts.ts';

/** What the helper can do, or why it cannot work. */
export type HelperState = { hasKeyboard: boolean } | { failure: HelperFailure | 'stopped' };

interface HelperListener {
  /** A program has read or taken the clipboard. */
  reported(report: Extract<HelperReport, { type: 'read' | 'lost' }>): void;
  /** The process has ended, and its clipboard content is lost. */
  ended(): void;
}

/** Main's side of the Wayland helper. A helper that ends is started again. */
export class HelperClient {
  readonly #fork: Fork;
  readonly #listener: HelperListener;
  readonly #restarts = new Restarts();
  readonly #pending = new Map<number, PromiseWithResolvers<unknown>>();
  #child: Child | null = null;
  #state = Promise.withResolvers<HelperState>();
  #nextId = 0;
  #isStarted = false;
  #isDisposed = false;

  constructor(fork: Fork, listener: HelperListener) {
    this.#fork = fork;
    this.#listener = listener;
  }

  /** Starts the helper if that was not done yet. Resolves once it runs, or cannot. */
  state(): Promise<HelperState> {
    if (!this.#isStarted) this.#start();
    return this.#state.promise;
  }

  /** Resolves with the answer, which is not parsed yet. Rejects if none comes. */
  async call(call: HelperCall): Promise<unknown> {
    const state = await this.state();
    if ('failure' in state) throw new Error(`The Wayland helper does not run: ${state.failure}.`);
    const id = this.#nextId++;
    const answer = Promise.withResolvers<unknown>();
    this.#pending.set(id, answer);
    const timer = setTimeout(() => this.#child?.kill(), tuning.answerTimeoutMs);
    this.#child?.post({ id, call } satisfies Command);
    return answer.promise.finally(() => clearTimeout(timer));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#child?.kill();
  }

  #start(): void {
    this.#isStarted = true;
    if (this.#isDisposed) {
      this.#state.resolve({ failure: 'stopped' });
      return;
    }
    const child = this.#fork('wayland');
    this.#child = child;
    child.onMessage((message) => {
      const report = v.safeParse(helperReportSchema, message);
      if (report.success) this.#receive(report.output);
      else child.kill();
    });
    child.onExit(() => this.#end());
  }

  #receive(report: HelperReport): void {
    switch (report.type) {
      case 'ready':
        this.#state.resolve({ hasKeyboard: report.hasKeyboard });
        break;
      case 'failed':
        this.#state.resolve({ failure: report.code });
        break;
      case 'answer':
        this.#pending.get(report.id)?.resolve(report.answer);
        this.#pending.delete(report.id);
        break;
      case 'read':
      case 'lost':
        this.#listener.reported(report);
        break;
    }
  }

  #end(): void {
    this.#child = null;
    const unanswered = [...this.#pending.values()];
    this.#pending.clear();
    if (!this.#isDisposed) {
      const delayMs = this.#restarts.next(performance.now());
      this.#state.resolve({ failure: 'stopped' });
      this.#state = Promise.withResolvers();
      if (delayMs === null) this.#state.resolve({ failure: 'stopped' });
      else setTimeout(() => this.#start(), delayMs);
      this.#listener.ended();
    }
    for (const { reject } of unanswered) reject(new Error('The Wayland helper has ended.'));
  }
}
