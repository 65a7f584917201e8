import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { EventEmitter } from 'node:events';
import type { XCalls, XReport, XRequest, XResponse } from './messages.ts';

/*
 * The thread that talks to the X server. Electron's `globalShortcut.register` and `screen` return
 * synchronously, so the main thread blocks until this thread answers.
 */
const { port1: port, port2 } = new MessageChannel();
const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  workerData: { port: port2 },
  transferList: [port2],
});
const timeoutMs = 10_000;
const pauseMs = 0.5;

/**
 * The events of the X thread: pressed keys by accelerator; new windows, and windows that are asked to
 * close, by X id; and changes of the displays.
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

/** Calls the X thread and blocks until it answers. Throws a TypeError with its failure. */
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
/** Answers to other calls: code that the inspector evaluates during a call may call again. */
const responses = new Map<number, XResponse>();

/** Nothing is written here and nobody notifies: a wait for it is a pause. */
const nothing = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Polls for the answer, which takes about a millisecond, and pauses in between, so that the X thread has
 * the core. The X thread does not notify: V8 sometimes loops forever in `Atomics.notify` if an inspector
 * message arrives, and the specs use the inspector.
 */
function responseTo(id: number): XResponse {
  const untilMs = performance.now() + timeoutMs;
  while (performance.now() < untilMs) {
    const received: { message: XResponse } | undefined = receiveMessageOnPort(port);
    if (received) responses.set(received.message.id, received.message);
    const own = responses.get(id);
    if (own === undefined) {
      if (received === undefined) Atomics.wait(nothing, 0, 0, pauseMs);
      continue;
    }
    responses.delete(id);
    return own;
  }
  throw new Error(`The X server did not answer in ${timeoutMs} ms.`);
}
