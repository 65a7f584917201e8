import { beforeEach, expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { usualRules, type Outcome } from './insertion.ts';
import { browser, editor, FakeClock, FakePort } from './transaction.fixture.ts';
import { insertText } from './transaction.ts';

/* Enter after a text, as a profile asks for it. */
let clock: FakeClock;
let port: FakePort;

beforeEach(() => {
  clock = new FakeClock();
  port = new FakePort(clock);
});

const withEnter = (): Promise<Outcome> =>
  insertText(port, clock, 'Dictated', editor, { ...usualRules, pressesEnter: true });

test('Enter follows a text that the target has read, once, if it is asked for', async () => {
  expect(await withEnter()).toMatchObject({ type: 'inserted', enter: 'pressed' });
  expect(port.done).toEqual(['save', 'own', 'press', 'restore', 'enter']);
  expect(await insertText(port, clock, 'Dictated', editor)).not.toHaveProperty('enter');
});

test.each<[string, () => unknown]>([
  ['is not read', () => (port.receipt = null)],
  ['is read by an unknown program', () => (port.receipt = 'unknown')],
  ['is for a window that loses the focus', () => (port.keptFocus = false)],
  ['is for a window that takes no keys', () => (port.refused = problem('no-target', {}))],
  ['is for another window', () => (port.front = browser)],
  ['loses the clipboard', () => (port.receipt = 'lost')],
  ['meets a keyboard that is in use', () => (port.freeAtMs = Infinity)],
])('no Enter follows a text that %s', async (_what, happens) => {
  happens();
  expect((await withEnter()).type).not.toBe('inserted');
  expect(port.done).not.toContain('enter');
});

test.each<[string, () => unknown]>([
  ['the focus moves', () => (port.entered = ['focus-moved'])],
  ['the desktop breaks', () => (port.entered = [new Error('gone')])],
  ['a key goes down for the next action', () => (port.entered = ['keyboard-taken', 'sent'])],
])(
  'if %s before Enter, the text is inserted, and Enter is reported as missing',
  async (_, happens) => {
    happens();
    expect(await withEnter()).toMatchObject({ type: 'inserted', enter: 'not-pressed' });
    expect(port.done.filter((call) => call === 'enter')).toHaveLength(1);
    expect(port.clipboard).toBe('what was copied');
  },
);
