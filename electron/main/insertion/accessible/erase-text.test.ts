import { expect, test } from 'vitest';
import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { AccessibleProgram } from './accessible-program.fixture.ts';
import { eraseFocused, selectEraseText } from './erase-text.ts';

/** A clock that moves only by sleeping. */
function openClock(): Clock {
  let nowMs = 0;
  const sleep = (ms: number): Promise<void> => {
    nowMs += ms;
    return Promise.resolve();
  };
  return { nowMs: () => nowMs, sleep };
}

/** A program whose field has both texts. */
function openProgram(): AccessibleProgram {
  const program = new AccessibleProgram({ children: [{}, { isFocused: true }] });
  program.text = 'First. Second.';
  return program;
}

const erase = (program: AccessibleProgram, clock = openClock()) =>
  eraseFocused(program, ' Second.', 7, clock);

test('a text is removed also if the program reports that late', async () => {
  const program = openProgram();
  program.lateReads = 5;
  expect(await erase(program)).toBe(true);
  expect(program.text).toBe('First.');
});

test('a program that never reports the deletion is asked for a bounded time', async () => {
  const program = openProgram();
  program.lateReads = Infinity;
  const clock = openClock();
  expect(await erase(program, clock)).toBe(false);
  expect(clock.nowMs()).toBeGreaterThanOrEqual(tuning.erasedMs);
  expect(clock.nowMs()).toBeLessThanOrEqual(tuning.erasedMs + tuning.erasedPollMs);
});

test('no text is removed through another program', async () => {
  const program = openProgram();
  expect(await eraseFocused(program, ' Second.', 8, openClock())).toBe(false);
  expect(program.text).toBe('First. Second.');
});

test('texts can be removed on Linux with a session bus only', () => {
  const bus = 'unix:path=/run/bus';
  expect(selectEraseText('linux', bus)).not.toBeNull();
  expect(selectEraseText('linux', null)).toBeNull();
  expect(selectEraseText('macos', bus)).toBeNull();
  expect(selectEraseText('windows', bus)).toBeNull();
});
