import { ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import type { Target } from './insertion.ts';
import type { Clock, InsertionPort, OwnedText, Pressed, Receipt } from './port.ts';

export const editor: Target = { app: 'Editor', windowId: 7 };
export const browser: Target = { app: 'Browser', windowId: 8 };

/** Moves only by sleeping. */
export class FakeClock implements Clock {
  ms = 1_000;
  nowMs = () => this.ms;
  /** Runs everything that is ready first. */
  async sleep(ms: number): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.ms += ms;
  }
}

/** A desktop that behaves as a test says. */
export class FakePort implements InsertionPort<string> {
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
