import type { Problem } from '#shared/status.ts';

/** The window that had the focus when a dictation began. */
export interface Target {
  /** What a person calls the program, from the class of its window. */
  app: string;
  windowId: number;
  /** On Wayland: an X window, by way of XWayland, or one of Wayland, whose ids are others. */
  shell?: 'x11' | 'wayland';
}

/** Whether two targets are one window. */
export const isSameWindow = (one: Target, other: Target): boolean =>
  one.windowId === other.windowId && one.shell === other.shell;

/** How long a delivery took, in milliseconds since its turn came. */
export interface DeliveryTimes {
  /** Until the paste key was with the display server. */
  keySentMs: number;
  /** Until the target had read all of the text. */
  textReadMs: number;
}

/** What became of a text. Each is said as it is: nothing counts as delivered that nobody read. */
export type Outcome =
  /** The target has read the text, and the clipboard is what it was. */
  | {
      type: 'delivered';
      times: DeliveryTimes;
      /** When the paste key was down, by the display server's clock, where it has one. */
      serverTimeMs?: number | undefined;
    }
  /** The paste key was pressed; nobody can see whether the target has read. */
  | { type: 'pasted'; problem: Problem }
  /** The text waits on the clipboard; without a problem because the person wants it there. */
  | { type: 'on-clipboard'; problem: Problem | null }
  /** No key was sent or nobody knows what became of it; the clipboard is left as it is. */
  | { type: 'held'; problem: Problem };

/** What an empty text comes to: nothing is typed, and the clipboard keeps what it has. */
export const nothingSaid: Outcome = {
  type: 'held',
  problem: {
    code: 'nothing-said',
    sentence: 'There is no text to insert, because nothing was said.',
  },
};

/** Brings a text to the cursor. Nothing here rejects: what goes wrong is in the outcome. */
export interface Delivery {
  /** The window that keys go to now, or null where that cannot be told. */
  focused(): Promise<Target | null>;
  /**
   * Delivers a text to the target, one delivery after the other.
   *
   * @param target what had the focus when the dictation began; null leaves the text on the clipboard
   */
  deliver(text: string, target: Target | null): Promise<Outcome>;
  /** Hands over what only we keep on the clipboard, where somebody takes it, and lets go of it. */
  dispose(): Promise<void>;
}
