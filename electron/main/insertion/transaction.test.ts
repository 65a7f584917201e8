import { beforeEach, expect, test } from 'vitest';
import { failed } from '#shared/result.ts';
import { problem } from '#shared/problem.ts';
import type { Outcome } from './insertion.ts';
import type { Pressed } from './port.ts';
import { insertionTuning as tuning } from './tuning.ts';
import { browser, editor, FakeClock, FakePort } from './transaction.fixture.ts';
import { insertText, leaveOnClipboard } from './transaction.ts';

/* A desktop that behaves as a test says, and a clock that moves only by sleeping. */
let clock: FakeClock;
let port: FakePort;

beforeEach(() => {
  clock = new FakeClock();
  port = new FakePort(clock);
});

const insert = (text = 'Dictated'): Promise<Outcome> => insertText(port, clock, text, editor);

test('a text is put on the clipboard, pasted and read, and the old content is restored', async () => {
  expect(await insert()).toMatchObject({
    ...{ type: 'inserted', times: { textReadMs: 5 } },
    serverTimeMs: port.keyServerTimeMs,
  });
  expect(port.done).toEqual(['save', 'own', 'press', 'restore']);
  expect(port.clipboard).toBe('what was copied');
});

test.each([
  ['another window', browser],
  ['a window of another program with the same id', { ...browser, windowId: 7 }],
  ['an X window with the same id', { ...editor, shell: 'x11' as const }],
  ['no window', null],
])('nothing changes with %s in front', async (_what, front) => {
  port.front = front;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'focus-moved' } });
  expect(port.done).toEqual([]);
});

test('a window that takes no keys leaves the text on the clipboard, with the reason', async () => {
  port.refused = problem('elevated', { app: 'Editor' });
  expect(await insert()).toEqual({ type: 'on-clipboard', problem: port.refused });
  expect(port.done).toEqual(['own']);
  expect(port.clipboard).toBe('Dictated');
});

test('the paste waits for the release of held keys', async () => {
  port.freeAtMs = clock.ms + tuning.releaseTimeoutMs - 100;
  expect(await insert()).toMatchObject({ type: 'inserted' });
});

test('keys that stay down hold the text, and the clipboard stays', async () => {
  port.freeAtMs = Infinity;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'keyboard-taken' } });
  expect(port.done).toEqual([]);
});

test('a clipboard that cannot be saved is not replaced', async () => {
  port.saved = failed(problem('clipboard-unreadable', {}));
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-unreadable' } });
  expect(port.done).toEqual(['save']);
});

test('a clipboard that another program takes at the same moment stays with it', async () => {
  port.isContended = true;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-contended' } });
  expect(port.done).toEqual(['save', 'own']);
});

test('a focus that moves at the last moment holds the text, and the clipboard is restored', async () => {
  port.pressed = ['focus-moved'];
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'focus-moved' } });
  expect(port.clipboard).toBe('what was copied');
});

test('a clipboard that another program takes at the last moment is not restored', async () => {
  port.pressed = ['clipboard-taken'];
  port.isOurs = false;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-contended' } });
  expect(port.done).not.toContain('restore');
});

test('a window that refuses keys only at the last moment leaves the text on the clipboard', async () => {
  const refusal = problem('secure-input', {});
  port.pressed = [{ refusal }];
  expect(await insert()).toEqual({ type: 'on-clipboard', problem: refusal });
  expect(port.done).toEqual(['save', 'own', 'press', 'own']);
  expect(port.readers).toEqual([editor, null]);
});

test('the paste waits for a key that goes down at the last moment, with the clipboard restored meanwhile', async () => {
  port.pressed = ['keyboard-taken', 'sent'];
  expect(await insert()).toMatchObject({ type: 'inserted' });
  const once = ['save', 'own', 'press', 'restore'];
  expect(port.done).toEqual([...once, ...once]);
});

test('a paste key that the desktop never takes holds the text after the same time', async () => {
  port.pressed = Array<Pressed>(10_000).fill('keyboard-taken');
  const startedAtMs = clock.ms;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'keyboard-taken' } });
  expect(clock.ms - startedAtMs).toBeLessThan(tuning.releaseTimeoutMs + 100);
  expect(port.clipboard).toBe('what was copied');
});

test('a target that does not read leaves the text on the clipboard', async () => {
  port.receipt = null;
  expect(await insert()).toMatchObject({ type: 'on-clipboard', problem: { code: 'not-read' } });
  expect(port.clipboard).toBe('Dictated');
  expect(port.readers).toEqual([editor, null]);
});

test('an unknown reader is no proof', async () => {
  port.receipt = 'unknown';
  expect(await insert()).toMatchObject({ type: 'pasted', problem: { code: 'unseen' } });
  expect(port.clipboard).toBe('what was copied');
});

test.each([
  ['the target loses the focus after the key', false],
  ['the desktop cannot say whether the target kept the focus', new Error('gone')],
])('a read of the text is no proof if %s', async (_what, keptFocus) => {
  port.keptFocus = keptFocus;
  expect(await insert()).toMatchObject({ type: 'pasted', problem: { code: 'unseen' } });
  expect(port.clipboard).toBe('what was copied');
});

test('if readers are not reported, the clipboard is restored after a time, and no insertion is claimed', async () => {
  port.hasReceipts = false;
  port.receipt = null;
  const startedAtMs = clock.ms;
  expect(await insert()).toMatchObject({ type: 'pasted' });
  expect(clock.ms - startedAtMs).toBeGreaterThanOrEqual(tuning.unseenReadMs);
  expect(port.clipboard).toBe('what was copied');
});

test.each([
  [true, 'on-clipboard', 'clipboard-taken-over'],
  [false, 'held', 'clipboard-taken'],
])('when another program takes the clipboard, with the text: %s', async (holds, type, code) => {
  port.receipt = 'lost';
  port.isOurs = false;
  port.holdsText = holds;
  expect(await insert()).toMatchObject({ type, problem: { code } });
  expect(port.done).not.toContain('restore');
});

test('the clipboard stays if the desktop breaks before it is replaced', async () => {
  port.breaksIn = 'save';
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'display-gone' } });
  expect(port.done).toEqual(['save']);
});

test.each(['own', 'press'] as const)(
  'if the desktop breaks in %s, the clipboard is restored, and the text may be inserted',
  async (method) => {
    port.breaksIn = method;
    expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'insertion-stopped' } });
    expect(port.clipboard).toBe('what was copied');
  },
);

test('an empty text is held', async () => {
  expect(await insert('')).toMatchObject({ type: 'held', problem: { code: 'nothing-said' } });
  expect(await leaveOnClipboard(port, '', null)).toMatchObject({ type: 'held' });
  expect(port.done).toEqual([]);
});

test('a clipboard that cannot be taken holds the text', async () => {
  port.breaksIn = 'own';
  expect(await leaveOnClipboard(port, 'Dictated', null)).toMatchObject({ type: 'held' });
});
