import type { Result } from '#shared/result.ts';
import type { TaskQueue } from '../../task-queue.ts';
import type { InsertionPort, OwnedText } from './port.ts';

/** What became of a text that was to be copied, and whether the content before it can be restored. */
export const copyOutcomes = ['can-undo', 'cannot-undo', 'failed'] as const;
export type CopyOutcome = (typeof copyOutcomes)[number];

/** Copies texts for the person, and restores what the newest one replaced. Nothing here rejects. */
export interface UndoableClipboard {
  copy(text: string): Promise<CopyOutcome>;
  /**
   * Restores what the newest text replaced, or what was there before several texts. False if the clipboard
   * has changed since: then it stays.
   */
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

/** The newest text, until it is accepted. */
interface Copied<Saved> {
  port: CopyPort<Saved>;
  text: string;
  owned: OwnedText;
  /** What it replaced, or what the first of several texts has replaced, if that could be saved. */
  saved: Result<Saved>;
}

/** Copies with the steps of a paste, without the paste. Its caller runs one call after the other. */
class UndoableCopy<Saved> {
  #newest: Copied<Saved> | null = null;

  /**
   * Content that cannot be saved completely is replaced all the same, because the person asked for it. The undo
   * of a text that replaces the newest one restores what was there before both.
   */
  async copy(port: CopyPort<Saved>, text: string): Promise<CopyOutcome> {
    const before = this.#newest;
    this.#newest = null;
    try {
      const isOurs = before !== null && (await isThere(before).catch(() => false));
      const saved = isOurs ? before.saved : await port.save();
      const owned = await port.copy(text);
      if (owned === null) return 'failed';
      this.#newest = { port, text, owned, saved };
      return saved.ok ? 'can-undo' : 'cannot-undo';
    } catch {
      return 'failed';
    }
  }

  async undo(): Promise<boolean> {
    const newest = this.#newest;
    this.#newest = null;
    if (newest?.saved.ok !== true) return false;
    const { port, saved } = newest;
    try {
      if (!(await isThere(newest))) return false;
      await port.restore(saved.value);
      return true;
    } catch {
      return false;
    }
  }

  accept(): void {
    this.#newest = null;
  }
}

/**
 * Whether a text is still there. An insertion since may have put other content there for the person. Where nothing
 * could be saved, nothing is read either, because the system may ask the person before a read.
 */
async function isThere<Saved>({ port, text, owned, saved }: Copied<Saved>): Promise<boolean> {
  return owned.isOurs() && (!saved.ok || (await port.holds(text)));
}

/**
 * The clipboard of one desktop.
 *
 * @param tasks the queue of its insertions, between which the calls are carried out
 * @param open called for each text; a rejection is a copy that failed
 */
export function queuedClipboard<Saved>(
  tasks: TaskQueue,
  open: () => CopyPort<Saved> | Promise<CopyPort<Saved>>,
): UndoableClipboard {
  const copies = new UndoableCopy<Saved>();
  return {
    copy: (text) =>
      tasks.run(async () => copies.copy(await open(), text)).catch(() => 'failed' as const),
    undo: () => tasks.run(() => copies.undo()),
    accept: () => tasks.run(() => copies.accept()),
  };
}
