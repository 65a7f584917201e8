import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Target } from '../../delivery/delivery.ts';
import { pasteWay, textForTerminal } from '../../delivery/x11/paste-keys.ts';
import type { Fork } from '../../child.ts';
import type { Clock } from '../port.ts';
import type { NativeWay } from '../wayland-delivery.ts';
import { noTarget } from '../sentences.ts';
import { insertText, leaveOnClipboard } from '../transaction.ts';
import { SwayPort } from './sway-port.ts';
import { WaylandClipboard } from './wayland-clipboard.ts';

const clock: Clock = {
  nowMs: () => performance.now(),
  sleep: async (ms) => {
    await sleep(ms);
  },
};

/** Inserts into windows of Wayland on sway, and copies texts for all windows. */
export class WlrootsDelivery implements NativeWay {
  readonly #clipboard: WaylandClipboard;
  readonly #port: SwayPort;
  #last: Promise<unknown> = Promise.resolve();

  /** @param socket the `SWAYSOCK` of the environment */
  constructor(socket: string, fork: Fork) {
    this.#clipboard = new WaylandClipboard(fork);
    this.#port = new SwayPort(socket, this.#clipboard);
  }

  async isUsable(): Promise<boolean> {
    return !('failure' in (await this.#clipboard.state()));
  }

  focused(): Promise<Target | null> {
    // The helper runs by the time that there is something to insert.
    void this.#clipboard.state();
    return this.#port.focused().catch(() => null);
  }

  deliver(text: string, target: Target | null): Promise<Outcome> {
    const outcome = this.#last.then(() => this.#deliver(text, target));
    this.#last = outcome;
    return outcome;
  }

  copy(text: string): Promise<Outcome> {
    const outcome = this.#last.then(() => leaveOnClipboard(this.#port, text, null));
    this.#last = outcome;
    return outcome;
  }

  /** What is being delivered first has the clipboard restored. */
  async dispose(): Promise<void> {
    await this.#last;
    await this.#port.dispose();
  }

  #deliver(text: string, target: Target | null): Promise<Outcome> {
    if (target === null) return leaveOnClipboard(this.#port, text, noTarget);
    const { isTerminal } = pasteWay([target.app]);
    return insertText(this.#port, clock, isTerminal ? textForTerminal(text) : text, target);
  }
}
