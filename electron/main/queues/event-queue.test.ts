import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';

test('an event during a step waits until the step is over', () => {
  const order: string[] = [];
  const queue = new EventQueue<string>((event) => {
    order.push(`${event} begins`);
    if (event === 'first') expect(queue.put('second')).toBe(false);
    order.push(`${event} ends`);
  });

  expect(queue.put('first')).toBe(true);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('an event can be put before the waiting ones', () => {
  const order: string[] = [];
  const queue = new EventQueue<string>((event) => {
    order.push(event);
    if (event !== 'first') return;
    queue.put('last');
    queue.putFirst('next');
  });

  queue.put('first');
  expect(order).toEqual(['first', 'next', 'last']);
});

test('a step that throws leaves the queue usable', () => {
  const order: string[] = [];
  const queue = new EventQueue<string>((event) => {
    if (event === 'wrong') throw new Error(event);
    order.push(event);
  });

  expect(() => queue.put('wrong')).toThrow('wrong');
  queue.put('right');
  expect(order).toEqual(['right']);
});

test('events wait for an earlier one that is not known yet, and the events of its step come first', async () => {
  const order: string[] = [];
  const queue = new EventQueue<string>((event) => {
    order.push(event);
    if (event === 'known') queue.putFirst('next');
  });
  const later = Promise.withResolvers<string>();

  queue.put('first');
  queue.putLater(later.promise);
  queue.putLater(Promise.resolve('second'));
  expect(queue.put('last')).toBe(false);
  await Promise.resolve();
  expect(order).toEqual(['first']);
  later.resolve('known');
  await later.promise;
  expect(order).toEqual(['first', 'known', 'next', 'second', 'last']);
});
