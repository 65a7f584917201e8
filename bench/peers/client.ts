import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as v from 'valibot';
import { nowMs } from '../clock.ts';

/** Who is measured: ourselves, then the service's two quickstarts. */
export const clients = ['captionkey', 'plain-ws', 'official-sdk'] as const;

/** The clients, and the floor of what ours can cost: it is not one that a person could use. */
export type ClientName = (typeof clients)[number] | 'bare-naudiodon';

const toldTurnSchema = v.object({ order: v.number(), text: v.string(), atMs: v.number() });

/** A turn as a client has it: the same `order` again replaces it. */
export type ToldTurn = v.InferOutput<typeof toldTurnSchema>;

/** A client in a fresh Node process of its own. */
export interface Client {
  pid: number;
  launchedAtMs: number;
  turns: ToldTurn[];
  /** Ends it as a person would; resolves when the process is gone. */
  stop(): Promise<void>;
}

/** How long a client may take to end; one that hangs is killed. */
const stopTimeoutMs = 10_000;

/** @param env the microphone and the service */
export function startClient(name: ClientName, env: Record<string, string>): Client {
  const launchedAtMs = nowMs();
  const child = fork(join(import.meta.dirname, `${name}.ts`), [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = once(child, 'exit');
  const turns: ToldTurn[] = [];
  child.on('message', (message) => turns.push(v.parse(toldTurnSchema, message)));
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
