import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import { nowMs } from './clock.ts';
import { MarkFinder } from './marks.ts';

const arrivalSchema = v.variant('kind', [
  v.object({ kind: v.literal('audio'), atMs: v.number(), byteLength: v.number() }),
  /** A mark began in the sound that arrived then. */
  v.object({ kind: v.literal('mark'), atMs: v.number() }),
  v.object({ kind: v.literal('text'), atMs: v.number(), type: v.string() }),
  /** The service sent a turn; no two have the same text. */
  v.object({ kind: v.literal('turn'), atMs: v.number(), text: v.string() }),
]);

/** One frame as it came off the wire, or went there. */
export type Arrival = v.InferOutput<typeof arrivalSchema>;

/** A service that answers at once, and says when each frame arrived. */
export interface StampingService {
  baseUrl: string;
  arrivals: Arrival[];
  stop(): void;
}

/** Starts the service in a process of its own, so that it does not share our event loop. */
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

/** More often than the service has partials, so that there are enough to measure. */
const bytesPerMessage = 8_000;
const messagesPerTurn = 12;
const bytesPerMs = 32;
const msPerWord = 125;

/** What a session's speaker says: one who never pauses, and stops where the endpoint is forced. */
class Speaker {
  #receivedBytes = 0;
  #messages = 0;
  #turn = { order: 0, fromBytes: 0, messages: 0 };

  /** @returns the turns that there is word of now, as often as a partial is due */
  hear(byteLength: number): { transcript: string }[] {
    this.#receivedBytes += byteLength;
    const due = Math.floor(this.#receivedBytes / bytesPerMessage) - this.#messages;
    this.#messages += due;
    return Array.from({ length: due }, () => this.#say(false));
  }

  /** @returns the final of the turn that is open, or nothing */
  forceEndpoint(): { transcript: string }[] {
    return this.#receivedBytes > this.#turn.fromBytes ? [this.#say(true)] : [];
  }

  #say(isForced: boolean): { transcript: string } {
    const { order, fromBytes } = this.#turn;
    const fromMs = fromBytes / bytesPerMs;
    const toMs = this.#receivedBytes / bytesPerMs;
    // The last word is the longest: one that lies in the silence behind the sound is nobody's.
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

/** How many messages there were over all sessions, so that no two have the same text. */
let said = 0;

/** The service's own process. */
async function serve(tell: (message: unknown) => void): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    const marks = new MarkFinder();
    const speaker = new Speaker();
    const say = (messages: { transcript: string }[]): void => {
      for (const message of messages) {
        tell({ kind: 'turn', atMs: nowMs(), text: message.transcript });
        socket.send(JSON.stringify(message));
      }
    };
    socket.send(JSON.stringify({ type: 'Begin', id: 'bench', expires_at: 0 }));
    socket.on('message', (data, isBinary) => {
      const atMs = nowMs();
      if (!Buffer.isBuffer(data)) return;
      if (isBinary) {
        tell({ kind: 'audio', atMs, byteLength: data.byteLength });
        for (const markAtMs of marks.hear(data, atMs)) tell({ kind: 'mark', atMs: markAtMs });
        say(speaker.hear(data.byteLength));
        return;
      }
      const { type } = v.parse(v.object({ type: v.string() }), JSON.parse(data.toString()));
      tell({ kind: 'text', atMs, type });
      if (type === 'ForceEndpoint') say(speaker.forceEndpoint());
      if (type !== 'Terminate') return;
      socket.send(JSON.stringify({ type: 'Termination' }));
      socket.close(1000);
    });
  });
  const address = server.address();
  tell(typeof address === 'object' && address !== null ? address.port : 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  await serve((message) => process.send?.(message));
}
