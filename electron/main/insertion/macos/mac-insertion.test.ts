import { beforeEach, expect, test } from 'vitest';
import type { Outcome, Target } from '../insertion.ts';
import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { MacInsertion } from './mac-insertion.ts';
import type { FrontApp, MacSystem, PasteboardItem, Reach, Written } from './mac-system.ts';

/* Libraries of macOS that record their calls, and a clock that moves only by sleeping. */
const text = 'public.utf8-plain-text';
const copied: PasteboardItem[] = [
  new Map([
    [text, Buffer.from('kept')],
    ['public.html', Buffer.from('<b>kept</b>')],
  ]),
  new Map([['public.file-url', Buffer.from('file:///tmp/a')]]),
];

const copiedMeanwhile: PasteboardItem[] = [new Map([[text, Buffer.from('copied meanwhile')]])];

class RecordingMac implements MacSystem {
  front: FrontApp | null = { name: 'TextEdit', processId: 42, windowId: 7 };
  isAllowed = true;
  /** How often the permission was asked for. */
  asked = 0;
  isSecure = false;
  modifiers = 0;
  vKeyCode: number | null = 9;
  pasteboard: PasteboardItem[] | null = copied;
  reach: Reach = 'all-devices';
  mayRead = true;
  /** Another program takes the pasteboard at the same moment. */
  isContended = false;
  /** How many writes macOS refuses after it has emptied the pasteboard. */
  refusedWrites = 0;
  /** Called after the pasteboard is read. */
  onRead: () => void = () => undefined;
  count = 1;
  /** The event that cannot be made, counted from 1. */
  failsAtEvent = 0;
  /** Called after each event that is posted. */
  onPost: (posted: number) => void = () => undefined;
  readonly events: { keyCode: number; isDown: boolean; flags: number }[] = [];
  readonly posted: { keyCode: number; isDown: boolean; flags: number; atMs: number }[] = [];
  released = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mayPressKeys = () => this.isAllowed;
  askToPressKeys = () => void (this.asked += 1);
  isSecureInput = () => this.isSecure;
  frontApp = () => this.front;
  heldModifiers = () => this.modifiers;
  pasteKeyCode = () => this.vKeyCode;
  createSource = () => 1_000n;
  changeCount = () => this.count;
  mayReadPasteboard = () => this.mayRead;

  createKeyEvent(_source: bigint, keyCode: number, isDown: boolean): bigint {
    if (this.events.length + 1 === this.failsAtEvent) return 0n;
    return BigInt(this.events.push({ keyCode, isDown, flags: -1 }));
  }

  setFlags(reference: bigint, flags: number): void {
    const event = this.events[Number(reference) - 1];
    if (event !== undefined) event.flags = flags;
  }

  post(reference: bigint): void {
    const event = this.events[Number(reference) - 1];
    if (event !== undefined) this.posted.push({ ...event, atMs: this.#clock.nowMs() });
    this.onPost(this.posted.length);
  }

  release(): void {
    this.released += 1;
  }

  readPasteboard(mostBytes: number): PasteboardItem[] | null {
    const items = this.pasteboard;
    this.onRead();
    const sizes = (items ?? []).flatMap((item) => [...item.values()]).map(({ length }) => length);
    return sizes.reduce((sum, size) => sum + size, 0) > mostBytes ? null : items;
  }

  writePasteboard(items: PasteboardItem[], reach: Reach): Written {
    const count = ++this.count;
    const isComplete = !this.isContended && this.refusedWrites-- <= 0;
    this.pasteboard = isComplete ? items : [];
    this.reach = reach;
    if (this.isContended) this.copy(copiedMeanwhile);
    return { count, isComplete };
  }

  /** Another program copies something. */
  copy(items: PasteboardItem[]): void {
    this.count += 1;
    this.pasteboard = items;
  }
}

let nowMs: number;
let mac: RecordingMac;
let insertion: MacInsertion;
const clock: Clock = {
  nowMs: () => nowMs,
  sleep: async (ms) => {
    await new Promise((resolve) => setImmediate(resolve));
    nowMs += ms;
  },
};
const target: Target = { app: 'TextEdit', windowId: 7 };
const insert = (): Promise<Outcome> => insertion.insert('Dictated', target);

beforeEach(() => {
  nowMs = 1_000;
  mac = new RecordingMac(clock);
  insertion = new MacInsertion(() => Promise.resolve(mac), clock);
});

test('Command and V are pressed, 10 ms apart, and the pasteboard is restored', async () => {
  expect(await insert()).toMatchObject({ type: 'pasted', problem: { code: 'unseen' } });
  expect(mac.posted.map(({ keyCode, isDown, flags }) => [keyCode, isDown, flags])).toEqual([
    [0x37, true, 0x10_0008],
    [9, true, 0x10_0008],
    [9, false, 0x10_0008],
    [0x37, false, 0],
  ]);
  expect(mac.posted.map(({ atMs }) => atMs - (mac.posted[0]?.atMs ?? 0))).toEqual([0, 10, 20, 30]);
  expect(mac.released).toBe(5);
  expect(mac.pasteboard).toBe(copied);
});

test('the text is marked for clipboard managers while it is on the pasteboard', async () => {
  let during: PasteboardItem[] = [];
  let reach: Reach = 'all-devices';
  mac.onPost = () => {
    during = mac.pasteboard ?? [];
    reach = mac.reach;
  };
  await insert();
  expect([...(during[0]?.keys() ?? [])]).toEqual([
    text,
    'org.nspasteboard.TransientType',
    'org.nspasteboard.AutoGeneratedType',
  ]);
  expect(during[0]?.get(text)?.toString()).toBe('Dictated');
  expect(reach).toBe('this-mac');
  expect(mac.reach).toBe('all-devices');
});

test('a text that stays on the pasteboard has no mark, and stays on this Mac', async () => {
  expect(await insertion.insert('Dictated', null)).toMatchObject({ type: 'on-clipboard' });
  expect(mac.pasteboard).toEqual([new Map([[text, Buffer.from('Dictated')]])]);
  expect(mac.reach).toBe('this-mac');
});

test('where the pasteboard must not be read, the text is on it and the sentence says why', async () => {
  mac.mayRead = false;
  expect(await insert()).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'pasteboard-denied' },
  });
  expect(mac.posted).toEqual([]);
});

