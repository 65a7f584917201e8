import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import { nowMs } from './clock.ts';

const arrivalSchema = v.variant('kind', [
  v.object({ kind: v.literal('audio'), atMs: v.number(), byteLength: v.number() }),
  v.object({ kind: v.literal('text'), atMs: v.number(), type: v.string() }),
]);

/** One frame as it came off the wire. */
export type Arrival = v.InferOutput<typeof arrivalSchema>;

/** A service that answers at once and says when each frame arrived. */
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

/** The service's own process. */
async function serve(tell: (message: unknown) => void): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'Begin', id: 'bench', expires_at: 0 }));
    socket.on('message', (data, isBinary) => {
      const atMs = nowMs();
      if (!Buffer.isBuffer(data)) return;
      if (isBinary) {
        tell({ kind: 'audio', atMs, byteLength: data.byteLength });
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
