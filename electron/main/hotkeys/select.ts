import type { HotkeyAction } from '#shared/actions.ts';
import type { System } from '#shared/system.ts';
import type { Fork } from '../processes/child.ts';
import type { BackEnd, HotkeyStatus, KeyEvent } from './back-end.ts';
import { DesktopHotkeys } from './desktop-hotkeys.ts';
import { FirstAnswering } from './first-answering.ts';
import type { ShortcutRegistry } from './global-shortcut/global-shortcut.electron.ts';
import { KGlobalAccelHotkeys } from './kglobalaccel/kglobalaccel-hotkeys.ts';
import { SwayHotkeys } from './sway/sway-hotkeys.ts';
import { VerbHotkeys } from './verbs/verb-hotkeys.ts';

export interface Desktop {
  fork: Fork;
  shortcuts: ShortcutRegistry;
  system: System;
  isWayland: boolean;
  /** `SWAYSOCK` of the environment. */
  swaySocket: string | undefined;
  /** The address of the session bus; null if nothing names it. */
  busAddress: string | null;
  /** The command line of an action. */
  verbCommand: (action: HotkeyAction) => string;
  /** Shows the question of macOS for the permission under Accessibility. */
  askForAccessibility: () => void;
}

/** The back end for the hotkeys of this desktop. */
export function selectBackEnd(
  desktop: Desktop,
  onKey: (event: KeyEvent) => void,
  onHotkeyStatus: (action: HotkeyAction, status: HotkeyStatus) => void,
): BackEnd {
  if (!desktop.isWayland) return new DesktopHotkeys(desktop, onKey, onHotkeyStatus);
  const { swaySocket, busAddress, verbCommand } = desktop;
  return new FirstAnswering(
    [
      async () => (swaySocket ? SwayHotkeys.open(swaySocket, onKey) : null),
      async () => (busAddress ? KGlobalAccelHotkeys.open(busAddress, onKey) : null),
    ],
    () => new VerbHotkeys(verbCommand),
  );
}
