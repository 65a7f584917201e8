import {
  broadcastChannels,
  requestChannels,
  type BroadcastChannel,
  type RequestChannel,
} from '#shared/channels.ts';
import type { Answers, Bridge, Broadcasts } from '#shared/ipc.ts';
import { failed, type Result } from '#shared/result.ts';

type Listener<C extends BroadcastChannel> = (event: unknown, value: Broadcasts[C]) => void;

/**
 * What the bridge needs of Electron's `ipcRenderer`. The bridge does not parse what main sends, because
 * main is the trusted side: it sends the types of the contract.
 */
export interface Wire {
  invoke<C extends RequestChannel>(channel: C, ...args: unknown[]): Promise<Result<Answers[C]>>;
  on<C extends BroadcastChannel>(channel: C, listener: Listener<C>): unknown;
  off<C extends BroadcastChannel>(channel: C, listener: Listener<C>): unknown;
}

const isRequestChannel = (channel: string): channel is RequestChannel =>
  requestChannels.some((known) => known === channel);

const isBroadcastChannel = (channel: string): channel is BroadcastChannel =>
  broadcastChannels.some((known) => known === channel);

/**
 * The only way from a page to the main process: the channels of the contract and nothing else.
 * A request always comes back as a {@link Result}; neither an unknown channel nor a main process
 * that throws becomes an exception in the page. Callbacks get the value only, because Electron's
 * event object would hand the page its `sender`.
 */
export function createBridge(wire: Wire): Bridge {
  return {
    async request(channel, ...args) {
      if (!isRequestChannel(channel)) {
        return failed({ code: 'ipc-channel', params: {} });
      }
      try {
        return await wire.invoke(channel, ...args);
      } catch {
        return failed({ code: 'ipc-no-answer', params: {} });
      }
    },
    subscribe(channel, callback) {
      if (!isBroadcastChannel(channel)) return () => undefined;
      const listener: Listener<typeof channel> = (_event, value) => callback(value);
      wire.on(channel, listener);
      return () => void wire.off(channel, listener);
    },
  };
}