test('a pasteboard that does not answer is not written over', async () => {
  mac.pasteboard = null;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-unreadable' } });
  expect(mac.count).toBe(1);
});

test('a pasteboard that another program takes at the same moment is left to it', async () => {
  mac.isContended = true;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-contended' } });
  expect(mac.pasteboard).toBe(copiedMeanwhile);
  expect(mac.posted).toEqual([]);
});

test.each([
  ['Dvorak', 47, 47],
  ['a layout without V', null, 9],
])('on %s the key is %s', async (_layout, keyCode, expected) => {
  mac.vKeyCode = keyCode;
  await insert();
  expect(mac.posted[1]?.keyCode).toBe(expected);
});

test.each([1, 2, 3, 4])('no event is sent if event %i cannot be created', async (failing) => {
  mac.failsAtEvent = failing;
  // Each attempt creates the events again.
  mac.createKeyEvent = () =>
    mac.events.length + 1 >= failing ? 0n : BigInt(mac.events.push(noEvent));
  expect(await insert()).toMatchObject({ type: 'held' });
  expect(mac.posted).toEqual([]);
  expect(mac.pasteboard).toBe(copied);
});

const noEvent = { keyCode: 0, isDown: false, flags: 0 };

test('without the permission nothing is pressed, and the sentence says where to give it', async () => {
  mac.isAllowed = false;
  expect(await insert()).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'accessibility-denied' },
  });
  expect(mac.posted).toEqual([]);
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Dictated');
});

test('the person is asked for the permission when a text needs it, and not before', async () => {
  await insert();
  expect(mac.asked).toBe(0);
  mac.isAllowed = false;
  await insert();
  expect(mac.asked).toBe(1);
});

test('a password field gets no keys', async () => {
  mac.isSecure = true;
  expect(await insert()).toMatchObject({ type: 'on-clipboard', problem: { code: 'secure-input' } });
  expect(mac.posted).toEqual([]);
});

test('a password field that gets the keyboard at the last moment gets no keys either', async () => {
  let checks = 0;
  mac.isSecureInput = () => ++checks > 1;
  expect(await insert()).toMatchObject({ type: 'on-clipboard', problem: { code: 'secure-input' } });
  expect(mac.posted).toEqual([]);
  expect(mac.pasteboard).toEqual([new Map([[text, Buffer.from('Dictated')]])]);
});

test('another window in front gets nothing', async () => {
  mac.front = { name: 'TextEdit', processId: 42, windowId: 8 };
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'focus-moved' } });
  expect(mac.pasteboard).toBe(copied);
});

test('a program without windows is known by its process', async () => {
  mac.front = { name: 'Finder', processId: 42, windowId: 0 };
  const target = await insertion.focused();
  expect(target).toEqual({ app: 'Finder', windowId: -42, processId: 42 });
  expect(await insertion.insert('Dictated', target)).toMatchObject({ type: 'pasted' });
});

