import type { Delivery, Outcome, Target } from '../delivery/delivery.ts';

/** A desktop's own way to insert into windows of Wayland. */
export interface NativeWay extends Delivery {
  /** Resolves with whether the desktop gives what it takes, at least a clipboard. */
  isUsable(): Promise<boolean>;
  /** Leaves a text on the clipboard because the person wants it there. */
  copy(text: string): Promise<Outcome>;
}

interface Ways {
  /** For X windows, by way of XWayland; null where there is no X server. */
  x11: Delivery | null;
  /** For windows of Wayland; null where nothing answers that gives a way. */
  native: NativeWay | null;
  /** Where nothing can be pasted. */
  clipboard: Delivery;
  /** Where the person wants texts on the clipboard. */
  chosenClipboard: Delivery;
  wantsClipboard: () => boolean;
}

/**
 * A Wayland desktop: an X window that has the focus is pasted into as on X11, any other in the way
 * that the desktop gives, and where it gives none the text is left on the clipboard.
 */
export class WaylandDelivery implements Delivery {
  readonly #ways: Ways;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** While a window of Wayland has the focus, the X server says that no window has it. */
  async focused(): Promise<Target | null> {
    const { x11, native } = this.#ways;
    const [xWindow, window] = await Promise.all([
      x11?.focused() ?? null,
      native?.focused() ?? null,
    ]);
    return xWindow === null ? window : { ...xWindow, shell: 'x11' };
  }

  async deliver(text: string, target: Target | null): Promise<Outcome> {
    const { x11, native, clipboard, chosenClipboard, wantsClipboard } = this.#ways;
    if (wantsClipboard()) return (await this.copy(text)) ?? chosenClipboard.deliver(text, null);
    if (x11 !== null && target?.shell === 'x11') return x11.deliver(text, target);
    const isUsable = (await native?.isUsable()) ?? false;
    return (isUsable && native !== null ? native : clipboard).deliver(text, target);
  }

  /** Copies a text for every window; null where nothing answers that can. */
  async copy(text: string): Promise<Outcome | null> {
    const { native } = this.#ways;
    return (await native?.isUsable()) ? (native?.copy(text) ?? null) : null;
  }

  async dispose(): Promise<void> {
    const { x11, native } = this.#ways;
    await Promise.all([x11?.dispose(), native?.dispose()]);
  }
}
