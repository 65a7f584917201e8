import { problem, type Problem } from '#shared/problem.ts';
import type { SessionBus } from '../../dbus/session-bus.ts';
import type { PortalKeyboard } from '../portal/portal-keyboard.ts';
import type { Pressed } from '../port.ts';
import { HelperPort, type FocusedWindow } from '../wayland/helper-port.ts';
import type { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { appName } from '../app-name.ts';
import { pasteWay } from '../paste-keys.ts';
import type { AtspiFocus } from './atspi-focus.ts';
import { gnomeShell, isOverviewOpen } from './shell.ts';

interface Parts {
  bus: SessionBus;
  /** Null if the session has no accessibility bus. */
  focus: AtspiFocus | null;
  keyboard: PortalKeyboard;
  pastesIntoUnknown: () => boolean;
}

/**
 * GNOME: programs report to assistive technologies which window is in front, and the portal presses the
 * key. GNOME Shell names its windows to no app.
 */
export class GnomePort extends HelperPort {
  readonly desktop = 'GNOME';
  readonly noTarget = problem('unknown-window', {});
  readonly #parts: Parts;
  /** A number for each window, because a target has a number and a window has a name. */
  readonly #numbers = new Map<string, number>();
  readonly #pids = new Map<number, number>();

  constructor(clipboard: WaylandClipboard, parts: Parts) {
    super(clipboard);
    this.#parts = parts;
  }

  prepare(): void {
    this.#parts.keyboard.prepare();
  }

  refusal(): Promise<Problem | null> {
    return this.#parts.keyboard.refusal();
  }

  override obstacle(): Promise<Problem | null> {
    if (this.#parts.focus === null) return Promise.resolve(problem('no-accessibility-bus', {}));
    return this.refusal();
  }

  dispose(): Promise<void> {
    const { bus, focus, keyboard } = this.#parts;
    keyboard.dispose();
    focus?.close();
    bus.close();
    this.clipboard.dispose();
    return Promise.resolve();
  }

  protected get focusChanges(): number {
    return this.#parts.focus?.changes ?? 0;
  }

  protected async pressIn(windowClass: string): Promise<Pressed> {
    if (!(await this.clipboard.restrict())) return 'clipboard-taken';
    await this.#parts.keyboard.press(pasteWay([windowClass]).keys);
    return 'sent';
  }

  protected async enter(): Promise<Pressed> {
    await this.#parts.keyboard.pressEnter();
    return 'sent';
  }

  protected pidOf(windowId: number): Promise<number | null> {
    return Promise.resolve(this.#pids.get(windowId) ?? null);
  }

  protected async window(): Promise<FocusedWindow | null> {
    const { bus, focus, pastesIntoUnknown } = this.#parts;
    const window = (await focus?.window()) ?? null;
    if (await isOverviewOpen(bus)) return null;
    if (window === null) return pastesIntoUnknown() ? this.#unknown() : null;
    const { id, pid, program } = window;
    // GNOME Shell also reports its menus and dialogs as windows.
    if (pid === (await bus.pidOf(gnomeShell.destination))) return null;
    const windowId = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, windowId);
    this.#pids.set(windowId, pid);
    const target = {
      app: appName([program]),
      windowId,
      shell: 'wayland' as const,
    };
    return { target, pid, windowClass: program };
  }

  /** A window that no program reports. Its id changes with each reported change of focus. */
  #unknown(): FocusedWindow {
    const windowId = -1 - this.focusChanges;
    const target = { app: '', windowId, shell: 'wayland' as const };
    return { target, pid: 0, windowClass: '' };
  }
}
