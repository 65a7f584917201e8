/** A reference to an object of macOS; 0 is none. It has 64 bits, more than a number keeps. */
export type Reference = bigint;

export const none: Reference = 0n;

/** One item on the pasteboard, in each of its types. */
export type PasteboardItem = Map<string, Buffer>;

/** Whether the person's other devices get what is on the pasteboard, by Apple's Universal Clipboard. */
export type Reach = 'this-mac' | 'all-devices';

/** The result of a write to the pasteboard. */
export interface Written {
  /** The change count since the pasteboard was emptied for it. */
  count: number;
  /** False if not all was written: another program took the pasteboard, or macOS refused a type. */
  isComplete: boolean;
}

/** The program that has the keyboard. */
export interface FrontApp {
  name: string;
  processId: number;
  /** Its first window that a person can type into; 0 if it has none. */
  windowId: number;
}

/** What the insertion uses of macOS. Only the main process may press keys. */
export interface MacSystem {
  /** Whether the person has allowed CaptionKey under Accessibility and macOS lets it post events. */
  mayPressKeys(): boolean;
  /** Shows the question of macOS for that permission, once. */
  askToPressKeys(): void;
  /**
   * Whether a password field, or a program that guards the keyboard, has it. Then no other program
   * receives or sends keys.
   */
  isSecureInput(): boolean;
  frontApp(): FrontApp | null;
  /** The flags of the modifiers that are down on the keyboard itself. */
  heldModifiers(): number;
  /** The code of the key that writes V with Command; null if the layout has none. */
  pasteKeyCode(): number | null;

  createSource(): Reference;
  createKeyEvent(source: Reference, keyCode: number, isDown: boolean): Reference;
  setFlags(event: Reference, flags: number): void;
  post(event: Reference): void;
  release(reference: Reference): void;

  /** A number that changes whenever a program writes to the pasteboard. */
  changeCount(): number;
  /** False if the person has forbidden CaptionKey to read the pasteboard. */
  mayReadPasteboard(): boolean;
  /** Null if it cannot be read, or is larger than `mostBytes`. */
  readPasteboard(mostBytes: number): PasteboardItem[] | null;
  /** Empties the pasteboard and writes to it. */
  writePasteboard(items: PasteboardItem[], reach: Reach): Written;
}
