import type { Target } from '../insertion.ts';
import type { Clock } from '../port.ts';
import { MacInsertion } from './mac-insertion.ts';
import type { FrontApp, MacSystem, PasteboardItem, Reach, Written } from './mac-system.ts';

export const text = 'public.utf8-plain-text';
export const copied: PasteboardItem[] = [
  new Map([
    [text, Buffer.from('kept')],
    ['public.html', Buffer.from('<b>kept</b>')],
  ]),
  new Map([['public.file-url', Buffer.from('file:///tmp/a')]]),
];

export const copiedMeanwhile: PasteboardItem[] = [
  new Map([[text, Buffer.from('copied meanwhile')]]),
];

/** Libraries of macOS that record their calls. */
export class RecordingMac implements MacSystem {
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

/** The window that the texts are for. */
export const target: Target = { app: 'TextEdit', windowId: 7 };

/**
 * An insertion into such a Mac, with a clock that moves only by sleeping.
 *
 * @param load resolves with the libraries; by default those of the Mac
 */
export function openMac(load?: () => Promise<MacSystem>): {
  mac: RecordingMac;
  insertion: MacInsertion;
} {
  let nowMs = 1_000;
  const clock: Clock = {
    nowMs: () => nowMs,
    sleep: async (ms) => {
      await new Promise((resolve) => setImmediate(resolve));
      nowMs += ms;
    },
  };
  const mac = new RecordingMac(clock);
  return { mac, insertion: new MacInsertion(load ?? (() => Promise.resolve(mac)), clock) };
}
