import * as v from 'valibot';
import { problem, type Problem } from '#shared/problem.ts';
import { appName } from '../app-name.ts';
import { pasteWay, type PasteKeys } from '../paste-keys.ts';
import { focusEventSchema, type SwayWindow } from '../../sway/messages.ts';
import { SwayIpc } from '../../sway/sway-ipc.ts';
import type { Pressed } from '../port.ts';
import { HelperPort, type FocusedWindow } from '../wayland/helper-port.ts';
import type { WaylandClipboard } from '../wayland/wayland-clipboard.ts';

/** Keys of the virtual keyboard, by Linux's evdev codes. */
const keycodesOf: Record<PasteKeys, number[]> = {
  'control-v': [29, 47],
  'control-shift-v': [29, 42, 47],
  'shift-insert': [42, 110],
};

const enterKeycode = 28;

/**
 * sway, and compositors with the same IPC. The IPC reports the window. A virtual keyboard, which has
 * modifiers of its own, presses the key.
 */
export class SwayPort extends HelperPort {
  readonly desktop = 'sway';
  readonly #socket: string;
  #ipc: Promise<SwayIpc> | null = null;
  protected focusChanges = 0;

  /** @param socket the `SWAYSOCK` of the environment */
  constructor(socket: string, clipboard: WaylandClipboard) {
    super(clipboard);
    this.#socket = socket;
  }

  async refusal(): Promise<Problem | null> {
    const state = await this.clipboard.state();
    return 'failure' in state || state.hasKeyboard ? null : problem('no-keys-on-wayland', {});
  }

  async dispose(): Promise<void> {
    const ipc = await this.#ipc?.catch(() => null);
    ipc?.close();
    this.clipboard.dispose();
  }

  protected pressIn(windowClass: string): Promise<Pressed> {
    return this.#press(keycodesOf[pasteWay([windowClass]).keys]);
  }

  protected enter(): Promise<Pressed> {
    return this.#press([enterKeycode]);
  }

  protected async window(): Promise<FocusedWindow | null> {
    const window = await (await this.#connection()).focused();
    return window && windowOf(window);
  }

  protected async pidOf(windowId: number): Promise<number | null> {
    const window = await (await this.#connection()).window(windowId);
    return window?.pid ?? null;
  }

  async #press(keycodes: number[]): Promise<Pressed> {
    const pressed = await this.clipboard.press(keycodes);
    return pressed === 'sent' ? pressed : 'clipboard-taken';
  }

  async #connection(): Promise<SwayIpc> {
    const before = this.#ipc;
    const ipc = await before?.catch(() => null);
    if (ipc && !ipc.isGone) return ipc;
    if (this.#ipc === before || this.#ipc === null) this.#ipc = this.#open();
    return this.#ipc;
  }

  /** A connection that breaks may have missed a change of the focus, so it counts as one. */
  async #open(): Promise<SwayIpc> {
    const ipc = await SwayIpc.open(this.#socket);
    ipc.onClose(() => (this.focusChanges += 1));
    await ipc.subscribe(['window', 'workspace'], (_event, value) => {
      if (v.is(focusEventSchema, value)) this.focusChanges += 1;
    });
    return ipc;
  }
}

const windowOf = ({ id, pid, name, isX11, rect }: SwayWindow): FocusedWindow => ({
  target: {
    ...{
      app: appName([name]),
      windowId: id,
      shell: isX11 ? 'x11' : 'wayland',
    },
    middle: { x: rect.x + Math.round(rect.width / 2), y: rect.y + Math.round(rect.height / 2) },
  },
  pid,
  windowClass: name,
});
