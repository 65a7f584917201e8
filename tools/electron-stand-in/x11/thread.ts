import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { EventEmitter } from 'node:events';
import type { XCalls, XReport, XRequest, XResponse } from './messages.ts';

/*
 * The thread that talks to the X server where we must not be late or have to wait. Electron's main
 * process answers `globalShortcut.register` and `screen` at once; so we block on this thread.
 */
const { port1: port, port2 } = new MessageChannel();
const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  workerData: { port: port2 },
  transferList: [port2],
});
const timeoutMs = 10_000;

/**
 * Keys that were pressed, by accelerator, windows that were born or are asked to close, by their X
 * id, and changes of the displays.
 */
export const xReports = new EventEmitter<{
  key: [string];
  displays: [];
  close: [number];
  window: [{ wid: number; className: string }];
}>();

worker.on('message', (report: XReport) => {
  if (report.kind === 'key') xReports.emit('key', report.accelerator);
  else if (report.kind === 'displays') xReports.emit('displays');
  else if (report.kind === 'close') xReports.emit('close', report.wid);
  else xReports.emit('window', report);
});
worker.on('error', (error: Error) => {
  console.error(error.message);
  process.exit(1);
});
worker.unref();

/** Calls the X thread and waits. Throws a TypeError with what it could not do. */
export const callX = <Name extends keyof XCalls>(
  method: Name,
  ...args: Parameters<XCalls[Name]>
): ReturnType<XCalls[Name]> => {
  const id = (lastId += 1);
  port.postMessage({ id, method, args } satisfies XRequest);
  const response = responseTo(id);
  if ('failure' in response) throw new TypeError(response.failure);
  return response.value as ReturnType<XCalls[Name]>;
};

let lastId = 0;
/** Those that came for others: what the inspector evaluates while we wait may call us once more. */
const responses = new Map<number, XResponse>();

/**
 * Not by Atomics.wait: where a message of the inspector comes in the meantime, V8 now and then loops
 * for ever in Atomics.notify, and the specs drive us by the inspector. It takes a millisecond.
 */
function responseTo(id: number): XResponse {
  const untilMs = performance.now() + timeoutMs;
  while (performance.now() < untilMs) {
    const received = receiveMessageOnPort(port) as { message: XResponse } | undefined;
    if (received) responses.set(received.message.id, received.message);
    const own = responses.get(id);
    if (own === undefined) continue;
    responses.delete(id);
    return own;
  }
  throw new Error(`The X server did not answer in ${timeoutMs} ms.`);
}
