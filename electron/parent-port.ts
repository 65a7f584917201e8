import { tuning } from '#core/tuning.ts';

/** The way from a process of ours back to the one that started it. */
export interface ParentPort {
  post(message: unknown): void;
  /** Calls back on every message; what it holds has yet to be parsed. */
  onMessage(callback: (message: unknown) => void): void;
  /** Calls back when the parent is gone, however it went. */
  onDisconnect(callback: () => void): void;
}

/**
 * The port of this process: Electron's where it is a utility process, and Node's own channel
 * where it was forked, as the tests and benchmarks do.
 *
 * @throws where there is no parent to talk to
 */
export function openParentPort(): ParentPort {
  const parentPid = process.ppid;
  const onDisconnect = (callback: () => void): void => {
    process.on('disconnect', callback);
    // Electron's port has no such event. An orphan has another parent on all systems but Windows,
    // where Electron itself ends its processes together.
    const check = setInterval(() => {
      if (process.ppid === parentPid) return;
      clearInterval(check);
      callback();
    }, tuning.parentCheckMs).unref();
  };
  const electronPort = 'parentPort' in process ? process.parentPort : null;
  if (electronPort !== null) {
    return {
      post: (message) => electronPort.postMessage(message),
      onMessage: (callback) => {
        electronPort.on('message', (event) => callback(event.data));
      },
      onDisconnect,
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('This program is started by CaptionKey, not by hand.');
  return {
    post: (message) => {
      send(message);
    },
    onMessage: (callback) => {
      process.on('message', callback);
    },
    onDisconnect,
  };
}
