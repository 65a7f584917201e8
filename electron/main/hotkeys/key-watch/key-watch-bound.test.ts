import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import type { Child } from '../../processes/child.ts';
import { KeyWatchClient } from './key-watch-client.ts';
import { mainTuning } from '../../time/tuning.ts';

/*
 * A key watch that misbehaves as a working one never does, in virtual time. The test sends its messages.
 */
let say: (message: unknown) => void;
let asked: unknown[];
let kills: number;
let heard: string[];
let times: number[];
let client: KeyWatchClient;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  kills = 0;
  heard = [];
  times = [];
  const child: Child = {
    post: (message) => asked.push(message),
    onMessage: (callback) => (say = callback),
    onExit: () => undefined,
    kill: () => (kills += 1),
  };
  client = new KeyWatchClient(() => child, {
    heard: (event, atMs) => heard.push(event) && times.push(atMs),
    changed: () => undefined,
  });
  void client.start({ modifiers: [], key: 'F9' });
});
afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

test('a hold is checked until it ends, at the latest after the longest duration', () => {
  say({ type: 'started' });
  say({ type: 'press', atMs: 7 });
  vi.advanceTimersByTime(tuning.longestHoldMs - 1);
  expect(heard).toEqual(['press']);
  const checks = asked.length;
  expect(checks).toBeGreaterThan(tuning.longestHoldMs / tuning.holdCheckMs - 2);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['press', 'release']);
  vi.advanceTimersByTime(tuning.holdCheckMs * 4);
  expect(asked).toHaveLength(checks);
});

test('a release without a press is ignored, and a second press ends the first hold', () => {
  say({ type: 'started' });
  say({ type: 'release', atMs: 8 });
  say({ type: 'press', atMs: 7 });
  say({ type: 'press', atMs: 7 });
  expect(heard).toEqual(['press', 'release', 'press']);
});

test('a tap keeps its length, however late main reads it', () => {
  say({ type: 'started' });
  vi.advanceTimersByTime(5_000);
  say({ type: 'press', atMs: 100 });
  say({ type: 'release', atMs: 180 });
  expect(times).toEqual([100, 180]);
});

test('a press that only a grab has seen is passed to the process, also to the next one', () => {
  client.grabbed();
  expect(asked).toHaveLength(1);
  say({ type: 'started' });
  expect(asked.at(-1)).toEqual({ type: 'grabbed', isTap: true });
  client.grabbed();
  expect(asked.at(-1)).toEqual({ type: 'grabbed', isTap: false });
  say(null);
  expect([client.isRunning, client.hears]).toEqual([false, true]);
  client.grabbed();
  vi.advanceTimersByTime(mainTuning.restartDelaysMs[0]);
  say({ type: 'started' });
  expect(asked.at(-1)).toEqual({ type: 'grabbed', isTap: true });
});

test('a repeated or old press is no tap, because it would begin to listen unasked', () => {
  client.grabbed();
  client.grabbed();
  say({ type: 'started' });
  expect(asked.at(-1)).toEqual({ type: 'grabbed', isTap: false });
  say(null);
  client.grabbed();
  vi.advanceTimersByTime(mainTuning.missedTapMs);
  say({ type: 'started' });
  expect(asked.at(-1)).toEqual({ type: 'grabbed', isTap: false });
});

test.each([null, 'press', { type: 'key', name: 'a' }, { type: 'failed', code: 'tired' }])(
  'a process that sends %j is ended, and so is its hold',
  (message) => {
    say({ type: 'started' });
    say({ type: 'press', atMs: 7 });
    say(message);
    expect(heard).toEqual(['press', 'release']);
    expect(kills).toBe(1);
    expect(client.isRunning).toBe(false);
  },
);

test('a process that does not start in time is ended and started again', () => {
  vi.advanceTimersByTime(mainTuning.keyWatchStartTimeoutMs);
  expect(kills).toBe(1);
  vi.advanceTimersByTime(mainTuning.restartDelaysMs[0]);
  expect(asked).toEqual([asked[0], asked[0]]);
});
