import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as v from 'valibot';
import { nowMs } from '../clock.ts';

/** The measured clients: CaptionKey, then the service's two quickstarts. */
export const clients = ['captionkey', 'plain-ws', 'official-sdk'] as const;

/** The clients, and the floor for CaptionKey's cost, which is not a usable program. */
export type ClientName = (typeof clients)[number] | 'bare-naudiodon';

const reportedTurnSchema = v.object({ order: v.number(), text: v.string(), atMs: v.number() });

/** A turn that a client reports. A later one with the same `order` replaces it. */
export type ReportedTurn = v.InferOutput<typeof reportedTurnSchema>;

/** A client in a new Node process. */
export interface Client {
  pid: number;
  launchedAtMs: number;
  turns: ReportedTurn[];
  /** Stops the client as a person would. Resolves when the process has ended. */
  stop(): Promise<void>;
}

/** A client that takes longer to end is killed. */
const stopTimeoutMs = 10_000;

/** @param env the microphone and the service */
export function startClient(name: ClientName, env: Record<string, string>): Client {
  const launchedAtMs = nowMs();
  const child = fork(join(import.meta.dirname, `${name}.ts`), [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = once(child, 'exit');
  const turns: ReportedTurn[] = [];
  child.on('message', (message) => turns.push(v.parse(reportedTurnSchema, message)));
  return {
    pid: child.pid ?? 0,
    launchedAtMs,
    turns,
    stop: async () => {
      if (child.connected) child.send('stop');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await gone;
      clearTimeout(timer);
    },
  };
}
