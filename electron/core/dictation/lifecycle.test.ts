import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { tuning } from '../tuning.ts';
import { isFinishing, isSpeaking, noDictation, type Done } from './lifecycle-state.ts';
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

test('a dictation is recorded, recognised and inserted', () => {
  expect(done(start, begun(1), stop, recognised(1), inserted(1))).toEqual([
    { type: 'begin', id: 1 },
    { type: 'end' },
    { type: 'insert', id: 1, text: 'Text 1', isComplete: true },
    { type: 'conclude', id: 1, outcome: 'inserted' },
  ]);
});

test('the outcome is shown for a moment', () => {
  const { lifecycle, effects } = run(start, begun(1), stop, recognised(1), inserted(1));
  expect(lifecycle.done).toEqual(insertedDone);
  expect(effects.at(-1)).toEqual({
    type: 'set-shown-timeout',
    timeoutMs: tuning.insertedShownMs,
  });
  const [shown] = stepLifecycle(lifecycle, { type: 'shown' });
  expect(shown).toMatchObject({ done: null, entries: [] });
});

test('an outcome that the person can act on is shown for longer', () => {
  const held: Done = {
    ...insertedDone,
    outcome: 'held',
    problem: { code: 'focus-moved', params: { app: 'Editor' } },
  };
  const notPressed = problem('enter-not-pressed', { app: 'Editor' });
  for (const shown of [
    held,
    { ...insertedDone, isComplete: false },
    { ...insertedDone, problem: notPressed },
    { ...insertedDone, outcome: 'on-clipboard' } as const,
  ])
    expect(run(start, begun(1), stop, recognised(1), inserted(1, shown)).effects.at(-1)).toEqual({
      type: 'set-shown-timeout',
      timeoutMs: tuning.undoMs,
    });
});

test('a timer ends a key that is held for too long, and the release ends the timer', () => {
  expect(run(key('press', 0)).effects).toContainEqual({
    ...{ type: 'set-key-timeout', timeoutMs: tuning.longestHoldMs },
  });
  const timeout: LifecycleEvent = { type: 'key', event: { type: 'timeout' } };
  expect(done(key('press', 0), begun(1), timeout).at(-1)).toEqual({ type: 'end' });
  expect(run(key('press', 0), begun(1), key('release', 5_000)).effects.at(-1)).toEqual({
    ...{ type: 'set-key-timeout', timeoutMs: null },
  });
});

test('a refused start leaves no dictation', () => {
  expect(run(start, { type: 'refused', id: 1 }).lifecycle).toEqual({ ...noDictation, newestId: 1 });
});

test('a microphone that fails ends the dictation, and its text is inserted', () => {
  const { lifecycle } = run(start, begun(1), { type: 'ended', id: 1 });
  expect(isSpeaking(lifecycle)).toBe(false);
  expect(isFinishing(lifecycle)).toBe(true);
  expect(done(start, begun(1), { type: 'ended', id: 1 }, recognised(1))).toContainEqual(
    expect.objectContaining({ type: 'insert', id: 1 }),
  );
});

test('the end of an older dictation does not end the newer one', () => {
  const { lifecycle } = run(start, begun(1), stop, start, begun(2), { type: 'ended', id: 1 });
  expect(isSpeaking(lifecycle)).toBe(true);
});

test.each([
  ['while it is spoken', [start, begun(1), cancel, recognised(1)]],
  ['while its text is pending', [start, begun(1), stop, cancel, recognised(1)]],
])('a dictation that is cancelled %s is kept and not inserted', (_when, events) => {
  const { lifecycle } = run(...events);
  expect(done(...events)).not.toContainEqual(expect.objectContaining({ type: 'insert' }));
  expect(done(...events).at(-1)).toEqual({ type: 'conclude', id: 1, outcome: 'cancelled' });
  expect(lifecycle).toMatchObject({ undoableId: 1, lastText: 'Text 1' });
});

test.each([
  ['before its text is known', [start, begun(1), cancel, { type: 'undo' }, recognised(1)]],
  ['after its text is known', [start, begun(1), cancel, recognised(1), { type: 'undo' }]],
] as [string, LifecycleEvent[]][])(
  'a cancellation that is undone %s inserts the text once',
  (_when, events) => {
    const inserts = done(...events, { type: 'undo' }).filter(({ type }) => type === 'insert');
    expect(inserts).toEqual([{ type: 'insert', id: 1, text: 'Text 1', isComplete: true }]);
  },
);

