import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import { isSameWindow, type Target } from '../../delivery/delivery.ts';
import { appName } from '../../delivery/x11/focus.ts';
import { pasteWay, type PasteKeys } from '../../delivery/x11/paste-keys.ts';
import type { SwayWindow } from '../../sway/messages.ts';
import { SwayIpc } from '../../sway/sway-ipc.ts';
import type { Entry } from '../../../wayland/protocol.ts';
import type { InsertionPort, OwnedText, Pressed } from '../port.ts';
import { noKeysOnWayland } from '../sentences.ts';
import { textOf } from './text-content.ts';
import type { WaylandClipboard } from './wayland-clipboard.ts';

/** Keys of the virtual keyboard, by Linux's evdev codes. */
const keycodesOf: Record<PasteKeys, number[]> = {
  'control-v': [29, 47],
  'control-shift-v': [29, 42, 47],
  'shift-insert': [42, 110],
};

/** sway and what answers as it does: its IPC names the window, Wayland does the rest. */
export class SwayPort implements InsertionPort<Entry[]> {
  readonly hasReceipts = true;
  readonly #socket: string;
  readonly #clipboard: WaylandClipboard;
  #ipc: Promise<SwayIpc> | null = null;

  /** @param socket the `SWAYSOCK` of the environment */
  constructor(socket: string, clipboard: WaylandClipboard) {
    this.#socket = socket;
    this.#clipboard = clipboard;
  }

  /** X windows have another way. */
  async focused(): Promise<Target | null> {
    const window = await this.#window();
    return window === null || window.isX11 ? null : targetOf(window);
  }

  async refusal(): Promise<Problem | null> {
    const state = await this.#clipboard.state();
    return 'failure' in state || state.hasKeyboard ? null : noKeysOnWayland;
  }

  /** A virtual keyboard has modifiers of its own, and nobody can ask for those of another. */
  isKeyboardFree(): Promise<boolean> {
    return Promise.resolve(true);
  }

  save(): Promise<Result<Entry[]>> {
    return this.#clipboard.save();
  }

  async own(text: string, target: Target | null): Promise<OwnedText | null> {
    const window = target === null ? null : await this.#window();
    return this.#clipboard.own(text, window?.pid ?? null);
  }

  async press(target: Target, owned: OwnedText): Promise<Pressed> {
    const window = await this.#window();
    if (window === null || !isSameWindow(targetOf(window), target)) return 'focus-moved';
    if (!owned.isOurs()) return 'clipboard-taken';
    const pressed = await this.#clipboard.press(keycodesOf[pasteWay([window.name]).keys]);
    return pressed === 'sent' ? pressed : 'clipboard-taken';
  }

  restore(saved: Entry[]): Promise<void> {
    return this.#clipboard.restore(saved);
  }

  async holds(text: string): Promise<boolean> {
    const content = await this.#clipboard.save();
    return content.ok && textOf(content.value) === text;
  }

  async dispose(): Promise<void> {
    const ipc = await this.#ipc?.catch(() => null);
    ipc?.close();
    this.#clipboard.dispose();
  }

  async #window(): Promise<SwayWindow | null> {
    const before = this.#ipc;
    const ipc = await before?.catch(() => null);
    if (ipc && !ipc.isGone) return ipc.focused();
    if (this.#ipc === before || this.#ipc === null) this.#ipc = SwayIpc.open(this.#socket);
    return (await this.#ipc).focused();
  }
}

const targetOf = ({ id, name, isX11 }: SwayWindow): Target => ({
  app: appName([name]),
  windowId: id,
  shell: isX11 ? 'x11' : 'wayland',
});
