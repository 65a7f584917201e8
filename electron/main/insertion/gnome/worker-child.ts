import type { Worker } from 'node:worker_threads';
import type { Child } from '../../processes/child.ts';

/** A thread with the interface of a child process. */
export function childOf(worker: Worker): Child {
  // An exit follows.
  worker.on('error', () => undefined);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (callback) => {
      worker.on('message', callback);
    },
    onExit: (callback) => {
      worker.on('exit', callback);
    },
    kill: () => void worker.terminate(),
  };
}
