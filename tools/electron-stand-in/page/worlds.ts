import type { Codec } from './codec.ts';
import type { FromPage, ToPage } from './messages.ts';
import type { WorldBridge } from './world-bridge.ts';

/* Both functions are self-contained: their source runs in the page. */

interface PageGlobals {
  /** The binding of the DevTools protocol. It only exists in the preload's world. */
  standInPost(message: string): void;
  standInReceive(message: string): void;
}

/** Defines the APIs that the preload exposes on the page's `window`, frozen as in Electron. */
export function preparePageWorld(bridge: WorldBridge): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  bridge.onExpose((key, api) =>
    Object.defineProperty(globalThis, key, { value: freeze(api), enumerable: true }),
  );
}

type Preload = (require: (name: string) => unknown, process: object) => void;

/** Runs the preload with the modules that a sandboxed preload has. */
export function runPreload(
  codec: Codec,
  bridge: WorldBridge,
  processInfo: object,
  preload: Preload,
): void {
  type Listener = (event: object, ...args: unknown[]) => void;
  const page = globalThis as unknown as PageGlobals;
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  const post = (message: FromPage) => page.standInPost(codec.encode(message));

  const strict = (name: string, members: Record<string, unknown>): object =>
    new Proxy(members, {
      get: (target, key): unknown => {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
        throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
      },
    });
  const add = (channel: string, listener: Listener, once = false) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const left = listeners.get(channel)?.filter((entry) => entry.listener !== listener);
    listeners.set(channel, left ?? []);
    return ipcRenderer;
  };
  const ipcRenderer = strict('ipcRenderer', {
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    invoke: (channel: string, ...args: unknown[]) => {
      const id = (lastId += 1);
      const answer = Promise.withResolvers<unknown>();
      pending.set(id, answer);
      post({ kind: 'invoke', id, channel, args });
      return answer.promise;
    },
    on: (channel: string, listener: Listener) => add(channel, listener),
    addListener: (channel: string, listener: Listener) => add(channel, listener),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
  });
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
  });

  page.standInReceive = (json) => {
    const message = codec.decode(json) as ToPage;
    if (message.kind === 'reply') {
      const answer = pending.get(message.id);
      pending.delete(message.id);
      if ('failure' in message) answer?.reject(new Error(message.failure));
      else answer?.resolve(message.value);
      return;
    }
    for (const { listener, once } of listeners.get(message.channel) ?? []) {
      if (once) remove(message.channel, listener);
      listener({ sender: ipcRenderer, ports: [] }, ...message.args);
    }
  };

  const modules = strict('electron', { ipcRenderer, contextBridge });
  try {
    preload(
      (name) => {
        if (name === 'electron' || name === 'electron/renderer') return modules;
        throw new Error(`module not found: ${name}`);
      },
      strict('process', { ...processInfo }),
    );
  } catch (error) {
    post({
      kind: 'preload-error',
      message: error instanceof Error ? error.message : String(error),
    });
    throw error;
  }
}
