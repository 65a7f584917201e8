import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import { nowMs } from './clock.ts';
import { MarkFinder } from './marks.ts';
import { portOf } from '../tools/port-of.ts';

const arrivalSchema = v.variant('kind', [
  v.object({ kind: v.literal('audio'), atMs: v.number(), byteLength: v.number() }),
  /** A mark began in the sound that arrived at that time. */
  v.object({ kind: v.literal('mark'), atMs: v.number() }),
  v.object({ kind: v.literal('text'), atMs: v.number(), type: v.string() }),
  /** The service sent a turn. Each has a different text. */
  v.object({ kind: v.literal('turn'), atMs: v.number(), text: v.string() }),
]);

/** A frame that the service received or sent. */
export type Arrival = v.InferOutput<typeof arrivalSchema>;

/** A service that answers immediately and reports when each frame arrived. */
export interface StampingService {
  baseUrl: string;
  arrivals: Arrival[];
  stop(): void;
}

/** Starts the service in a separate process, so that it does not share the bench's event loop. */
export async function startStampingService(): Promise<StampingService> {
  const child = fork(fileURLToPath(import.meta.url));
  const [port] = (await once(child, 'message')) as [unknown];
  const arrivals: Arrival[] = [];
  child.on('message', (message) => arrivals.push(v.parse(arrivalSchema, message)));
  return {
    baseUrl: `ws://127.0.0.1:${v.parse(v.number(), port)}`,
    arrivals,
    stop: () => child.kill(),
  };
}

/** More frequent than the real service's partials, so that there are enough to measure. */
const bytesPerMessage = 8_000;
const messagesPerTurn = 12;
const bytesPerMs = 32;
const msPerWord = 125;

/** Makes a session's turns, of a speaker without pauses. ForceEndpoint ends the open turn. */
class Speaker {
  #receivedBytes = 0;
  #messages = 0;
  #turn = { order: 0, fromBytes: 0, messages: 0 };

  /** @returns the turn messages that are due after this sound */
  hear(byteLength: number): { transcript: string }[] {
    this.#receivedBytes += byteLength;
    const due = Math.floor(this.#receivedBytes / bytesPerMessage) - this.#messages;
    this.#messages += due;
    return Array.from({ length: due }, () => this.#say(false));
  }

  /** @returns the final of the open turn, if there is one */
  forceEndpoint(): { transcript: string }[] {
    return this.#receivedBytes > this.#turn.fromBytes ? [this.#say(true)] : [];
  }

  #say(isForced: boolean): { transcript: string } {
    const { order, fromBytes } = this.#turn;
    const fromMs = fromBytes / bytesPerMs;
    const toMs = this.#receivedBytes / bytesPerMs;
    // The last word reaches to the end of the sound, so that none lies in the silence after it.
    const count = Math.max(1, Math.floor((toMs - fromMs) / msPerWord));
    const texts = [...Array.from({ length: count - 1 }, () => 'word'), `the${said++}th`];
    this.#turn.messages += 1;
    const isFinal = isForced || this.#turn.messages === messagesPerTurn;
    if (isFinal) this.#turn = { order: order + 1, fromBytes: this.#receivedBytes, messages: 0 };
    return {
      type: 'Turn',
      turn_order: order,
      turn_is_formatted: true,
      end_of_turn: isFinal,
      transcript: texts.join(' '),
      end_of_turn_confidence: 0.5,
      words: texts.map((text, index) => ({
        text,
        start: fromMs + msPerWord * index,
        end: index === count - 1 ? toMs : fromMs + msPerWord * index + 100,
        confidence: 0.9,
        word_is_final: true,
      })),
    } as { transcript: string };
  }
}

/** The number of messages in all sessions, which makes their texts different. */
let said = 0;

/** Runs the service in its process. */
async function serve(report: (message: unknown) => void): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    const marks = new MarkFinder();
    const speaker = new Speaker();
    const say = (messages: { transcript: string }[]): void => {
      for (const message of messages) {
        report({ kind: 'turn', atMs: nowMs(), text: message.transcript });
        socket.send(JSON.stringify(message));
      }
    };
    socket.send(JSON.stringify({ type: 'Begin', id: 'bench', expires_at: 0 }));
    socket.on('message', (data, isBinary) => {
      const atMs = nowMs();
      if (!Buffer.isBuffer(data)) return;
      if (isBinary) {
        report({ kind: 'audio', atMs, byteLength: data.byteLength });
        for (const markAtMs of marks.hear(data, atMs)) report({ kind: 'mark', atMs: markAtMs });
        say(speaker.hear(data.byteLength));
        return;
      }
      const { type } = v.parse(v.object({ type: v.string() }), JSON.parse(data.toString()));
      report({ kind: 'text', atMs, type });
      if (type === 'ForceEndpoint') say(speaker.forceEndpoint());
      if (type !== 'Terminate') return;
      socket.send(JSON.stringify({ type: 'Termination' }));
      socket.close(1000);
    });
  });
  report(portOf(server));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  await serve((message) => process.send?.(message));
}
