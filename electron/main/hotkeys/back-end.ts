import type { HotkeyAction } from '#shared/setup.ts';

/** What a hotkey tells the app. */
export type KeyEvent = {
  action: HotkeyAction;
  /** When it was heard, however late it is told: by the clock that all processes share. */
  atMs: number;
} & (
  | {
      type: 'press';
      /** A release will be told, at the latest when nobody can tell any more. */
      hasRelease: boolean;
    }
  | { type: 'release' }
  /** Another key was pressed while the shortcut, a modifier by itself, was held. */
  | { type: 'other-key' }
);

export interface Binding {
  action: HotkeyAction;
  /** See `parseAccelerator`. */
  accelerator: string;
  /** Whether the release is asked for; one binding at most may. */
  isHeld: boolean;
}

/** How well a shortcut is heard. */
export interface Hearing {
  /** Why it is not, as one sentence with what to do, or null. */
  problem: string | null;
  /** Why its release is not, or null. */
  holdProblem: string | null;
}

/** A way to hear global keys. */
export interface BackEnd {
  /** Keys are chosen in the desktop's own settings, so none can be recorded here. */
  readonly areChosenElsewhere: boolean;
  /** Begins to listen; what can be had at once is had before the promise is returned. */
  bind(binding: Binding): Promise<Hearing>;
  /** Tells the release of what is held. */
  unbind(action: HotkeyAction): void;
  /** Hears Escape, which no other program gets in the meantime, until null is given. */
  watchEscape(onEscape: (() => void) | null): void;
  /**
   * Listens for other input: keys that are neither a modifier by itself nor a shortcut of CaptionKey,
   * and mouse buttons. A new watch ends the one before.
   *
   * @param behindServerMs the time that counts as its beginning, by the display server's clock; null: now
   * @returns whether there was any; null where nothing listens, or not all the time
   */
  watchInput(behindServerMs: number | null): () => boolean | null;
  dispose(): void;
}
