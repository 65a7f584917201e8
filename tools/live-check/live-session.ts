import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientMessage } from '#core/streaming/client-message.ts';
import type { Failure } from '#core/streaming/failure.ts';
import { parseServerMessage, type ServerMessage } from '#core/streaming/server-message.ts';
import { dial, type Connection } from '../../electron/main/socket/dial.ts';

/** The service to be checked. */
export interface Service {
  /** `wss://host[:port]`. */
  baseUrl: string;
  key: string;
  /** Speech, as 16-bit mono PCM at 16 kHz. */
  pcm: Uint8Array;
}

/** How long all sessions were open together: what the check costs. */
export const spent = { ms: 0 };

/** One session by the app's own socket, and everything that came, with its time. */
export class LiveSession {
  readonly messages: { message: ServerMessage; atMs: number }[] = [];
  /** What came that the app passes over, as it came; no more than can be read. */
  readonly others: string[] = [];
  /** How it ended, by itself or because of an Error. */
  failure: Failure | null = null;
  readonly openedAtMs = performance.now();
  readonly #connection: Connection;
  #isClosed = false;

  constructor(url: string, key: string) {
    this.#connection = dial(url, key, (event) => {
      if (event.type === 'disconnected') {
        this.failure ??= event.failure;
        return;
      }
      const parsed = parseServerMessage(event.text);
      if (parsed.kind !== 'used') {
        if (this.others.length < mostOthers) this.others.push(event.text.slice(0, longestOther));
        return;
      }
      const { message } = parsed;
      this.messages.push({ message, atMs: performance.now() });
      if (message.type === 'Error')
        this.failure = { cause: 'error', code: message.error_code, text: message.error };
    });
  }

  send(message: ClientMessage): void {
    this.#connection.sendText(JSON.stringify(message));
  }

  sendFrame(pcm: Uint8Array): void {
    this.#connection.sendBinary(pcm);
  }

  /**
   * Waits for the first message that fits among those from `sinceMs` on.
   *
   * @returns null when it does not come in time, or the session ends before
   */
  async message<T extends ServerMessage['type']>(
    type: T,
    timeoutMs: number,
    fits: (message: Extract<ServerMessage, { type: T }>) => boolean = () => true,
    sinceMs = 0,
  ): Promise<{ message: Extract<ServerMessage, { type: T }>; atMs: number } | null> {
    const isMeant = (message: ServerMessage): message is Extract<ServerMessage, { type: T }> =>
      message.type === type;
    let found: { message: Extract<ServerMessage, { type: T }>; atMs: number } | null = null;
    await until(() => {
      for (const { message, atMs } of this.messages)
        if (found === null && atMs >= sinceMs && isMeant(message) && fits(message))
          found = { message, atMs };
      return found !== null || this.failure !== null;
    }, timeoutMs);
    return found;
  }

  /** Waits for the end that the service makes; null when it makes none. */
  async end(timeoutMs: number): Promise<Failure | null> {
    await until(() => this.failure !== null, timeoutMs);
    return this.failure;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    spent.ms += performance.now() - this.openedAtMs;
    this.#connection.close();
  }
}

const mostOthers = 5;
const longestOther = 200;

const pollMs = 5;

async function until(isSo: () => boolean, timeoutMs: number): Promise<void> {
  const endMs = performance.now() + timeoutMs;
  while (!isSo() && performance.now() < endMs) await sleep(pollMs);
}

/** What a failure was, for the table. */
export function failureSeen(failure: Failure | null): string {
  if (failure === null) return 'no end';
  switch (failure.cause) {
    case 'error':
      return `Error ${failure.code} “${failure.text}”`;
    case 'closed':
      return `close ${failure.code}`;
    case 'refused':
      return `HTTP ${failure.httpStatus}`;
    case 'unavailable':
      return failure.problem.sentence;
    default:
      return failure.cause;
  }
}
