import { expect, test } from 'vitest';
import { isFinishing, isInserting } from './lifecycle-state.ts';
import {
  begun,
  cancel,
  inserted,
  key,
  otherKey,
  recognised,
  run,
  scratch,
  scratched,
  start,
  stop,
} from './lifecycle.fixture.ts';
import type { LifecycleEvent } from './lifecycle.ts';

const first = [start, begun(1), stop];
const second = [start, begun(2), stop];

test.each<[string, LifecycleEvent[], { finishing: boolean; inserting: boolean }]>([
  ['before the first dictation', [], { finishing: false, inserting: false }],
  ['while a text is pending', first, { finishing: true, inserting: false }],
  [
    'while a newer one is spoken',
    [...first, start, begun(2)],
    { finishing: false, inserting: false },
  ],
  ['while a text is inserted', [...first, recognised(1)], { finishing: true, inserting: true }],
  ['while a text is removed', [...first, scratch(1)], { finishing: true, inserting: true }],
  [
    'while a text is inserted and a newer one is pending',
    [...first, recognised(1), ...second],
    { finishing: true, inserting: false },
  ],
  [
    'while a text is inserted and a newer one was a shortcut',
    [...first, recognised(1), key('press', 0), begun(2), otherKey(100)],
    { finishing: true, inserting: true },
  ],
  [
    'while the outcome of one is shown and a newer text is inserted',
    [...first, ...second, recognised(1), recognised(2), inserted(1)],
    { finishing: false, inserting: false },
  ],
  ['after a cancel', [...first, cancel], { finishing: false, inserting: false }],
  [
    'after a refused command',
    [...first, scratch(1), scratched(1, false), { type: 'shown' }],
    { finishing: false, inserting: false },
  ],
  [
    'once a cancelled text is inserted after all',
    [...first, cancel, recognised(1), { type: 'undo' }],
    { finishing: true, inserting: true },
  ],
])('%s', (_when, events, { finishing, inserting }) => {
  const { lifecycle } = run(...events);
  expect(isFinishing(lifecycle)).toBe(finishing);
  expect(isInserting(lifecycle)).toBe(inserting);
});

test('an outcome is not shown while a newer text is pending', () => {
  const { lifecycle } = run(...first, ...second, recognised(1), inserted(1));
  expect(lifecycle.done).toBeNull();
  expect(isFinishing(lifecycle)).toBe(true);
});
