import { beforeEach, expect, test } from 'vitest';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { usualRules, type Outcome, type Target } from './insertion.ts';
import { insertionTuning as tuning } from './tuning.ts';
import type { Clock, InsertionPort, OwnedText, Pressed, Receipt } from './port.ts';
import { insertText, leaveOnClipboard } from './transaction.ts';

/* A desktop that behaves as a test says, and a clock that moves only by sleeping. */
const editor: Target = { app: 'Editor', windowId: 7 };
const browser: Target = { app: 'Browser', windowId: 8 };

class FakeClock implements Clock {
  ms = 1_000;
  nowMs = () => this.ms;
  /** Runs everything that is ready first. */
  async sleep(ms: number): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.ms += ms;
  }
}

class FakePort implements InsertionPort<string> {
  readonly keyServerTimeMs = 42;
  hasReceipts = true;
  front: Target | null = editor;
  refused: Problem | null = null;
  saved: Result<string> = ok('what was copied');
  pressed: Pressed[] = [];
  receipt: Receipt | null = 'target';
  clipboard = 'what was copied';
  isOurs = true;
  keptFocus: boolean | Error = true;
  /** The results of Enter. */
  entered: (Pressed | Error)[] = [];
  isContended = false;
  freeAtMs = 0;
  holdsText = false;
  /** The method in which the connection to the desktop breaks. */
  breaksIn: 'save' | 'own' | 'press' | null = null;
  /** The intended reader of each text; null is any program. */
  readonly readers: (Target | null)[] = [];
  /** The calls, in order. */
  readonly done: string[] = [];
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  focused = () => Promise.resolve(this.front);
  refusal = () => Promise.resolve(this.refused);
  isKeyboardFree = () => Promise.resolve(this.#clock.ms >= this.freeAtMs);
  holds = () => Promise.resolve(this.holdsText);
  hasKeptFocus = () =>
    this.keptFocus instanceof Error
      ? Promise.reject(this.keptFocus)
      : Promise.resolve(this.keptFocus);

  async save(): Promise<Result<string>> {
    await this.#step('save');
    return this.saved;
  }

  async own(text: string, reader: Target | null): Promise<OwnedText | null> {
    await this.#step('own');
    this.readers.push(reader);
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

  async pressEnter(): Promise<Pressed> {
    this.done.push('enter');
    const next = this.entered.shift() ?? 'sent';
    await Promise.resolve();
    if (next instanceof Error) throw next;
    return next;
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

test('a text is put on the clipboard, pasted and read, and the old content is restored', async () => {
  expect(await insert()).toMatchObject({
    ...{ type: 'inserted', times: { textReadMs: 5 } },
    serverTimeMs: port.keyServerTimeMs,
  });
  expect(port.done).toEqual(['save', 'own', 'press', 'restore']);
  expect(port.clipboard).toBe('what was copied');
});

const withEnter = (): Promise<Outcome> =>
  insertText(port, clock, 'Dictated', editor, { ...usualRules, pressesEnter: true });

test('Enter follows a text that the target has read, once, if it is asked for', async () => {
  expect(await withEnter()).toMatchObject({ type: 'inserted', enter: 'pressed' });
  expect(port.done).toEqual(['save', 'own', 'press', 'enter', 'restore']);
  expect(await insert()).not.toHaveProperty('enter');
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

test('Enter waits for a key that goes down after the paste', async () => {
  port.entered = ['keyboard-taken', 'keyboard-taken', 'sent'];
  expect(await withEnter()).toMatchObject({ enter: 'pressed' });
});

test.each<[string, () => unknown]>([
  ['the focus moves', () => (port.entered = ['focus-moved'])],
  ['the desktop breaks', () => (port.entered = [new Error('gone')])],
  ['a key stays down', () => (port.entered = Array<Pressed>(10_000).fill('keyboard-taken'))],
])(
  'if %s before Enter, the text is inserted, and Enter is reported as missing',
  async (_, happens) => {
    happens();
    const startedAtMs = clock.ms;
    expect(await withEnter()).toMatchObject({ type: 'inserted', enter: 'not-pressed' });
    expect(clock.ms - startedAtMs).toBeLessThan(tuning.readTimeoutMs + 2 * tuning.enterTimeoutMs);
    expect(port.clipboard).toBe('what was copied');
  },
);

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