test.each([
  ['after it was shown for long enough', { type: 'shown' } as const],
  ['once another dictation has begun', start],
])('a cancellation cannot be undone %s', (_when, event) => {
  const before = [start, begun(1), cancel, recognised(1), event, begun(2)];
  expect(done(...before, { type: 'undo' })).not.toContainEqual(
    expect.objectContaining({ type: 'insert' }),
  );
});

test('a refused start keeps the undo', () => {
  const { lifecycle } = run(
    ...[start, begun(1), cancel, recognised(1), start],
    ...[{ type: 'refused', id: 2 } as const],
  );
  expect(lifecycle.undoableId).toBe(1);
});

test('a cancel is shown before the text is known', () => {
  const { lifecycle } = run(start, begun(1), stop, cancel);
  expect(lifecycle).toMatchObject({
    done: { outcome: 'cancelled', isComplete: false, problem: null },
    entries: [{ phase: 'finishing', id: 1, wish: 'cancel' }],
  });
});

test('a text that is being inserted cannot be cancelled', () => {
  const { lifecycle } = run(start, begun(1), stop, recognised(1), cancel);
  expect(lifecycle.entries).toEqual([{ phase: 'inserting', id: 1 }]);
});

test('a shortcut of another program stores and shows nothing', () => {
  const events = [key('press', 0), begun(1), otherKey(100)];
  expect(isFinishing(run(...events).lifecycle)).toBe(false);
  expect(done(...events, recognised(1)).at(-1)).toEqual({
    ...{ type: 'conclude', id: 1, outcome: 'silent' },
  });
  expect(run(...events, recognised(1)).lifecycle).toMatchObject({ done: null, lastText: '' });
});

test('a press after a lost release ends one dictation and begins the next', () => {
  expect(done(key('press', 0), begun(1), key('press', 9_000), begun(2))).toEqual([
    { type: 'begin', id: 1 },
    { type: 'end' },
    { type: 'begin', id: 2 },
  ]);
});

test('a dictation without words is forgotten, and one that cannot be recognised is reported', () => {
  const silent = run(start, begun(1), stop, recognised(1, ''));
  expect(silent.effects).toContainEqual({ type: 'conclude', id: 1, outcome: 'silent' });
  expect(silent.lifecycle).toMatchObject({ done: null, entries: [] });
  const failed = run(start, begun(1), stop, recognised(1, '', false));
  expect(failed.effects).toContainEqual({ type: 'conclude', id: 1, outcome: 'failed' });
  expect(failed.lifecycle.done).toMatchObject({ outcome: 'failed' });
});

test('nothing is shown of an older dictation while a newer one is spoken or awaited', () => {
  const events = [start, begun(1), stop, start, begun(2), recognised(1), inserted(1)];
  expect(run(...events).lifecycle.done).toBeNull();
  expect(run(...events, stop).lifecycle.done).toBeNull();
  expect(run(...events, stop, recognised(2), inserted(2)).lifecycle.done).toEqual(insertedDone);
});

test('the outcome of an older dictation leaves a newer one that was cancelled on the screen', () => {
  const { lifecycle, effects } = run(
    ...[start, begun(1), stop, recognised(1), start, begun(2), cancel, recognised(2)],
    inserted(1),
  );
  expect(lifecycle).toMatchObject({ undoableId: 2, done: { outcome: 'cancelled' } });
  expect(effects).toContainEqual({ type: 'conclude', id: 1, outcome: 'inserted' });
  expect(effects.findLast(({ type }) => type === 'set-shown-timeout')).toMatchObject({
    timeoutMs: tuning.undoMs,
  });
  const [, undone] = stepLifecycle(lifecycle, { type: 'undo' });
  expect(undone).toContainEqual(expect.objectContaining({ type: 'insert', id: 2 }));
});

