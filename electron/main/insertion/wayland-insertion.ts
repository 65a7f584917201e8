import type { Problem } from '#shared/problem.ts';
import {
  leavesOnClipboard,
  usualRules,
  type Insertion,
  type Outcome,
  type Target,
} from './insertion.ts';
import { noUndoableClipboard, type UndoableClipboard } from './undoable-clipboard.ts';

/** What a desktop's insertion can do now. */
export interface BackEndState {
  /** The desktop's name; empty if the insertion presses no keys. */
  desktop: string;
  /** Why nothing would be pasted, or null. */
  problem: Problem | null;
}

/** A desktop's own insertion into windows of Wayland. */
export interface NativeBackEnd extends Insertion {
  state(): Promise<BackEndState>;
  /** Resolves with whether the desktop offers what it needs, at least a clipboard. */
  isUsable(): Promise<boolean>;
  /** Leaves a text on the clipboard, because the person wants that. */
  copy(text: string): Promise<Outcome>;
  readonly clipboard: UndoableClipboard;
}

interface BackEnds {
  /** For X windows on XWayland; null if there is no X server. */
  x11: Insertion | null;
  /** For windows of Wayland; null if the desktop offers none. */
  native: NativeBackEnd | null;
  /** For windows that cannot be pasted into. */
  clipboard: Insertion;
  /** For persons who want texts on the clipboard. */
  chosenClipboard: Insertion;
  wantsClipboard: () => boolean;
}

/**
 * A Wayland desktop. It pastes into X windows as on X11, and into others with the desktop's own
 * insertion. Without one, the text stays on the clipboard.
 */
export class WaylandInsertion implements Insertion {
  readonly #backEnds: BackEnds;

  /** A text on the clipboard of X alone would not reach every window. */
  readonly clipboard: UndoableClipboard = {
    copy: async (text) => {
      const { native } = this.#backEnds;
      return (await native?.isUsable()) ? (native?.clipboard.copy(text) ?? 'failed') : 'failed';
    },
    undo: () => this.#ownClipboard.undo(),
    accept: () => this.#ownClipboard.accept(),
  };

  constructor(backEnds: BackEnds) {
    this.#backEnds = backEnds;
  }

  get #ownClipboard(): UndoableClipboard {
    return this.#backEnds.native?.clipboard ?? noUndoableClipboard;
  }

  /** While a window of Wayland has the focus, the X server reports none. */
  async focused(): Promise<Target | null> {
    const { x11, native } = this.#backEnds;
    const [xWindow, window] = await Promise.all([
      x11?.focused() ?? null,
      native?.focused() ?? null,
    ]);
    return xWindow === null ? window : { ...xWindow, shell: 'x11' };
  }

  async insert(text: string, target: Target | null, rules = usualRules): Promise<Outcome> {
    const { x11, native, clipboard, chosenClipboard, wantsClipboard } = this.#backEnds;
    if (leavesOnClipboard(rules, wantsClipboard))
      return (await this.copy(text)) ?? chosenClipboard.insert(text, null);
    if (x11 !== null && target?.shell === 'x11') return x11.insert(text, target, rules);
    const isUsable = (await native?.isUsable()) ?? false;
    return (isUsable && native !== null ? native : clipboard).insert(text, target, rules);
  }

  /** Copies a text for every window; null if that is not possible. */
  async copy(text: string): Promise<Outcome | null> {
    const { native } = this.#backEnds;
    return (await native?.isUsable()) ? (native?.copy(text) ?? null) : null;
  }

  /** The state of the insertion into windows of Wayland; null if the desktop offers none. */
  async nativeState(): Promise<BackEndState | null> {
    return (await this.#backEnds.native?.state()) ?? null;
  }

  async dispose(): Promise<void> {
    const { x11, native } = this.#backEnds;
    await Promise.all([x11?.dispose(), native?.dispose()]);
  }
}
