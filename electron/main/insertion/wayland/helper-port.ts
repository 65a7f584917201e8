import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import type { Entry } from '../../../wayland/protocol.ts';
import { isSameWindow, type Target } from '../insertion.ts';
import type { InsertionPort, OwnedText, Pressed } from '../port.ts';
import type { CopyPort } from '../undoable-clipboard.ts';
import type { WaylandClipboard } from './wayland-clipboard.ts';

/** A window that a desktop reports. */
export interface FocusedWindow {
  target: Target;
  /** The process that is to read the text. */
  pid: number;
  /** The program's own name. */
  windowClass: string;
}

/**
 * No program that can be identified gets the text then: a window that is closed reads nothing. A desktop
 * that knows no processes has to override `own`.
 */
const noProcess = 0;

/**
 * The common part of the Wayland desktops. A `WaylandClipboard` manages the clipboard. The desktops differ in how
 * the focus is found and how the key is pressed.
 */
export abstract class HelperPort implements InsertionPort<Entry[]>, CopyPort<Entry[]> {
  readonly hasReceipts = true;
  protected readonly clipboard: WaylandClipboard;
  #focusChangesAtPress = 0;

  constructor(clipboard: WaylandClipboard) {
    this.clipboard = clipboard;
  }

  /** The window that has the focus, of Wayland or of X; null if none has it. */
  protected abstract window(): Promise<FocusedWindow | null>;
  /** The process of a window that had the focus; null if the window is closed. */
  protected abstract pidOf(windowId: number): Promise<number | null>;
  /** The number of reported changes of the focus. */
  protected abstract readonly focusChanges: number;
  /** What a person calls the desktop. */
  abstract readonly desktop: string;
  abstract refusal(): Promise<Problem | null>;
  /** Presses the key that pastes in a program. */
  protected abstract pressIn(windowClass: string): Promise<Pressed>;
  /** Presses Enter. */
  protected abstract enter(): Promise<Pressed>;
  abstract dispose(): Promise<void>;

  obstacle(): Promise<Problem | null> {
    return this.refusal();
  }

  /** Null for X windows, which have another insertion. */
  async focused(): Promise<Target | null> {
    const window = await this.window();
    if (window?.target.shell !== 'wayland') return null;
    return { ...window.target, processId: window.pid };
  }

  /** True where held keys cannot be asked for, or do not change the key that pastes. */
  isKeyboardFree(): Promise<boolean> {
    return Promise.resolve(true);
  }

  save(): Promise<Result<Entry[]>> {
    return this.clipboard.save();
  }

  /** The text is for the process of the target, even if another window has the focus now. */
  async own(text: string, target: Target | null): Promise<OwnedText | null> {
    const pid = target === null ? null : ((await this.pidOf(target.windowId)) ?? noProcess);
    return this.clipboard.own(text, pid);
  }

  copy(text: string): Promise<OwnedText | null> {
    return this.clipboard.copy(text);
  }

  async press(target: Target, owned: OwnedText): Promise<Pressed> {
    // A change while the window is asked for counts as one after it.
    this.#focusChangesAtPress = this.focusChanges;
    const window = await this.window();
    if (window === null || !isSameWindow(window.target, target)) return 'focus-moved';
    if (!owned.isOurs()) return 'clipboard-taken';
    return this.pressIn(window.windowClass);
  }

  /** Desktops report each change before they answer later requests, so a window that left and came back shows. */
  async hasKeptFocus(target: Target): Promise<boolean> {
    const window = await this.window();
    if (window === null || !isSameWindow(window.target, target)) return false;
    return this.focusChanges === this.#focusChangesAtPress;
  }

  async pressEnter(target: Target): Promise<Pressed> {
    if (!(await this.isKeyboardFree())) return 'keyboard-taken';
    return (await this.hasKeptFocus(target)) ? this.enter() : 'focus-moved';
  }

  restore(saved: Entry[]): Promise<void> {
    return this.clipboard.restore(saved);
  }

  holds(text: string): Promise<boolean> {
    return this.clipboard.holds(text);
  }
}