test('an older text that was not inserted is shown after the offer to undo a newer one', () => {
  const held: Done = {
    ...insertedDone,
    outcome: 'held',
    problem: problem('focus-moved', { app: 'Editor' }),
  };
  const events = [
    ...[start, begun(1), stop, recognised(1), start, begun(2), cancel, recognised(2)],
    inserted(1, held),
  ];
  expect(run(...events).lifecycle.done).toMatchObject({ outcome: 'cancelled' });
  const shown = run(...events, { type: 'shown' });
  expect(shown.lifecycle).toMatchObject({ done: held, missed: null });
  expect(shown.effects.at(-1)).toEqual({ type: 'set-shown-timeout', timeoutMs: tuning.undoMs });
  expect(run(...events, { type: 'shown' }, { type: 'shown' }).lifecycle.done).toBeNull();
});

test('a cancelled text that is inserted again is shown, and is not offered once more', () => {
  const { lifecycle } = run(
    ...[start, begun(1), cancel, recognised(1)],
    ...[{ type: 'inserted-again', done: insertedDone } as const],
  );
  expect(lifecycle).toMatchObject({ undoableId: null, done: insertedDone, entries: [] });
});

test('a text that is inserted again is shown, but not while something is spoken', () => {
  const again: LifecycleEvent = { type: 'inserted-again', done: insertedDone };
  expect(run(again).lifecycle.done).toEqual(insertedDone);
  expect(run(start, begun(1), again).lifecycle.done).toBeNull();
});

test('a dictation that asks for it removes the one before, and its words are no text', () => {
  const { lifecycle, effects } = run(
    ...[start, begun(1), stop, recognised(1), inserted(1), start, begun(2), stop],
    scratch(2),
    scratched(2, true),
  );
  expect(effects).toContainEqual({ type: 'scratch', id: 2 });
  expect(effects).toContainEqual({ type: 'conclude', id: 2, outcome: 'cancelled' });
  expect(effects.filter(({ type }) => type === 'insert')).toHaveLength(1);
  expect(lifecycle).toMatchObject({
    ...{ lastText: 'Text 1', entries: [] },
    done: { outcome: 'cancelled', isComplete: true, problem: { code: 'scratched' } },
  });
  expect(effects.at(-1)).toEqual({
    ...{ type: 'set-shown-timeout', timeoutMs: tuning.insertedShownMs },
  });
});

test('a command that is cancelled does not become the last text, unless it is inserted as one', () => {
  const cancelled = [
    ...[start, begun(1), stop, recognised(1), inserted(1)],
    ...[start, begun(2), stop, cancel, scratch(2)],
  ];
  expect(run(...cancelled).lifecycle.lastText).toBe('Text 1');
  const { lifecycle, effects } = run(...cancelled, { type: 'undo' });
  expect(effects).toContainEqual({
    ...{ type: 'insert', id: 2, text: 'Scratch that.', isComplete: true },
  });
  expect(lifecycle.lastText).toBe('Scratch that.');
});

test('a refused command can be inserted as a text, while that is shown', () => {
  const refused = [
    ...[start, begun(1), stop, recognised(1), inserted(1)],
    ...[start, begun(2), stop, scratch(2), scratched(2, false)],
  ];
  const { lifecycle } = run(...refused);
  expect(isFinishing(lifecycle)).toBe(false);
  expect(lifecycle).toMatchObject({
    ...{ undoableId: 2, lastText: 'Text 1' },
    done: { outcome: 'cancelled', problem: { code: 'not-scratched' } },
  });
  expect(done(...refused, { type: 'undo' }, inserted(2)).slice(-3)).toEqual([
    { type: 'conclude', id: 2, outcome: 'cancelled' },
    { type: 'insert', id: 2, text: 'Scratch that.', isComplete: true },
    { type: 'conclude', id: 2, outcome: 'inserted' },
  ]);
  expect(run(...refused, { type: 'shown' }).lifecycle).toMatchObject({
    ...{ undoableId: null, done: null, entries: [] },
  });
});

test('a refused command says nothing while a newer dictation is spoken', () => {
  const { lifecycle, effects } = run(
    ...[start, begun(1), stop, scratch(1), start, begun(2), scratched(1, false)],
  );
  expect(effects).toContainEqual({ type: 'conclude', id: 1, outcome: 'cancelled' });
  expect(lifecycle).toMatchObject({ undoableId: null, done: null, entries: [{ id: 2 }] });
  // The words may have been meant as a text.
  expect(lifecycle.lastText).toBe('Scratch that.');
});
