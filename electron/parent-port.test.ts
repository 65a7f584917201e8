import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openParentPort } from './parent-port.ts';

/* A utility process of Electron, which gets no event when its parent is gone, in virtual time. */
const parentPid = 4_001;
const adopterPid = 1;
const ppid = Object.getOwnPropertyDescriptor(process, 'ppid');
const [isNow, listeners] = [
  (pid: number) => define({ value: pid }),
  process.listeners('disconnect'),
];

const define = (descriptor: PropertyDescriptor): object =>
  Object.defineProperty(process, 'ppid', { ...descriptor, configurable: true });

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(process, { parentPort: { postMessage: () => undefined, on: () => undefined } });
  isNow(parentPid);
});
afterEach(() => {
  vi.useRealTimers();
  if (ppid !== undefined) define(ppid);
  Reflect.deleteProperty(process, 'parentPort');
  for (const listener of process.listeners('disconnect'))
    if (!listeners.includes(listener)) process.off('disconnect', listener);
});

test('a process learns within a second that its parent is gone, and learns it once', () => {
  const learned = vi.fn();
  openParentPort().onDisconnect(learned);
  vi.advanceTimersByTime(60_000);
  expect(learned).not.toHaveBeenCalled();
  isNow(adopterPid);
  vi.advanceTimersByTime(1_000);
  expect(learned).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(learned).toHaveBeenCalledOnce();
});
