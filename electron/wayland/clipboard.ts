import type { Entry } from './protocol.ts';
import type { Reader } from './reader.ts';

/** The content of the clipboard: bytes by MIME type. */
export type Content = ReadonlyMap<string, Uint8Array>;

/** Callbacks about content that CaptionKey has put on the clipboard. */
export interface Owner {
  /**
   * A program asks for the content.
   *
   * @param whoReads compares the program with a process
   * @returns called when the program has read the whole content; null to refuse
   */
  asked(mimeType: string, whoReads: (pid: number) => Reader): (() => void) | null;
  /** Another program owns the clipboard now. */
  lost(): void;
}

/** A desktop's clipboard. */
export interface Clipboard {
  isEmpty(): Promise<boolean>;
  /**
   * Reads the content in each MIME type that holds some.
   *
   * @param deadlineMs by `performance.now()`
   * @returns null if it is longer than `maxBytes`, or incomplete at the deadline
   */
  readAll(maxBytes: number, deadlineMs: number): Promise<Entry[] | null>;
  /** Puts content on the clipboard. Resolves when programs can read it. */
  own(content: Content, owner: Owner): Promise<void>;
  clear(): Promise<void>;
}

/** Presses keys, by Linux's evdev codes. */
export interface PasteKeyboard {
  press(keycodes: number[]): Promise<void>;
}
