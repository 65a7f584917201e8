import type { Problem } from '#shared/problem.ts';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { appName } from '../app-name.ts';
import { pasteWay } from '../paste-keys.ts';
import type { PortalKeyboard } from '../portal/portal-keyboard.ts';
import type { Pressed } from '../port.ts';
import { KGlobalAccel } from '../../hotkeys/kglobalaccel/kglobalaccel.ts';
import { HelperPort, type FocusedWindow } from '../wayland/helper-port.ts';
import type { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { HeldModifiers } from './held-modifiers.ts';
import type { KwinFocus } from './kwin-focus.ts';

interface Parts {
  bus: SessionBus;
  focus: KwinFocus;
  keyboard: PortalKeyboard;
  /** Whether the dictation key is held. */
  isHotkeyHeld: () => boolean;
}

/** KDE Plasma: a script in KWin reports the window, and the portal presses the key. */
export class KwinPort extends HelperPort {
  readonly desktop = 'KDE Plasma';
  readonly #bus: SessionBus;
  readonly #focus: KwinFocus;
  readonly #keyboard: PortalKeyboard;
  readonly #modifiers: HeldModifiers;
  readonly #isHotkeyHeld: () => boolean;
  /** Targets have numbers, windows of KWin have names. */
  readonly #numbers = new Map<string, number>();
  readonly #pids = new Map<number, number>();

  constructor(clipboard: WaylandClipboard, parts: Parts) {
    super(clipboard);
    this.#bus = parts.bus;
    this.#focus = parts.focus;
    this.#isHotkeyHeld = parts.isHotkeyHeld;
    this.#keyboard = parts.keyboard;
    this.#modifiers = new HeldModifiers(KGlobalAccel.over(parts.bus), parts.keyboard);
  }

  prepare(): void {
    this.#keyboard.prepare();
  }

  refusal(): Promise<Problem | null> {
    return this.#keyboard.refusal();
  }

  /**
   * The portal's keys combine with those that the person holds. While the dictation key is held, another
   * key would end the hold: KWin reports its release as soon as another key goes up.
   */
  override async isKeyboardFree(): Promise<boolean> {
    if (this.#isHotkeyHeld()) return false;
    return (await this.#modifiers.areHeld()) !== true;
  }

  dispose(): Promise<void> {
    this.#modifiers.dispose();
    this.#focus.dispose();
    this.#keyboard.dispose();
    this.#bus.close();
    this.clipboard.dispose();
    return Promise.resolve();
  }

  protected get focusChanges(): number {
    return this.#focus.changes;
  }

  protected async pressIn(windowClass: string): Promise<Pressed> {
    if (!(await this.clipboard.restrict())) return 'clipboard-taken';
    await this.#keyboard.press(pasteWay([windowClass]).keys);
    return 'sent';
  }

  protected async enter(): Promise<Pressed> {
    await this.#keyboard.pressEnter();
    return 'sent';
  }

  protected pidOf(windowId: number): Promise<number | null> {
    return Promise.resolve(this.#pids.get(windowId) ?? null);
  }

  protected async window(): Promise<FocusedWindow | null> {
    const window = await this.#focus.window();
    if (window === null) return null;
    const { id, pid, windowClass, isX11 } = window;
    const windowId = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, windowId);
    this.#pids.set(windowId, pid);
    const shell = isX11 ? 'x11' : 'wayland';
    return {
      target: { app: appName([windowClass]), windowId, shell },
      pid,
      windowClass,
    };
  }
}
