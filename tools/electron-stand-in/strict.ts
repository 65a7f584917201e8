import { EventEmitter } from 'node:events';

/** What Node itself asks any object for: to await, to print and to compare it. */
const probes = new Set(['then', 'toJSON', 'inspect', 'constructor', 'prototype']);

const notImplemented = (name: string): Error =>
  new Error(`electron stand-in: ${name} is not implemented`);

/** Ends a chain of prototypes: what nobody before it had is not implemented, and says so. */
const guard = <T extends object>(name: string, end: T): T =>
  new Proxy(end, {
    get: (target, key, receiver): unknown => {
      if (typeof key === 'symbol' || key in target || probes.has(key))
        return Reflect.get(target, key, receiver);
      throw notImplemented(`${name}.${key}`);
    },
  });

/** The members of an Electron interface that a part of it may have; events are checked apart. */
export type Part<T> = Partial<Omit<T, keyof EventEmitter>>;

/**
 * Presents a part of an Electron object as the whole, which is the one thing a stand-in has to
 * claim: whatever it lacks throws when it is accessed.
 */
export const strictly = <T extends object>(name: string, part: Part<T>): T => {
  if (!(part instanceof EventEmitter)) Object.setPrototypeOf(part, guard(name, Object.prototype));
  return part as T;
};

/** A module or class that is not implemented at all: any use of it throws. */
export const missing = (name: string): never => {
  // A function that can be called with `new`, so that Proxy lets the trap answer it.
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
 * A base class of emitters on which unknown members throw, and so does listening to an event that
 * is not one of `events`. Those may include events that rightly never happen here.
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
