import { expect, test } from 'vitest';
import { InOrder } from './in-order.ts';

test('work runs once all earlier work has ended, and resolves with its result', async () => {
  const inOrder = new InOrder();
  const happened: string[] = [];
  let finish: () => void = () => undefined;
  const first = inOrder.run(async () => {
    happened.push('first begins');
    await new Promise<void>((resolve) => (finish = resolve));
    happened.push('first ends');
    return 1;
  });
  const second = inOrder.run(() => {
    happened.push('second');
    return 2;
  });
  await Promise.resolve();
  finish();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
  expect(happened).toEqual(['first begins', 'first ends', 'second']);
});

test('work that fails rejects, and later work runs', async () => {
  const inOrder = new InOrder();
  const failing = inOrder.run(() => Promise.reject(new Error('failed')));
  const next = inOrder.run(() => 'ran');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('ran');
});

test('all work so far has ended when it is idle, also work that failed', async () => {
  const inOrder = new InOrder();
  await inOrder.idle();
  let hasEnded = false;
  inOrder.run(() => Promise.reject(new Error('failed'))).catch(() => undefined);
  void inOrder.run(async () => {
    await Promise.resolve();
    hasEnded = true;
  });
  await inOrder.idle();
  expect(hasEnded).toBe(true);
});
