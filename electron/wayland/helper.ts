import type * as v from 'valibot';
import type { Clipboard, Owner, PasteKeyboard } from './clipboard.ts';
import type { Entry, HelperCall, HelperReport, pressedSchema } from './protocol.ts';

type Pressed = v.InferOutput<typeof pressedSchema>;

/** Content that the helper has put on the clipboard. */
interface Ownership {
  readerPid: number | null;
  isLost: boolean;
  isPressed: boolean;
}

/** Carries out main's calls. */
export class Helper {
  readonly #clipboard: Clipboard;
  readonly #keyboard: PasteKeyboard | null;
  readonly #report: (report: HelperReport) => void;
  #current: Ownership | null = null;

  constructor(
    clipboard: Clipboard,
    keyboard: PasteKeyboard | null,
    report: (report: HelperReport) => void,
  ) {
    this.#clipboard = clipboard;
    this.#keyboard = keyboard;
    this.#report = report;
  }

  get hasKeyboard(): boolean {
    return this.#keyboard !== null;
  }

  /** Resolves with the answer that `helperCallSchema` describes for the call. */
  async perform(call: HelperCall): Promise<Entry[] | Pressed | boolean | null> {
    switch (call.name) {
      case 'read':
        return this.#clipboard.readAll(call.maxBytes, performance.now() + call.timeoutMs);
      case 'own':
        return this.#own(call);
      case 'restrict':
        return this.#restrict();
      case 'press':
        return this.#press(call.keycodes);
    }
  }

  async #own(call: Extract<HelperCall, { name: 'own' }>): Promise<boolean> {
    if (call.isOnlyIfEmpty && !(await this.#clipboard.isEmpty())) return false;
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
   * Before the paste key, any program may read the text, as clipboard managers do. After it, only the
   * target may: a window that took the focus at the last moment gets nothing.
   */
  #ownerOf(ownership: Ownership, id: number): Owner {
    return {
      asked: (type, whoReads) => {
        const { readerPid, isPressed } = ownership;
        if (!isPressed) return () => undefined;
        const reader = readerPid === null ? 'unknown' : whoReads(readerPid);
        if (reader === 'other') return null;
        return () => {
          if (isText(type)) this.#report({ type: 'read', ownership: id, reader });
        };
      },
      lost: () => {
        ownership.isLost = true;
        // No loss if the helper itself has replaced the content.
        if (this.#current === ownership) this.#report({ type: 'lost', ownership: id });
      },
    };
  }

  /** What is asked for from now on is asked for because of the key. */
  #restrict(): boolean {
    if (this.#current === null || this.#current.isLost) return false;
    this.#current.isPressed = true;
    return true;
  }

  async #press(keycodes: number[]): Promise<Pressed> {
    if (this.#keyboard === null) return 'no-keyboard';
    if (!this.#restrict()) return 'clipboard-taken';
    await this.#keyboard.press(keycodes);
    return 'sent';
  }
}

/** Whether a type holds the text, and not only metadata. */
const isText = (type: string): boolean =>
  type.startsWith('text/plain') || ['UTF8_STRING', 'STRING', 'TEXT'].includes(type);
