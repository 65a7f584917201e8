import type { Problem } from '#shared/status.ts';
import type { Fork } from '../../child.ts';
import { nothingSaid, type Outcome } from '../../delivery/delivery.ts';
import { clipboardContended, desktopGone } from '../sentences.ts';
import type { NativeWay } from '../wayland-delivery.ts';
import { WaylandClipboard } from './wayland-clipboard.ts';

/**
 * A desktop of Wayland that lets programs manage its clipboard, and where nothing else is known: the
 * clipboard of X, which Electron has, does not reach the windows of Wayland there.
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

  async #leave(text: string, problem: Problem | null): Promise<Outcome> {
    if (text === '') return nothingSaid;
    try {
      const owned = await this.#clipboard.own(text, null);
      return owned === null
        ? { type: 'held', problem: clipboardContended }
        : { type: 'on-clipboard', problem };
    } catch {
      return { type: 'held', problem: desktopGone };
    }
  }
}
