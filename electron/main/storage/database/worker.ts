import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Handlers } from './handlers.ts';
import {
  calls,
  storeCallSchema,
  workerDataSchema,
  type CallArguments,
  type StoreMessage,
} from './messages.ts';
import { StoreFile } from './store-file.ts';
import { mainTuning } from '../../time/tuning.ts';

/**
 * The store's thread. SQLite's calls wait for the disk, and main must not. Calls are carried out one
 * after the other, in their order.
 */
if (parentPort === null) throw new Error('The store is started by CaptionKey, not by hand.');
const port = parentPort;
const report = (message: StoreMessage): void => port.postMessage(message);

const { path, runId } = v.parse(workerDataSchema, workerData);
const file = new StoreFile(path, runId, (problem) => report({ type: 'notice', problem }));

let indexing: NodeJS.Timeout | null = null;

function indexLater(): void {
  indexing ??= setTimeout(() => {
    indexing = null;
    if (file.indexSome()) indexLater();
  }, mainTuning.betweenIndexingMs);
}

port.on('message', (message: unknown) => {
  const { id, name, args } = v.parse(storeCallSchema, message);
  const result = name === 'close' ? close() : perform(name, calls[name].args, args);
  report({ type: 'answer', id, result });
  // Nothing keeps the thread then, so that it ends.
  if (name === 'close') port.close();
});

function close(): Result<unknown> {
  if (indexing !== null) clearTimeout(indexing);
  file.close();
  return ok(undefined);
}

function perform<N extends keyof Handlers>(
  name: N,
  schema: v.GenericSchema<unknown, CallArguments<N>>,
  args: unknown[],
): Result<unknown> {
  const parsed = v.safeParse(schema, args);
  if (!parsed.success) return failed(problem('store-bad-call', { name }));
  const result = file.perform((handlers) => handlers[name](...parsed.output));
  if (name === 'open') indexLater();
  return result;
}

report({ type: 'ready' });
