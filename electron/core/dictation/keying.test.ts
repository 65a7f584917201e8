import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { idle, stepKeying, type KeyingEvent } from './keying.ts';

type Mode = 'auto' | 'hold' | 'toggle';

function run(events: readonly KeyingEvent[]) {
  let keying = idle;
  const did: string[] = [];
  let timeoutMs: number | null = null;
  for (const event of events) {
    const [next, effects] = stepKeying(keying, event);
    keying = next;
    for (const effect of effects)
      if (effect.type === 'set-timeout') ({ timeoutMs } = effect);
      else did.push(effect.type);
  }
  return { phase: keying.phase, did, timeoutMs };
}

const press = (atMs: number, mode: Mode, hasRelease = true): KeyingEvent => ({
  type: 'press',
  ...{ atMs, mode, hasRelease },
});
const release = (atMs: number, mode: Mode): KeyingEvent => ({ type: 'release', atMs, mode });

describe('hold', () => {
  test('speaks from the press to the release, however short', () => {
    expect(run([press(0, 'hold')]).did).toEqual(['begin']);
    expect(run([press(0, 'hold'), release(20, 'hold')])).toEqual({
      phase: 'idle',
      did: ['begin', 'end'],
      timeoutMs: null,
    });
  });

  test('ends automatically if the release never comes', () => {
    expect(run([press(0, 'hold')]).timeoutMs).toBe(tuning.longestHoldMs);
    expect(run([press(0, 'hold'), { type: 'timeout' }]).did).toEqual(['begin', 'end']);
  });

  test('whose release was lost ends with the next press, which begins another', () => {
    const { did, phase } = run([press(0, 'hold'), press(900, 'hold')]);
    expect(did).toEqual(['begin', 'end', 'begin']);
    expect(phase).toBe('held');
  });
});

describe('auto', () => {
  test('speaks on after a tap until the next press', () => {
    const tapped = [press(0, 'auto'), release(tuning.tapMs - 1, 'auto')];
    expect(run(tapped)).toEqual({
      phase: 'latched',
      did: ['begin'],
      timeoutMs: tuning.longestLatchMs,
    });
    const ended = [...tapped, press(5_000, 'auto'), release(5_050, 'auto')];
    expect(run(ended)).toEqual({ phase: 'idle', did: ['begin', 'end'], timeoutMs: null });
  });

  test('ends with the release of a longer press', () => {
    const held = [press(0, 'auto'), release(tuning.tapMs, 'auto')];
    expect(run(held)).toEqual({ phase: 'idle', did: ['begin', 'end'], timeoutMs: null });
  });
});

test('without release events, every mode works from press to press', () => {
  for (const mode of ['auto', 'hold', 'toggle'] as const)
    expect(run([press(0, mode, false), press(900, mode, false)]).did).toEqual(['begin', 'end']);
});

test('toggle ignores releases', () => {
  const events = [press(0, 'toggle'), release(900, 'toggle')];
  expect(run(events)).toMatchObject({ phase: 'latched', did: ['begin'] });
});

test('cancelling ends what was begun, and nothing else', () => {
  expect(run([press(0, 'auto'), { type: 'cancel' }, release(900, 'auto')])).toEqual({
    phase: 'idle',
    did: ['begin', 'cancel'],
    timeoutMs: null,
  });
  expect(run([{ type: 'cancel' }, { type: 'stop' }]).did).toEqual([]);
});

describe('another key during a press', () => {
  const other = (atMs: number): KeyingEvent => ({ type: 'other-key', atMs });

  test('soon after makes it a shortcut of another program, and nothing has begun', () => {
    for (const mode of ['auto', 'hold'] as const)
      expect(
        run([press(5_000, mode), other(5_000 + tuning.shortcutMs - 1), release(5_600, mode)]),
      ).toEqual({ phase: 'idle', did: ['begin', 'discard'], timeoutMs: null });
  });

  test('later is typing during a dictation', () => {
    const held = [press(5_000, 'hold'), other(5_000 + tuning.shortcutMs), release(5_900, 'hold')];
    expect(run(held).did).toEqual(['begin', 'end']);
  });

  test('does nothing to a latched dictation', () => {
    const tapped = [press(0, 'auto'), release(50, 'auto'), other(100)];
    expect(run(tapped)).toMatchObject({ phase: 'latched', did: ['begin'] });
  });
});

test('verbs and buttons start and stop as the key does', () => {
  expect(run([{ type: 'start' }, { type: 'start' }]).did).toEqual(['begin']);
  expect(run([{ type: 'start' }, { type: 'stop' }]).did).toEqual(['begin', 'end']);
  expect(run([{ type: 'start' }, press(900, 'hold')]).did).toEqual(['begin', 'end']);
});

test('a dictation that has ended is not ended again', () => {
  expect(run([press(0, 'hold'), { type: 'ended' }, release(900, 'hold')]).did).toEqual(['begin']);
});

test('after any events, every begin has its end before the next', () => {
  const mode = fc.constantFrom<Mode[]>('auto', 'hold', 'toggle');
  const atMs = fc.nat(2_000);
  const event: fc.Arbitrary<KeyingEvent> = fc.oneof(
    fc.record({ type: fc.constant('press' as const), atMs, mode, hasRelease: fc.boolean() }),
    fc.record({ type: fc.constant('release' as const), atMs, mode }),
    fc.record({ type: fc.constant('other-key' as const), atMs }),
    fc.constantFrom<KeyingEvent[]>(
      { type: 'start' },
      { type: 'stop' },
      { type: 'cancel' },
      { type: 'timeout' },
    ),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60, size: 'max' }), (events) => {
      const { did, phase, timeoutMs } = run(events);
      did.forEach((what, index) => expect(what === 'begin').toBe(index % 2 === 0));
      expect(phase === 'idle').toBe(did.length % 2 === 0);
      expect(timeoutMs === null).toBe(phase === 'idle');
    }),
    { numRuns: 2_000 },
  );
});
