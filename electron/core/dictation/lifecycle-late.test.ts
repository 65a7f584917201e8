import { describe, expect, test } from 'vitest';
import {
  begun,
  cancel,
  done,
  inserted,
  insertedDone,
  key,
  otherKey,
  recognised,
  run,
  scratch,
  scratched,
  start,
  stop,
} from './lifecycle.fixture.ts';
import { stepLifecycle, type LifecycleEvent } from './lifecycle.ts';

/* Events that come after a newer dictation has begun, or after their own dictation is over. */

const over = [start, begun(1), stop, recognised(1), inserted(1)];
const cancelled = [start, begun(1), cancel, recognised(1)];

describe('nothing changes when', () => {
  test.each<[string, LifecycleEvent[], LifecycleEvent]>([
    ['a person cancels after the insertion', over, cancel],
    ['a text comes for a dictation that is over', over, recognised(1)],
    ['a text comes for one that is being inserted', over.slice(0, 4), recognised(1)],
    ['a text comes for one whose cancellation can be undone', cancelled, recognised(1)],
    ['a removal is reported for a dictation that is over', over, scratched(1, true)],
    ['a removal is reported for one that is being inserted', over.slice(0, 4), scratched(1, true)],
    [
      'the recording of an older dictation ends',
      [start, begun(1), stop, start, begun(2)],
      { type: 'ended', id: 1 },
    ],
    ['the microphone of an older dictation opens late', [...cancelled, start], begun(1)],
    [
      'the last text is inserted again while one is spoken',
      [start, begun(1)],
      { type: 'inserted-again', done: insertedDone },
    ],
    ['an undo comes too late', over, { type: 'undo' }],
  ])('%s', (_what, events, late) => {
    const { lifecycle } = run(...events);
    expect(stepLifecycle(lifecycle, late)).toEqual([lifecycle, []]);
  });
});

test('a text that is complete before its recording ends is inserted', () => {
  expect(done(start, begun(1), recognised(1))).toContainEqual({
    ...{ type: 'insert', id: 1, text: 'Text 1', isComplete: true },
  });
});

test('a removal concludes the dictation that asked for it while the one before is inserted', () => {
  const { lifecycle, effects } = run(
    ...[start, begun(1), stop, recognised(1), start, begun(2), stop],
    ...[scratch(2), scratched(2, true)],
  );
  expect(effects.at(-2)).toEqual({ type: 'conclude', id: 2, outcome: 'cancelled' });
  expect(lifecycle.entries).toEqual([{ phase: 'inserting', id: 1 }]);
});

test('a cancelled text that comes once a newer dictation is spoken cannot be inserted any more', () => {
  const { lifecycle, effects } = run(start, begun(1), cancel, start, begun(2), recognised(1));
  expect(effects.at(-1)).toEqual({ type: 'conclude', id: 1, outcome: 'cancelled' });
  expect(lifecycle).toMatchObject({ undoableId: null, entries: [{ phase: 'speaking', id: 2 }] });
});

test('a shortcut of another program cannot be cancelled and then inserted', () => {
  const events = [key('press', 0), begun(1), otherKey(100), cancel];
  expect(run(...events).lifecycle.undoableId).toBeNull();
  expect(done(...events, recognised(1)).at(-1)).toEqual({
    ...{ type: 'conclude', id: 1, outcome: 'silent' },
  });
});

describe('a dictation that turns out to have no text', () => {
  test.each([true, false])('cannot be inserted after a cancel (complete: %s)', (isComplete) => {
    const { lifecycle } = run(start, begun(1), cancel, recognised(1, '', isComplete));
    expect(lifecycle).toMatchObject({ undoableId: null, done: null, entries: [] });
  });

  test.each([true, false])('leaves the undo of a newer one (complete: %s)', (isComplete) => {
    const { lifecycle } = run(
      ...[start, begun(1), stop, start, begun(2), cancel],
      recognised(1, '', isComplete),
    );
    expect(lifecycle).toMatchObject({ undoableId: 2, done: { outcome: 'cancelled' } });
  });
});
