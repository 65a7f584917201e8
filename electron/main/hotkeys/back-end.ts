import type { Problem } from '#shared/problem.ts';
import type { HotkeyAction } from '#shared/actions.ts';

/** What a hotkey reports to the app. */
export type KeyEvent = {
  action: HotkeyAction;
  /**
   * When the key was pressed or released, by the clock that all processes share. The report may come
   * later.
   */
  atMs: number;
} & (
  | {
      type: 'press';
      /** Whether a release will be reported, at the latest when nothing can report one any more. */
      hasRelease: boolean;
    }
  | { type: 'release' }
  /** Another key was pressed while the shortcut, a lone modifier, was held. */
  | { type: 'other-key' }
);

export interface Binding {
  action: HotkeyAction;
  /** See `parseAccelerator`. */
  accelerator: string;
  /** Whether the release is needed. One binding at most may need it. */
  isHeld: boolean;
}

/** Whether a shortcut works. */
export interface HotkeyStatus {
  /** Why its press is not reported, or null. */
  problem: Problem | null;
  /** Why its release is not reported, or null. */
  holdProblem: Problem | null;
}

/** A way to receive global hotkeys. */
export interface BackEnd {
  /** Whether the desktop's own settings choose the keys, so that none can be recorded here. */
  readonly areChosenElsewhere: boolean;
  /** Begins to listen. What the desktop grants at once works when the promise resolves. */
  bind(binding: Binding): Promise<HotkeyStatus>;
  /** Reports the release of a held hotkey. */
  unbind(action: HotkeyAction): void;
  /** Whether `watchEscape` reports anything on this desktop. */
  readonly hearsEscape: boolean;
  /** Takes Escape from all other programs and reports it, until it is called with null. */
  watchEscape(onEscape: (() => void) | null): void;
  /**
   * Listens for other input: mouse buttons, and keys that are neither a lone modifier nor a shortcut of
   * CaptionKey. A new watch ends the one before.
   *
   * @param afterServerMs the time that counts as its beginning, by the display server's clock; null: now
   * @returns whether there was other input; null if the key watch was not running for the whole time
   */
  watchInput(afterServerMs: number | null): () => boolean | null;
  dispose(): void;
}
