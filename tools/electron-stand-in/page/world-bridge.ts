declare const document: EventTarget;

/** A value encoded for the other world. */
type Wire =
  | { kind: 'value'; value: unknown }
  | { kind: 'function' | 'promise'; id: number }
  | { kind: 'error'; name: string; message: string }
  | { kind: 'array'; items: Wire[] }
  | { kind: 'object'; members: Record<string, Wire> };

type Outcome = { ok: boolean; value: Wire };

/** One end of the bridge between the page's world and the preload's. */
export interface WorldBridge {
  expose(key: string, api: unknown): void;
  onExpose(receive: (key: string, api: unknown) => void): void;
}

/**
 * The two worlds are separate JavaScript contexts of one page, as with Electron's context isolation.
 * They share the document, so they exchange DOM events. An event is handled synchronously, and its
 * `detail` is cloned into the other world. The page cannot listen, because the event names hold a
 * secret. Self-contained: its source runs in both worlds.
 */
export function makeWorldBridge(secret: string, me: string, other: string): WorldBridge {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let outcome: Outcome | undefined;

  const fire = (kind: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`${secret}:${other}:${kind}`, { detail }));
  const on = (kind: string, handle: (detail: never) => void) => {
    const listener = (event: Event) => {
      event.stopImmediatePropagation();
      handle((event as CustomEvent<never>).detail);
    };
    document.addEventListener(`${secret}:${me}:${kind}`, listener, true);
  };

  const pack = (value: unknown): Wire => {
    if (typeof value === 'function') {
      functions.set((lastId += 1), value as (...args: unknown[]) => unknown);
      return { kind: 'function', id: lastId };
    }
    if (value instanceof Promise) {
      const id = (lastId += 1);
      value.then(
        (result) => fire('settle', { id, ok: true, value: pack(result) }),
        (error: unknown) => fire('settle', { id, ok: false, value: pack(error) }),
      );
      return { kind: 'promise', id };
    }
    if (value instanceof Error) return { kind: 'error', name: value.name, message: value.message };
    if (Array.isArray(value)) return { kind: 'array', items: value.map(pack) };
    if (typeof value === 'object' && value !== null) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === null || prototype === Object.prototype) {
        const members = Object.entries(value).map(([key, member]) => [key, pack(member)]);
        return { kind: 'object', members: Object.fromEntries(members) as Record<string, Wire> };
      }
    }
    return { kind: 'value', value };
  };

  const unpack = (wire: Wire): unknown => {
    switch (wire.kind) {
      case 'function':
        return (...args: unknown[]): unknown => {
          fire('call', { id: wire.id, args: args.map(pack) });
          const result = outcome;
          outcome = undefined;
          if (result?.ok === false) throw unpack(result.value) as Error;
          return result && unpack(result.value);
        };
      case 'promise': {
        const promise = Promise.withResolvers<unknown>();
        promises.set(wire.id, promise);
        return promise.promise;
      }
      case 'error':
        return Object.assign(new Error(wire.message), { name: wire.name });
      case 'array':
        return wire.items.map(unpack);
      case 'object':
        return Object.fromEntries(
          Object.entries(wire.members).map(([key, member]) => [key, unpack(member)]),
        );
      case 'value':
        return wire.value;
    }
  };

  on('call', ({ id, args }: { id: number; args: Wire[] }) => {
    try {
      fire('return', { ok: true, value: pack(functions.get(id)?.(...args.map(unpack))) });
    } catch (error) {
      fire('return', { ok: false, value: pack(error) });
    }
  });
  on('return', (result: Outcome) => {
    outcome = result;
  });
  on('settle', ({ id, ok, value }: Outcome & { id: number }) => {
    const promise = promises.get(id);
    promises.delete(id);
    if (ok) promise?.resolve(unpack(value));
    else promise?.reject(unpack(value));
  });
  return {
    expose: (key, api) => fire('expose', { key, api: pack(api) }),
    onExpose: (receive) =>
      on('expose', ({ key, api }: { key: string; api: Wire }) => receive(key, unpack(api))),
  };
}
