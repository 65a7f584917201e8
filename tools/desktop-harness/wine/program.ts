import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { patienceMs } from '../../patience.ts';
import { startOwned } from '../owned-process.ts';
import { loader } from './prepare.ts';
import { portOf } from '../../port-of.ts';

/** A test program that runs on Windows. */
export interface WindowsProgram {
  /** Calls one of its methods; the answer has yet to be parsed. Rejects where the method throws. */
  call(method: string, ...args: unknown[]): Promise<unknown>;
  /** The reports that it has sent without a call, the oldest first. */
  readonly reports: unknown[];
  stop(): Promise<void>;
}

/** What test programs are started with. */
export interface Command {
  env: Record<string, string>;
  folder: string;
  node: string;
}

const messageSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('answer'), id: v.number(), answer: v.unknown() }),
  v.object({ type: v.literal('error'), id: v.number(), error: v.string() }),
  v.object({ type: v.literal('report'), report: v.unknown() }),
]);

let programs = 0;

/** Starts a program that calls `serve`, and waits for it. */
export async function startProgram(
  { env, folder, node }: Command,
  file: string,
  args: string[],
): Promise<WindowsProgram> {
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const port = portOf(listening);
  // Node on Windows can write to no pipe of Linux.
  const log = join(folder, `program-${(programs += 1)}.log`);
  const command = [loader, node, file, String(port), ...args];
  const child = startOwned(['sh', '-c', `exec "$@" > ${log} 2>&1`, 'sh', ...command], { env });
  const reports: unknown[] = [];
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  const ready = Promise.withResolvers<undefined>();
  const gone = (): Error => new Error(`${file} has ended: ${readFileSync(log, 'utf8')}`);
  const late = setTimeout(() => ready.reject(new Error(`${file} did not start.`)), patienceMs);
  let socket: Socket | null = null;
  listening.once('connection', (connected: Socket) => {
    socket = connected.setNoDelay(true);
    connected.on('error', () => undefined);
    createInterface({ input: connected }).on('line', (line) => {
      const message = v.parse(messageSchema, JSON.parse(line));
      if (message.type === 'ready') ready.resolve(undefined);
      else if (message.type === 'report') reports.push(message.report);
      else {
        const call = pending.get(message.id);
        pending.delete(message.id);
        if (message.type === 'answer') call?.resolve(message.answer);
        else call?.reject(new Error(message.error));
      }
    });
  });
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
    listening.close();
    ready.reject(gone());
    for (const call of pending.values()) call.reject(gone());
    pending.clear();
  });
  await ready.promise.finally(() => clearTimeout(late));
  let calls = 0;
  return {
    reports,
    call: (method, ...rest) => {
      if (hasEnded) return Promise.reject(gone());
      const id = (calls += 1);
      const call = Promise.withResolvers<unknown>();
      pending.set(id, call);
      socket?.write(`${JSON.stringify({ id, method, args: rest })}\n`);
      return call.promise;
    },
    stop: async () => {
      socket?.destroy();
      await child.stop();
    },
  };
}
