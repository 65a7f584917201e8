import type { Problem } from '#shared/status.ts';
import type { Fork } from '../../child.ts';
import type { Outcome } from '../../delivery/delivery.ts';
import { leaveOnClipboard } from '../transaction.ts';
import type { NativeWay } from '../wayland-delivery.ts';
import { WaylandClipboard } from './wayland-clipboard.ts';

/**
 * The clipboard of a Wayland desktop that offers data-control, for desktops where CaptionKey can press
 * no keys. Electron uses the clipboard of X, which does not reach the windows of Wayland there.
 */
export class ClipboardWay implements NativeWay {
  readonly #clipboard: WaylandClipboard;
  readonly #problem: Problem;

  /** @param problem why nothing is pasted, with what to do */
  constructor(fork: Fork, problem: Problem) {
    this.#clipboard = new WaylandClipboard(fork);
    this.#problem = problem;
  }

  async isUsable(): Promise<boolean> {
    return !('failure' in (await this.#clipboard.state()));
  }

  focused(): Promise<null> {
    // The helper runs by the time that there is something to copy.
    void this.#clipboard.state();
    return Promise.resolve(null);
  }

  deliver(text: string): Promise<Outcome> {
    return this.#leave(text, this.#problem);
  }

  copy(text: string): Promise<Outcome> {
    return this.#leave(text, null);
  }

  dispose(): Promise<void> {
    this.#clipboard.dispose();
    return Promise.resolve();
  }

  #leave(text: string, problem: Problem | null): Promise<Outcome> {
    const port = { own: () => this.#clipboard.own(text, null) };
    return leaveOnClipboard(port, text, problem);
  }
}
