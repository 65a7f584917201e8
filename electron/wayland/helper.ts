import type * as v from 'valibot';
import { Unreadable, type DataControl, type Owner } from './data-control.ts';
import type { Call, Entry, pressedSchema, Report } from './protocol.ts';
import { readerOf, type Reader } from './reader.ts';
import type { VirtualKeyboard } from './virtual-keyboard.ts';

type Pressed = v.InferOutput<typeof pressedSchema>;

/** What an X program says about its selection instead of its content, as XWayland passes it on. */
const notContent = new Set([
  'TARGETS',
  'TIMESTAMP',
  'MULTIPLE',
  'SAVE_TARGETS',
  'DELETE',
  'INSERT_PROPERTY',
  'INSERT_SELECTION',
]);

/** Programs offer a picture in a dozen formats and convert it each time they are asked. */
const isOtherPicture = (type: string): boolean =>
  type.startsWith('image/') && type !== 'image/png' && !type.startsWith('image/svg');

/** A content that is on the clipboard, as long as no other program takes it. */
interface Ownership {
  readerPid: number | null;
  isLost: boolean;
  isPressed: boolean;
}

/** Carries out what main asks for. */
export class Helper {
  readonly #clipboard: DataControl;
  readonly #keyboard: VirtualKeyboard | null;
  readonly #report: (report: Report) => void;
  #current: Ownership | null = null;

  constructor(
    clipboard: DataControl,
    keyboard: VirtualKeyboard | null,
    report: (report: Report) => void,
  ) {
    this.#clipboard = clipboard;
    this.#keyboard = keyboard;
    this.#report = report;
  }

  get hasKeyboard(): boolean {
    return this.#keyboard !== null;
  }

  /** Resolves with the answer that the call is declared to have. */
  async perform(call: Call): Promise<Entry[] | Pressed | boolean | null> {
    switch (call.name) {
      case 'read':
        return this.#read(call.maxBytes, performance.now() + call.timeoutMs);
      case 'own':
        return this.#own(call);
      case 'press':
        return this.#press(call.keycodes);
    }
  }

  async #read(maxBytes: number, deadlineMs: number): Promise<Entry[] | null> {
    const content: Entry[] = [];
    let restBytes = maxBytes;
    try {
      for (const mimeType of this.#wantedTypes()) {
        const bytes = await this.#clipboard.read(mimeType, restBytes, deadlineMs);
        restBytes -= bytes.length;
        content.push({ mimeType, bytes });
      }
      return content;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  /** Of a picture PNG and SVG only, where there is PNG. */
  #wantedTypes(): string[] {
    const types = this.#clipboard.mimeTypes.filter((type) => !notContent.has(type));
    return types.includes('image/png') ? types.filter((type) => !isOtherPicture(type)) : types;
  }

  async #own(call: Extract<Call, { name: 'own' }>): Promise<boolean> {
    if (call.isOnlyIfEmpty && this.#clipboard.mimeTypes.length > 0) return false;
    if (call.content.length === 0) {
      this.#current = null;
      await this.#clipboard.clear();
      return true;
    }
    const ownership: Ownership = { readerPid: call.readerPid, isLost: false, isPressed: false };
    this.#current = ownership;
    const content = new Map(call.content.map(({ mimeType, bytes }) => [mimeType, bytes]));
    await this.#clipboard.own(content, this.#ownerOf(ownership, call.ownership));
    return !ownership.isLost;
  }

  /**
   * Before the key everything may read, as clipboard managers do. After it the text is for its reader
   * only: a window that took the focus at the last moment gets nothing.
   */
  #ownerOf(ownership: Ownership, id: number): Owner {
    let lastReader: Reader = 'unknown';
    let wasPressed = false;
    return {
      asked: (_type, pipe) => {
        const { readerPid, isPressed } = ownership;
        wasPressed = isPressed;
        if (!isPressed) return true;
        lastReader = readerPid === null ? 'unknown' : readerOf(pipe.fd, readerPid);
        return lastReader !== 'other';
      },
      hasRead: (type) => {
        if (!wasPressed || lastReader === 'other' || !isText(type)) return;
        this.#report({ type: 'read', ownership: id, reader: lastReader });
      },
      lost: () => {
        ownership.isLost = true;
        // What replaces a content of our own is no loss.
        if (this.#current === ownership) this.#report({ type: 'lost', ownership: id });
      },
    };
  }

  async #press(keycodes: number[]): Promise<Pressed> {
    if (this.#keyboard === null) return 'no-keyboard';
    if (this.#current === null || this.#current.isLost) return 'clipboard-taken';
    this.#current.isPressed = true;
    await this.#keyboard.press(keycodes);
    return 'sent';
  }
}

/** Whether a type holds the text itself, and not only something about it. */
const isText = (type: string): boolean =>
  type.startsWith('text/plain') || ['UTF8_STRING', 'STRING', 'TEXT'].includes(type);
