import type { Problem } from '#shared/problem.ts';
import type { Outcome } from '../insertion.ts';
import { TaskQueue } from '../../../task-queue.ts';
import { leaveOnClipboard } from '../transaction.ts';
import type { NativeBackEnd, BackEndState } from '../wayland-insertion.ts';
import { queuedClipboard, type UndoableClipboard } from '../undoable-clipboard.ts';
import type { WaylandClipboard } from './wayland-clipboard.ts';

/**
 * The clipboard of a Wayland desktop with data-control, for desktops on which CaptionKey can press no
 * keys. Electron uses the clipboard of X, which windows of Wayland cannot read there.
 */
export class ClipboardBackEnd implements NativeBackEnd {
  readonly #helper: WaylandClipboard;
  readonly #problem: Problem;
  readonly #tasks = new TaskQueue();
  readonly clipboard: UndoableClipboard = queuedClipboard(this.#tasks, () => this.#helper);

  /** @param problem why nothing is pasted, and what to do */
  constructor(clipboard: WaylandClipboard, problem: Problem) {
    this.#helper = clipboard;
    this.#problem = problem;
  }

  async isUsable(): Promise<boolean> {
    return !('failure' in (await this.#helper.state()));
  }

  state(): Promise<BackEndState> {
    return Promise.resolve({ desktop: '', problem: this.#problem });
  }

  focused(): Promise<null> {
    // Starts the helper, so that it runs before the first copy.
    void this.#helper.state();
    return Promise.resolve(null);
  }

  insert(text: string): Promise<Outcome> {
    return this.#leave(text, this.#problem);
  }

  copy(text: string): Promise<Outcome> {
    return this.#leave(text, null);
  }

  dispose(): Promise<void> {
    this.#helper.dispose();
    return Promise.resolve();
  }

  #leave(text: string, problem: Problem | null): Promise<Outcome> {
    const port = { own: () => this.#helper.own(text, null) };
    return leaveOnClipboard(port, text, problem);
  }
}