test('held modifiers are waited for, Caps Lock is not', async () => {
  mac.modifiers = 0x01_0000;
  expect(await insert()).toMatchObject({ type: 'pasted' });
  mac.modifiers = 0x08_0000;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'keyboard-taken' } });
});

test('content that a program copies during a paste stays', async () => {
  mac.onPost = (posted) => {
    if (posted === 4) mac.copy(copiedMeanwhile);
  };
  await insert();
  expect(mac.pasteboard).toBe(copiedMeanwhile);
});

test('content that a program copies after the pasteboard is saved stays, and nothing is pasted', async () => {
  mac.onRead = () => mac.copy(copiedMeanwhile);
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-contended' } });
  expect(mac.pasteboard).toBe(copiedMeanwhile);
  expect(mac.posted).toEqual([]);
});

test('a pasteboard that macOS has emptied and does not write is restored', async () => {
  mac.refusedWrites = 1;
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-contended' } });
  expect(mac.pasteboard).toBe(copied);
  expect(mac.posted).toEqual([]);
});

test('a password that was copied stays on this Mac when it is restored', async () => {
  const secret = new Map([
    [text, Buffer.from('password')],
    ['org.nspasteboard.ConcealedType', Buffer.alloc(0)],
  ]);
  mac.pasteboard = [secret];
  await insert();
  expect(mac.pasteboard).toEqual([secret]);
  expect(mac.reach).toBe('this-mac');
});

test('a pasteboard that is too large is not pasted over', async () => {
  mac.pasteboard = [new Map([['public.tiff', Buffer.alloc(tuning.saveBytes + 1)]])];
  expect(await insert()).toMatchObject({ type: 'held', problem: { code: 'clipboard-unreadable' } });
  expect(mac.posted).toEqual([]);
});

test('libraries that cannot be loaded hold the text', async () => {
  insertion = new MacInsertion(() => Promise.reject(new Error('not macOS')), clock);
  expect(await insertion.focused()).toBe(null);
  expect(await insert()).toMatchObject({ type: 'held' });
});

test('a copy can be undone, with every format of what it replaced', async () => {
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(mac.pasteboard?.map((item) => [...item.keys()])).toEqual([[text]]);
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copied);
});

test('of two copies, what was there before both is restored', async () => {
  await insertion.clipboard.copy('Good');
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copied);
});

test('a copy over one that could not save what it replaced cannot be undone either', async () => {
  mac.mayRead = false;
  expect(await insertion.clipboard.copy('Good')).toBe('cannot-undo');
  mac.mayRead = true;
  expect(await insertion.clipboard.copy('Good morning.')).toBe('cannot-undo');
  expect(await insertion.clipboard.undo()).toBe(false);
  mac.copy(copiedMeanwhile);
  expect(await insertion.clipboard.copy('Good evening.')).toBe('can-undo');
});

test('what another program copies between two copies is restored', async () => {
  await insertion.clipboard.copy('Good');
  mac.copy(copiedMeanwhile);
  await insertion.clipboard.copy('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copiedMeanwhile);
});

test('a copy that was accepted is what the next one replaces', async () => {
  await insertion.clipboard.copy('Good');
  await insertion.clipboard.accept();
  await insertion.clipboard.copy('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Good');
});

test('a copy is not undone once another program has copied something', async () => {
  await insertion.clipboard.copy('Good morning.');
  mac.copy(copiedMeanwhile);
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(mac.pasteboard).toBe(copiedMeanwhile);
});

test('a text that was inserted since keeps the copy undoable', async () => {
  await insertion.clipboard.copy('Good morning.');
  expect(await insert()).toMatchObject({ type: 'pasted' });
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copied);
});

test('what another program copies after an insertion stays', async () => {
  await insertion.clipboard.copy('Good morning.');
  await insert();
  mac.copy([new Map([[text, Buffer.from('Good morning.')]])]);
  expect(await insertion.clipboard.undo()).toBe(false);
});

test('an insertion over what another program has copied keeps that, even if it is the same text', async () => {
  const same = [new Map([[text, Buffer.from('Good morning.')]])];
  await insertion.clipboard.copy('Good morning.');
  mac.copy(same);
  await insert();
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(mac.pasteboard).toBe(same);
});

test('what a dictation leaves there stays', async () => {
  await insertion.clipboard.copy('Good morning.');
  await insertion.insert('Dictated', null);
  expect(await insertion.clipboard.undo()).toBe(false);
});

test('where macOS would ask before a read, a copy reads nothing and cannot be undone', async () => {
  mac.mayRead = false;
  let reads = 0;
  mac.onRead = () => void (reads += 1);
  expect(await insertion.clipboard.copy('Good morning.')).toBe('cannot-undo');
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(reads).toBe(0);
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Good morning.');
});
