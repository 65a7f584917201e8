import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { HotkeyAction } from '#shared/actions.ts';
import type { Hotkey } from '#shared/app-state.ts';
import type { System } from '#shared/system.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { startDisplay, type VirtualDisplay } from '../../../tools/desktop-harness/display.ts';
import type { Child, Fork } from '../processes/child.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import type { ShortcutRegistry } from './global-shortcut/global-shortcut.electron.ts';
import { Hotkeys } from './hotkeys.ts';

/** A shortcut registry whose grabs a test presses. */
class MemoryShortcutRegistry implements ShortcutRegistry {
  readonly taken = new Set<string>();
  readonly own = new Map<string, () => void>();

  grab(accelerator: string, onPress: () => void): 'taken' | 'unknown' | null {
    if (accelerator === 'nonsense') return 'unknown';
    if (this.taken.has(accelerator) || this.own.has(accelerator)) return 'taken';
    this.own.set(accelerator, onPress);
    return null;
  }

  release(accelerator: string): void {
    this.own.delete(accelerator);
  }

  press(accelerator: string): void {
    this.own.get(accelerator)?.();
  }
}

interface Machine {
  isWayland?: boolean;
  /** The X display that the key watch connects to; that of the test by default. */
  display?: string;
  system?: System;
}

/** Hotkeys with a real key watch and real keys. The grabs, which are Electron's, are in memory. */
export class HotkeysDesk {
  screen!: VirtualDisplay;
  shortcuts = new MemoryShortcutRegistry();
  /** What settings.json holds. */
  chosen: Record<string, unknown> = {};
  canSave = true;
  /** The reported events, without their times. */
  reported: object[] = [];
  /** The started key watches. */
  watches: Child[] = [];
  hotkeys!: Hotkeys;

  open({ isWayland = false, display = this.screen.display, system = 'linux' }: Machine = {}) {
    const realFork = forkWith({ DISPLAY: display });
    const fork: Fork = (entry) => {
      const child = realFork(entry);
      this.watches.push(child);
      return child;
    };
    this.hotkeys = new Hotkeys(
      {
        fork,
        shortcuts: this.shortcuts,
        system,
        isWayland,
        swaySocket: undefined,
        busAddress: null,
        verbCommand: (action) => `captionkey --${action}`,
        askForAccessibility: () => undefined,
      },
      new SettingsStore(this.#file(), 'linux'),
    );
    this.hotkeys.on('key', ({ atMs, ...event }) => {
      expect(atMs).toBeGreaterThan(0);
      this.reported.push(event);
    });
    return this.hotkeys;
  }

  hotkeyOf(action: HotkeyAction): Hotkey | undefined {
    return this.hotkeys.list.find((hotkey) => hotkey.action === action);
  }

  #file() {
    const stored = (): Record<string, unknown> => this.chosen;
    return {
      path: '/settings.json',
      get store() {
        return stored();
      },
      set: (name: string, value: unknown) => {
        if (!this.canSave) throw new Error('The disk is full.');
        this.chosen[name] = value;
      },
      keepCopy: () => undefined,
    };
  }
}

/** Hotkeys for each test of a file, on one X server. */
export function hotkeysOfTest(): HotkeysDesk {
  const desk = new HotkeysDesk();
  beforeAll(async () => {
    desk.screen = await startDisplay({ width: 640, height: 480 });
  });
  afterAll(() => desk.screen.stop());
  beforeEach(() => Object.assign(desk, new HotkeysDesk(), { screen: desk.screen }));
  afterEach(() => desk.hotkeys.dispose());
  return desk;
}

export const press = { type: 'press', action: 'dictate', hasRelease: true };
export const release = { type: 'release', action: 'dictate' };
