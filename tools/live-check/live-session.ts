import { setTimeout as sleep } from 'node:timers/promises';
import { sentenceOf } from '#shared/messages/index.ts';
import { bytesPerSample, samplesIn } from '#core/audio-format.ts';
import type { ClientMessage } from '#core/assemblyai/client-message.ts';
import type { Failure } from '#core/assemblyai/failure.ts';
import {
  parseServerMessage,
  type ServerMessage,
  type TurnMessage,
} from '#core/assemblyai/server-message.ts';
import { tuning } from '#core/tuning.ts';
import type { Recording } from '../../electron/demo-server/recording.ts';
import { dial, type Connection } from '../../electron/main/connection/dial.ts';

/** The service to check. */
export interface Service {
  /** `wss://host[:port]`. */
  baseUrl: string;
  key: string;
  /** The sound to send, and the times of its words. */
  recording: Recording;
  /** Other addresses that must accept the key, by name. */
  regions: Record<string, string>;
  /** How much faster than real time the check sends sound and waits; 1 for the real service. */
  speed: number;
  /** A factor for all time limits; 1 for the real service, more in tests on a busy machine. */
  patience: number;
}

/** Sends a part of the recording in frames, in real time, as a microphone would. */
export async function speak(
  session: LiveSession,
  { recording, speed }: Service,
  fromMs: number,
  toMs: number,
): Promise<void> {
  const startMs = performance.now();
  for (const frame of framesOf(recording, fromMs, toMs)) {
    session.sendFrame(frame.pcm);
    await sleep(Math.max(0, startMs + (frame.endMs - fromMs) / speed - performance.now()));
  }
}

/** The frames of a part of the recording. The last one may extend past its end. */
export function framesOf({ pcm }: Recording, fromMs: number, toMs: number) {
  const bytes = new Uint8Array(pcm.buffer);
  const count = Math.ceil((toMs - fromMs) / tuning.frameMs);
  return Array.from({ length: count }, (_, index) => {
    const startMs = fromMs + index * tuning.frameMs;
    const endMs = startMs + tuning.frameMs;
    const inBytes = (ms: number): number => samplesIn(ms) * bytesPerSample;
    return { pcm: bytes.subarray(inBytes(startMs), inBytes(endMs)), endMs };
  }).filter((frame) => frame.pcm.length === samplesIn(tuning.frameMs) * bytesPerSample);
}

/** Waits for a time in which no answer is expected. */
export const waitForNothing = ({ speed }: Service, ms: number): Promise<void> => sleep(ms / speed);

/** The total time in which sessions were open, which the service charges. */
export const spent = { ms: 0 };

/** A session through the app's own connection code. Keeps all messages with their times. */
export class LiveSession {
  readonly messages: { message: ServerMessage; atMs: number }[] = [];
  /** The texts of messages that the app ignores, limited in number and length. */
  readonly others: string[] = [];
  /** How the session ended: the first Error, or else the close. */
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

  /** The newest final of each turn, in order. */
  finals(): TurnMessage[] {
    const turns = this.messages.flatMap(({ message }) =>
      message.type === 'Turn' ? [message] : [],
    );
    const finals = turns.filter(({ end_of_turn }) => end_of_turn);
    return [...new Map(finals.map((turn) => [turn.turn_order, turn])).values()];
  }

  send(message: ClientMessage): void {
    this.#connection.sendText(JSON.stringify(message));
  }

  sendFrame(pcm: Uint8Array): void {
    this.#connection.sendBinary(pcm);
  }

  /**
   * Waits for the first matching message from `sinceMs` on.
   *
   * @returns null if none comes in time or before the session ends
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

  /** Waits until the service ends the session; null if it does not in time. */
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

/** Describes a failure for the table. */
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
      return sentenceOf(failure.problem);
    default:
      return failure.cause;
  }
}
