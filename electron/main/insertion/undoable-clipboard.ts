import type { InsertionPort, OwnedText } from './port.ts';

/** What became of a text that was to be copied, and whether the content before it can be restored. */
export const copyOutcomes = ['can-undo', 'cannot-undo', 'failed'] as const;
export type CopyOutcome = (typeof copyOutcomes)[number];

/** Copies texts for the person, and restores what the newest one replaced. Nothing here rejects. */
export interface UndoableClipboard {
  copy(text: string): Promise<CopyOutcome>;
  /** Restores what the newest text replaced. False if the clipboard has changed since: then it stays. */
  undo(): Promise<boolean>;
  /** Forgets what the newest text replaced, which may be a large picture. */
  accept(): Promise<void>;
}

/** For desktops on which the app can write the clipboard only through Electron, which cannot save it. */
export const noUndoableClipboard: UndoableClipboard = {
  copy: () => Promise.resolve('failed'),
  undo: () => Promise.resolve(false),
  accept: () => Promise.resolve(),
};

/** What copying needs of a desktop. */
export interface CopyPort<Saved> extends Pick<InsertionPort<Saved>, 'save' | 'restore' | 'holds'> {
  /**
   * Puts a text on the clipboard for every program; null if another program uses it. The person has
   * asked for the text, so clipboard managers may record it.
   */
  copy(text: string): Promise<OwnedText | null>;
}

/** Copies with the steps of a paste, without the paste. Its caller runs one call after the other. */
export class UndoableCopy {
  #undo: (() => Promise<boolean>) | null = null;

  /** Content that cannot be saved completely is replaced all the same, because the person asked for it. */
  async copy<Saved>(port: CopyPort<Saved>, text: string): Promise<CopyOutcome> {
    this.#undo = null;
    try {
      const saved = await port.save();
      const owned = await port.copy(text);
      if (owned === null) return 'failed';
      if (!saved.ok) return 'cannot-undo';
      this.#undo = async () => {
        // An insertion since may have put other content there for the person.
        if (!owned.isOurs() || !(await port.holds(text))) return false;
        await port.restore(saved.value);
        return true;
      };
      return 'can-undo';
    } catch {
      return 'failed';
    }
  }

  async undo(): Promise<boolean> {
    const undo = this.#undo;
    this.#undo = null;
    return undo === null ? false : undo().catch(() => false);
  }

  accept(): void {
    this.#undo = null;
  }
}
