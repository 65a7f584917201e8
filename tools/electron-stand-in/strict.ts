import { EventEmitter } from 'node:events';

/** Members that Node reads from any object, to await, print and compare it. */
const probes = new Set(['then', 'toJSON', 'inspect', 'constructor', 'prototype']);

const notImplemented = (name: string): Error =>
  new Error(`electron stand-in: ${name} is not implemented`);

/** Ends a prototype chain. Throws on each member that the chain lacks. */
const guard = <T extends object>(name: string, end: T): T =>
  new Proxy(end, {
    get: (target, key, receiver): unknown => {
      if (typeof key === 'symbol' || key in target || probes.has(key))
        return Reflect.get(target, key, receiver);
      throw notImplemented(`${name}.${key}`);
    },
  });

/** A part of an Electron interface, without its event methods, which are checked separately. */
export type Part<T> = Partial<Omit<T, keyof EventEmitter>>;

/**
 * Types a part of an Electron object as the whole. Access to a missing member throws.
 */
export const strictly = <T extends object>(name: string, part: Part<T>): T => {
  if (!(part instanceof EventEmitter)) Object.setPrototypeOf(part, guard(name, Object.prototype));
  return part as T;
};

/** A module or class that is not implemented. Any use of it throws. */
export const missing = (name: string): never => {
  // A function that supports `new`, because the proxy's `construct` trap needs one.
  const fail = function (): never {
    throw notImplemented(name);
  };
  return new Proxy(fail, {
    get: (_target, key) => (typeof key === 'symbol' || probes.has(key) ? undefined : fail()),
    apply: fail,
    construct: fail,
  }) as never;
};

/**
 * A base class for emitters. Throws on access to unknown members, and on listening to an event that is
 * not in `events`. That list may include events that never occur in the stand-in.
 */
export const strictEmitter = (name: string, events: string[] | 'any') => {
  class StrictEmitter extends EventEmitter {
    override on(event: string | symbol, listener: (...args: never[]) => void): this {
      if (events !== 'any' && typeof event === 'string' && !events.includes(event))
        throw notImplemented(`the event '${event}' of ${name}`);
      return super.on(event, listener as (...args: unknown[]) => void);
    }

    override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
      return this.on(event, listener);
    }
  }
  const base: EventEmitter = Object.create(EventEmitter.prototype) as EventEmitter;
  Object.setPrototypeOf(StrictEmitter.prototype, guard(name, base));
  Object.setPrototypeOf(StrictEmitter, guard(name, EventEmitter));
  return StrictEmitter;
};

/** An event whose default can be prevented. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault = (): void => {
    this.defaultPrevented = true;
  };
}
