import { problem, type Problem } from '#shared/problem.ts';
import type { InsertionWay } from '#shared/setting-values.ts';
import type { Point } from '../windows/placement.ts';

/** The window that had the focus when a dictation began. */
export interface Target {
  /** The program's name as people know it, from the class of its window. Empty if it has none. */
  app: string;
  windowId: number;
  /** On Wayland: an X window on XWayland, or a Wayland window. Their ids are different. */
  shell?: 'x11' | 'wayland';
  /** The process of the program. Set if the desktop reports it. */
  processId?: number | undefined;
  /** The middle of the window when it was asked for. Set if the desktop reports it at once. */
  middle?: Point | undefined;
}

/** Whether two targets are one window. */
export const isSameWindow = (one: Target, other: Target): boolean =>
  one.windowId === other.windowId && one.shell === other.shell;

/**
 * Whether a target is known to belong to another program. The app learns of a change of the focus later than
 * the desktop, so until then its own window seems to have it.
 */
export const isOfAnotherProgram = ({ processId }: Target): boolean =>
  processId !== undefined && processId !== process.pid;

/** The duration of an insertion, in milliseconds since its turn came. */
export interface InsertionTimes {
  /** Until the display server had the paste key. */
  keySentMs: number;
  /** Until the target had read all of the text. */
  textReadMs: number;
}

/** The outcome of an insertion. A text that nothing has proved to be read never counts as inserted. */
export type Outcome =
  /** The target has read the text, and the clipboard has its old content. */
  | {
      type: 'inserted';
      times: InsertionTimes;
      /** When the paste key was down, by the display server's clock, if it has one. */
      serverTimeMs?: number | undefined;
      /** Whether Enter was pressed after the text. Missing if it was not asked for. */
      enter?: 'pressed' | 'not-pressed' | undefined;
    }
  /** The paste key was pressed, and nothing shows whether the target has read the text. */
  | { type: 'pasted'; problem: Problem }
  /** The text waits on the clipboard; without a problem because the person wants it there. */
  | { type: 'on-clipboard'; problem: Problem | null }
  /** No key was sent, or its effect is not known. The clipboard stays as it is. */
  | { type: 'held'; problem: Problem };

/** The outcome of an empty text: nothing is typed, and the clipboard stays. */
export const nothingSaid: Outcome = {
  type: 'held',
  problem: problem('nothing-said', {}),
};

/** What a profile can decide for one insertion. */
export interface InsertionRules {
  /** Pastes the text or leaves it on the clipboard; null: as the setting says. */
  way: InsertionWay | null;
  /** Presses Enter once the target has read the text. Nothing else is followed by Enter. */
  pressesEnter: boolean;
}

export const usualRules: InsertionRules = { way: null, pressesEnter: false };

/** Whether the person wants a text on the clipboard only. */
export const leavesOnClipboard = ({ way }: InsertionRules, setting: () => boolean): boolean =>
  way === null ? setting() : way === 'clipboard';

/** Inserts a text at the cursor. Nothing here rejects; failures are outcomes. */
export interface Insertion {
  /** The window that receives keys now, or null if that is not known. */
  focused(): Promise<Target | null>;
  /**
   * Inserts a text into the target window, one insertion after the other.
   *
   * @param target the window that had the focus when the dictation began; null leaves the text on the
   * clipboard
   * @param rules the {@link usualRules} if they are missing
   */
  insert(text: string, target: Target | null, rules?: InsertionRules): Promise<Outcome>;
  /**
   * Gives content that only the app has on the clipboard to a clipboard manager, and releases the
   * clipboard.
   */
  dispose(): Promise<void>;
}
