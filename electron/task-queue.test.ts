import { expect, test } from 'vitest';
import { TaskQueue } from './task-queue.ts';

test('work runs once all earlier work has ended, and resolves with its result', async () => {
  const queue = new TaskQueue();
  const happened: string[] = [];
  let finish: () => void = () => undefined;
  const first = queue.run(async () => {
    happened.push('first begins');
    await new Promise<void>((resolve) => (finish = resolve));
    happened.push('first ends');
    return 1;
  });
  const second = queue.run(() => {
    happened.push('second');
    return 2;
  });
  await Promise.resolve();
  finish();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
  expect(happened).toEqual(['first begins', 'first ends', 'second']);
});

test('work that fails rejects, and later work runs', async () => {
  const queue = new TaskQueue();
  const failing = queue.run(() => Promise.reject(new Error('failed')));
  const next = queue.run(() => 'ran');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('ran');
});

test('all work so far has ended when it is idle, also work that failed', async () => {
  const queue = new TaskQueue();
  await queue.idle();
  let hasEnded = false;
  queue.run(() => Promise.reject(new Error('failed'))).catch(() => undefined);
  void queue.run(async () => {
    await Promise.resolve();
    hasEnded = true;
  });
  await queue.idle();
  expect(hasEnded).toBe(true);
});
