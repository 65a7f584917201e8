import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Outcome } from './insertion.ts';
import type { CopyOutcome, UndoableClipboard } from './undoable-clipboard.ts';

interface Parts {
  /** The desktop's own clipboard. */
  clipboard: UndoableClipboard;
  /** Leaves a text on the desktop's own clipboard; null if it offers none. */
  leave: (text: string) => Promise<Outcome | null>;
  /** Copies a text through Electron. */
  copyText: (text: string) => Promise<void>;
  /** Runs work while no insertion uses the clipboard. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Whether a text was copied. If not, the problem says so. */
export type CopyText = (text: string) => Promise<Result<null>>;

/**
 * The clipboard for texts that a person asks for. It copies through Electron where the desktop's own clipboard
 * cannot be used. Each call waits for the insertions before it, because a paste that is under way needs the
 * clipboard. So a call inside of `inTurn` would wait forever.
 */
export class TextClipboard implements UndoableClipboard {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Copies without an undo. An empty text leaves the clipboard unchanged. */
  readonly copyText: CopyText = async (text) => {
    if (text === '') return ok(null);
    const isThere = await this.#parts.inTurn(() => this.#write(text));
    return isThere ? ok(null) : notCopied;
  };

  copy(text: string): Promise<CopyOutcome> {
    const { clipboard, inTurn } = this.#parts;
    return inTurn(async () => {
      const outcome = await clipboard.copy(text).catch(() => 'failed' as const);
      if (outcome !== 'failed') return outcome;
      return (await this.#write(text)) ? 'cannot-undo' : 'failed';
    });
  }

  undo(): Promise<boolean> {
    return this.#parts.inTurn(() => this.#parts.clipboard.undo().catch(() => false));
  }

  accept(): Promise<void> {
    return this.#parts.inTurn(() => this.#parts.clipboard.accept().catch(() => undefined));
  }

  async #write(text: string): Promise<boolean> {
    const { leave, copyText } = this.#parts;
    try {
      const left = await leave(text);
      if (left !== null) return left.type === 'on-clipboard';
      await copyText(text);
      return true;
    } catch {
      return false;
    }
  }
}

const notCopied = failed(problem('not-copied', {}));
