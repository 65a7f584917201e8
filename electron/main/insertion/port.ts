import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import type { Target } from '../delivery/delivery.ts';

/** Time, as the transaction sees it. */
export interface Clock {
  /** Milliseconds of a clock that only goes forward. */
  nowMs(): number;
  sleep(ms: number): Promise<void>;
}

/** What came of the paste key: it was pressed, or nothing was sent at all. */
export type Pressed = 'sent' | 'focus-moved' | 'keyboard-taken' | 'clipboard-taken';

/**
 * How the wait for a reader ended: the target has read the text; some program has read it, and the
 * system does not say which; or another program has taken the clipboard before either.
 */
export type Receipt = 'target' | 'unknown' | 'lost';

/** A text that was put on the clipboard. */
export interface OwnedText {
  /** Resolves with the first end after the key was pressed, and never where there is none. */
  readonly receipt: Promise<Receipt>;
  /** When the text was last asked for, by the clock of the transaction. */
  lastReadAtMs(): number;
  /** No other program has taken the clipboard since. */
  isOurs(): boolean;
}

/**
 * What a desktop gives to the insertion. A method that rejects means that the desktop, or the way to
 * it, has gone.
 *
 * @typeParam Saved what the clipboard held
 */
export interface InsertionPort<Saved> {
  /** The desktop shows who reads the clipboard; where it does not, no insertion is proved. */
  readonly hasReceipts: boolean;
  /** The window that keys go to now; null where there is none. */
  focused(): Promise<Target | null>;
  /** Why a window takes no keys from us, with what to do, or null. */
  refusal(target: Target): Promise<Problem | null>;
  /** Nothing is held down that would change the paste key, and no menu is open. */
  isKeyboardFree(): Promise<boolean>;
  /** Everything on the clipboard. Fails where it cannot be read whole. */
  save(): Promise<Result<Saved>>;
  /** Puts a text on the clipboard; null where another program takes it at the same moment. */
  own(text: string, target: Target | null): Promise<OwnedText | null>;
  /**
   * Looks at focus, keyboard and clipboard once more, as near to the key as the system allows, then
   * presses. Every event is built before any is sent.
   */
  press(target: Target, owned: OwnedText): Promise<Pressed>;
  restore(saved: Saved): Promise<void>;
  /** Whether the clipboard, which another program owns, holds this text. */
  holds(text: string): Promise<boolean>;
}
