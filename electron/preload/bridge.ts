import {
  broadcastChannels,
  requestChannels,
  type BroadcastChannel,
  type RequestChannel,
} from '#shared/channels.ts';
import type { Answers, Bridge, Broadcasts } from '#shared/ipc.ts';
import { failed, type Result } from '#shared/result.ts';

/** What the bridge needs of Electron's `ipcRenderer`. */
export interface Wire {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, value: unknown) => void): unknown;
  off(channel: string, listener: (event: unknown, value: unknown) => void): unknown;
}

const isRequestChannel = (channel: string): channel is RequestChannel =>
  requestChannels.some((known) => known === channel);

const isBroadcastChannel = (channel: string): channel is BroadcastChannel =>
  broadcastChannels.some((known) => known === channel);

/**
 * The only way from a page to the main process: the channels of the contract and nothing else.
 * A request always comes back as a {@link Result}; neither an unknown channel nor a main process
 * that throws becomes an exception in the page. Callbacks get the value only, because Electron's
 * event object would hand the page its `sender`. What main sends is taken at its word: main is the
 * side that is trusted.
 */
export function createBridge(wire: Wire): Bridge {
  return {
    async request(channel, ...args) {
      if (!isRequestChannel(channel)) {
        return failed({ code: 'ipc-channel', params: {} });
      }
      try {
        return (await wire.invoke(channel, ...args)) as Result<Answers[typeof channel]>;
      } catch {
        return failed({ code: 'ipc-no-answer', params: {} });
      }
    },
    subscribe(channel, callback) {
      if (!isBroadcastChannel(channel)) return () => undefined;
      const listener = (_event: unknown, value: unknown) =>
        callback(value as Broadcasts[typeof channel]);
      wire.on(channel, listener);
      return () => void wire.off(channel, listener);
    },
  };
}
