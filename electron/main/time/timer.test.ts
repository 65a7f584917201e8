import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { KeyedTimers, Timer } from './timer.ts';
import { patient } from '../../../test/support/patient.ts';

/** Blocks main, as a long synchronous call does. */
const standStill = (forMs: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
};

test('a timer fires once, can be set again, and can be stopped', async () => {
  const onTimeout = vi.fn<() => void>();
  const timer = new Timer(onTimeout);
  timer.set(20);
  timer.set(30);
  await vi.waitFor(() => expect(onTimeout).toHaveBeenCalledOnce(), patient);
  timer.set(20);
  timer.set(null);
  await sleep(60);
  expect(onTimeout).toHaveBeenCalledOnce();
});

test('events during a standstill are handled before the timer fires', async () => {
  const happened: string[] = [];
  const timer = new Timer(() => happened.push('time is up'));
  timer.set(50);
  const { port1, port2 } = new MessageChannel();
  port2.once('message', () => {
    happened.push('came');
    timer.set(null);
  });
  port1.postMessage(null);
  standStill(400);
  await sleep(500);
  port1.close();
  expect(happened).toEqual(['came']);
});

test('without events the timer fires shortly after a standstill', async () => {
  const onTimeout = vi.fn<() => void>();
  new Timer(onTimeout).set(20);
  standStill(400);
  await sleep(0);
  expect(onTimeout).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onTimeout).toHaveBeenCalledOnce(), patient);
});

test('timers with keys do not disturb each other', async () => {
  const ended: number[] = [];
  const timers = new KeyedTimers((key: number) => ended.push(key));
  timers.set(1, 10);
  timers.set(2, 10);
  timers.set(1, null);
  await vi.waitFor(() => expect(ended).toEqual([2]), patient);
});
