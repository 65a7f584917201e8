import { beforeEach, expect, test } from 'vitest';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import type { Outcome, Target } from '../delivery/delivery.ts';
import { deliveryTuning as tuning } from '../delivery/tuning.ts';
import type { Clock, InsertionPort, OwnedText, Pressed, Receipt } from './port.ts';
import { insertText, leaveOnClipboard } from './transaction.ts';

/* A desktop that does what a test says, and a clock that only moves when something sleeps. */
const editor: Target = { app: 'Editor', windowId: 7 };
const browser: Target = { app: 'Browser', windowId: 8 };

class FakeClock implements Clock {
  ms = 1_000;
  nowMs = () => this.ms;
  /** Everything that is ready goes first. */
  async sleep(ms: number): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.ms += ms;
  }
}

class FakePort implements InsertionPort<string> {
  hasReceipts = true;
  front: Target | null = editor;
  refused: Problem | null = null;
  saved: Result<string> = ok('what was copied');
  pressed: Pressed[] = [];
  receipt: Receipt | null = 'target';
  clipboard = 'what was copied';
  isOurs = true;
  isContended = false;
  freeAtMs = 0;
  holdsText = false;
  /** The way to the desktop breaks in this method. */
  breaksIn: 'save' | 'own' | 'press' | null = null;
  /** What was done, in order. */
  readonly done: string[] = [];
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  focused = () => Promise.resolve(this.front);
  refusal = () => Promise.resolve(this.refused);
  isKeyboardFree = () => Promise.resolve(this.#clock.ms >= this.freeAtMs);
  holds = () => Promise.resolve(this.holdsText);

  async save(): Promise<Result<string>> {
    await this.#step('save');
    return this.saved;
  }

  async own(text: string): Promise<OwnedText | null> {
    await this.#step('own');
    if (this.isContended) return null;
    this.clipboard = text;
    const readAtMs = this.#clock.ms + 5;
    const { receipt } = this;
    return {
      receipt: receipt === null ? new Promise(() => undefined) : Promise.resolve(receipt),
      lastReadAtMs: () => readAtMs,
      isOurs: () => this.isOurs,
    };
  }

  async press(): Promise<Pressed> {
    await this.#step('press');
    return this.pressed.shift() ?? 'sent';
  }

  async restore(saved: string): Promise<void> {
    this.done.push('restore');
    this.clipboard = saved;
    await Promise.resolve();
  }

  #step(name: 'save' | 'own' | 'press'): Promise<void> {
    this.done.push(name);
    return this.breaksIn === name ? Promise.reject(new Error('gone')) : Promise.resolve();
  }
}

let clock: FakeClock;
let port: FakePort;

beforeEach(() => {
  clock = new FakeClock();
  port = new FakePort(clock);
});

const insert = (text = 'Dictated'): Promise<Outcome> => insertText(port, clock, text, editor);

test('a text is put on the clipboard, pasted, read and replaced by what was there', async () => {
  expect(await insert()).toMatchObject({ type: 'delivered', times: { textReadMs: 5 } });
  expect(port.done).toEqual(['save', 'own', 'press', 'restore']);
  expect(port.clipboard).toBe('what was copied');
});

test.each([
  ['another window', browser],
  ['a window of another program with the same id', { ...browser, windowId: 7 }],
  ['an X window with the same id', { ...editor, shell: 'x11' as const }],
  ['no window', null],
])('with %s in front nothing is touched', async (_what, front) => {
  port.front = front;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'focus-moved' } });
  expect(port.done).toEqual([]);
});

test('a window that takes no keys leaves the text on the clipboard, with the reason', async () => {
  port.refused = { code: 'secure-input', sentence: 'A password field has the keyboard.' };
  expect(await insert()).toEqual({ type: 'on-clipboard', problem: port.refused });
  expect(port.done).toEqual(['own']);
  expect(port.clipboard).toBe('Dictated');
});

test('held keys are waited for', async () => {
  port.freeAtMs = clock.ms + tuning.releaseTimeoutMs - 100;
  expect(await insert()).toMatchObject({ type: 'delivered' });
});

test('keys that stay held hold the text, and the clipboard is not touched', async () => {
  port.freeAtMs = Infinity;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'keyboard-taken' } });
  expect(port.done).toEqual([]);
});

test('what cannot be saved is not pasted over', async () => {
  port.saved = failed('clipboard-unreadable', 'It is too large.');
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-unreadable' } });
  expect(port.done).toEqual(['save']);
});

test('a clipboard that another program takes at the same moment is left alone', async () => {
  port.isContended = true;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-taken' } });
  expect(port.done).toEqual(['save', 'own']);
});

test('a focus that moves at the last moment holds the text, and the clipboard is put back', async () => {
  port.pressed = ['focus-moved'];
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'focus-moved' } });
  expect(port.clipboard).toBe('what was copied');
});

test('a clipboard that was taken at the last moment is not put back', async () => {
  port.pressed = ['clipboard-taken'];
  port.isOurs = false;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-taken' } });
  expect(port.done).not.toContain('restore');
});

test('a key that goes down at the last moment is waited for, with the clipboard back meanwhile', async () => {
  port.pressed = ['keyboard-taken', 'sent'];
  expect(await insert()).toMatchObject({ type: 'delivered' });
  const once = ['save', 'own', 'press', 'restore'];
  expect(port.done).toEqual([...once, ...once]);
});

test('a target that does not read leaves the text on the clipboard', async () => {
  port.receipt = null;
  expect(await insert()).toMatchObject({ type: 'on-clipboard', problem: { code: 'not-read' } });
  expect(port.clipboard).toBe('Dictated');
});

test('a reader that is not known is no proof', async () => {
  port.receipt = 'unknown';
  expect(await insert()).toMatchObject({ type: 'pasted', problem: { code: 'unseen' } });
  expect(port.clipboard).toBe('what was copied');
});

test('where readers cannot be seen the clipboard is put back after a time, and nothing is claimed', async () => {
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

test('where the desktop breaks before the clipboard is touched, it stays as it is', async () => {
  port.breaksIn = 'save';
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'display-gone' } });
  expect(port.done).toEqual(['save']);
});

test.each(['own', 'press'] as const)(
  'where the desktop breaks in %s, the clipboard is put back, and the text may be there',
  async (method) => {
    port.breaksIn = method;
    expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'delivery-stopped' } });
    expect(port.clipboard).toBe('what was copied');
  },
);

test('an empty text is held', async () => {
  expect(await insert('')).toMatchObject({ type: 'held', problem: { code: 'nothing-said' } });
  expect(await leaveOnClipboard(port, '', null)).toMatchObject({ type: 'held' });
  expect(port.done).toEqual([]);
});

test('a clipboard that cannot be had holds the text', async () => {
  port.breaksIn = 'own';
  expect(await leaveOnClipboard(port, 'Dictated', null)).toMatchObject({ type: 'held' });
});
