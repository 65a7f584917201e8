import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import type { Child } from '../../child.ts';
import { KeyWatchClient } from './key-watch-client.ts';

/* What a key watch that works never does, in virtual time: the other end of the channel says it. */
let say: (message: unknown) => void;
let asked: unknown[];
let kills: number;
let heard: string[];
let client: KeyWatchClient;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  kills = 0;
  heard = [];
  const child: Child = {
    post: (message) => asked.push(message),
    onMessage: (callback) => (say = callback),
    onExit: () => undefined,
    kill: () => (kills += 1),
  };
  client = new KeyWatchClient(() => child, {
    press: () => heard.push('press'),
    release: () => heard.push('release'),
    otherKey: () => undefined,
    changed: () => undefined,
  });
  void client.start({ modifiers: [], key: 'F9' });
});
afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

test('a hold that nothing ends is ended by the bound, and asked about until then', () => {
  say({ type: 'started' });
  say({ type: 'press' });
  vi.advanceTimersByTime(tuning.longestHoldMs - 1);
  expect(heard).toEqual(['press']);
  const checks = asked.length;
  expect(checks).toBeGreaterThan(tuning.longestHoldMs / tuning.holdCheckMs - 2);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['press', 'release']);
  vi.advanceTimersByTime(tuning.holdCheckMs * 4);
  expect(asked).toHaveLength(checks);
});

test('a release without a press is none, and a second press ends the first hold', () => {
  say({ type: 'started' });
  say({ type: 'release' });
  say({ type: 'press' });
  say({ type: 'press' });
  expect(heard).toEqual(['press', 'release', 'press']);
});

test.each([null, 'press', { type: 'key', name: 'a' }, { type: 'failed', code: 'tired' }])(
  'one that says %j is ended, and its hold with it',
  (message) => {
    say({ type: 'started' });
    say({ type: 'press' });
    say(message);
    expect(heard).toEqual(['press', 'release']);
    expect(kills).toBe(1);
    expect(client.isRunning).toBe(false);
  },
);

test('one that does not start in time is ended and started again', () => {
  vi.advanceTimersByTime(tuning.keyWatchStartTimeoutMs);
  expect(kills).toBe(1);
  vi.advanceTimersByTime(tuning.restartDelaysMs[0]);
  expect(asked).toEqual([asked[0], asked[0]]);
});
