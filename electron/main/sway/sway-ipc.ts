import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import * as v from 'valibot';
import {
  configSchema,
  decodeMessage,
  encodeMessage,
  floatingIn,
  focusedIn,
  nodeSchema,
  resultsSchema,
  windowIn,
  type EventName,
  type FloatingWindow,
  type SwayRequest,
  type SwayWindow,
} from './messages.ts';
import { mainTuning } from '../time/tuning.ts';

/** A connection to sway, or to another window manager with the same IPC. */
export class SwayIpc {
  readonly #socket: Socket;
  readonly #waiting: PromiseWithResolvers<unknown>[] = [];
  readonly #listeners = new Set<(event: EventName, value: unknown) => void>();
  #bytes: Buffer = Buffer.alloc(0);
  #isGone = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('error', () => undefined);
    socket.on('close', () => this.#end());
  }

  /** Rejects if nothing answers at the path, the `SWAYSOCK` of the environment. */
  static async open(path: string): Promise<SwayIpc> {
    const socket = connect(path);
    await once(socket, 'connect');
    return new SwayIpc(socket);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Runs commands. Resolves with whether all of them succeeded. */
  async run(...commands: string[]): Promise<boolean> {
    const results = v.parse(resultsSchema, await this.#ask('run', commands.join('; ')));
    return results.every(({ success }) => success);
  }

  /** The window that has the focus; null if none has it. */
  async focused(): Promise<SwayWindow | null> {
    return focusedIn(v.parse(nodeSchema, await this.#ask('tree', '')));
  }

  /** The window with this id; null once it is closed. */
  async window(id: number): Promise<SwayWindow | null> {
    return windowIn(v.parse(nodeSchema, await this.#ask('tree', '')), id);
  }

  /** The windows that float. */
  async floating(): Promise<FloatingWindow[]> {
    return floatingIn(v.parse(nodeSchema, await this.#ask('tree', '')));
  }

  /** The main file of the configuration in use. */
  async config(): Promise<string> {
    return v.parse(configSchema, await this.#ask('config', '')).config;
  }

  /** Calls back with events of these kinds, whose values are not parsed yet. */
  async subscribe(
    events: EventName[],
    listener: (event: EventName, value: unknown) => void,
  ): Promise<void> {
    this.#listeners.add(listener);
    await this.#ask('subscribe', JSON.stringify(events));
  }

  onClose(listener: () => void): void {
    this.#socket.once('close', listener);
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Closes once sway has answered every request. */
  async closeWhenAnswered(): Promise<void> {
    await Promise.allSettled(this.#waiting.map(({ promise }) => promise));
    this.close();
  }

  #ask(request: SwayRequest, payload: string): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    if (this.#isGone) answer.reject(new Error('The window manager has gone.'));
    else {
      this.#waiting.push(answer);
      this.#socket.write(encodeMessage(request, payload));
      const timer = setTimeout(() => this.#socket.destroy(), mainTuning.swayAnswerTimeoutMs);
      const settled = () => clearTimeout(timer);
      answer.promise.then(settled, settled);
    }
    return answer.promise;
  }

  #receive(data: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, data]);
    try {
      for (let next = decodeMessage(this.#bytes); next !== null;) {
        this.#bytes = next.rest;
        const { event, value } = next.received;
        if (event === null) this.#waiting.shift()?.resolve(value);
        else if (event !== 'other') for (const listener of this.#listeners) listener(event, value);
        next = decodeMessage(this.#bytes);
      }
    } catch {
      // The messages after a broken one cannot be found.
      this.#socket.destroy();
    }
  }

  #end(): void {
    this.#isGone = true;
    for (const answer of this.#waiting.splice(0))
      answer.reject(new Error('The window manager has gone.'));
  }
}
