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

/** The n-th message of a session whose speaker never pauses: the turn so far, or its final. */
function turnMessage(n: number): { transcript: string } {
  const inTurn = n % messagesPerTurn;
  const texts = [...Array.from({ length: 2 * inTurn }, () => 'word'), `the${n}th`];
  const firstMs = (n - inTurn) * 250;
  return {
    type: 'Turn',
    turn_order: Math.floor(n / messagesPerTurn),
    turn_is_formatted: true,
    end_of_turn: inTurn === messagesPerTurn - 1,
    transcript: texts.join(' '),
    end_of_turn_confidence: 0.5,
    words: texts.map((text, index) => ({
      text,
      start: firstMs + 125 * index,
      end: firstMs + 125 * index + 100,
      confidence: 0.9,
      word_is_final: true,
    })),
  } as { transcript: string };
}

/** The service's own process. */
async function serve(tell: (message: unknown) => void): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    const marks = new MarkFinder();
    let receivedBytes = 0;
    let turns = 0;
    socket.send(JSON.stringify({ type: 'Begin', id: 'bench', expires_at: 0 }));
    socket.on('message', (data, isBinary) => {
      const atMs = nowMs();
      if (!Buffer.isBuffer(data)) return;
      if (isBinary) {
        tell({ kind: 'audio', atMs, byteLength: data.byteLength });
        for (const markAtMs of marks.hear(data, atMs)) tell({ kind: 'mark', atMs: markAtMs });
        receivedBytes += data.byteLength;
        for (; turns < Math.floor(receivedBytes / bytesPerMessage); turns++) {
          const message = turnMessage(turns);
          tell({ kind: 'turn', atMs: nowMs(), text: message.transcript });
          socket.send(JSON.stringify(message));
        }
        return;
      }
      const { type } = v.parse(v.object({ type: v.string() }), JSON.parse(data.toString()));
      tell({ kind: 'text', atMs, type });
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
