import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import type { Target } from './insertion.ts';

/** The clock of the transaction. */
export interface Clock {
  /** Milliseconds of a monotonic clock. */
  nowMs(): number;
  sleep(ms: number): Promise<void>;
}

/**
 * The result of the paste key: it was pressed, or nothing was sent. A window can begin to refuse keys
 * after {@link InsertionPort.refusal} was called.
 */
export type Pressed =
  'sent' | 'focus-moved' | 'keyboard-taken' | 'clipboard-taken' | { refusal: Problem };

/**
 * The end of the wait for a reader: the target has read the text; some program has read it, and the
 * system does not report which; or another program has taken the clipboard before.
 */
export type Receipt = 'target' | 'unknown' | 'lost';

/** A text that the app has put on the clipboard. */
export interface OwnedText {
  /** Resolves with the first end after the key was pressed. Without one it never resolves. */
  readonly receipt: Promise<Receipt>;
  /** When a program last asked for the text, by the clock of the transaction. */
  lastReadAtMs(): number;
  /** Whether no other program has taken the clipboard since. */
  isOurs(): boolean;
}

/**
 * What the insertion needs of a desktop. A method rejects if the desktop, or the connection to it, has
 * gone.
 *
 * @typeParam Saved the saved content of the clipboard
 */
export interface InsertionPort<Saved> {
  /** Whether the desktop reports who reads the clipboard. Without that, no insertion is proved. */
  readonly hasReceipts: boolean;
  /** The window that receives keys now; null if there is none. */
  focused(): Promise<Target | null>;
  /** Why a window takes no keys from the app, with what to do, or null. */
  refusal(target: Target): Promise<Problem | null>;
  /** Whether no held key would change the paste key, and no menu is open. */
  isKeyboardFree(): Promise<boolean>;
  /** Everything on the clipboard. Fails if it cannot be read completely. */
  save(): Promise<Result<Saved>>;
  /** Puts a text on the clipboard; null if that fails because another program uses it. */
  own(text: string, target: Target | null): Promise<OwnedText | null>;
  /**
   * Checks focus, keyboard and clipboard again, as late as the system allows, then presses the key.
   * Every event is built before one is sent.
   */
  press(target: Target, owned: OwnedText): Promise<Pressed>;
  /** When the last `press` had sent the key, by the display server's clock, if it has one. */
  readonly keyServerTimeMs?: number | undefined;
  /**
   * Whether the target has had the focus since the last `press`. A program that loses the focus may drop
   * a text that it has read.
   */
  hasKeptFocus(target: Target): Promise<boolean>;
  /**
   * Presses Enter if the target has the focus, and no held key would change it where the desktop can be asked for
   * those. Missing on a desktop that reports no readers, because Enter may follow only a text that was read.
   */
  pressEnter?(target: Target): Promise<Pressed>;
  restore(saved: Saved): Promise<void>;
  /** Whether the clipboard, which another program owns, holds this text. */
  holds(text: string): Promise<boolean>;
}
