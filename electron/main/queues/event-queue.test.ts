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
