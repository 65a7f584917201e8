import type { HotkeyAction } from '#shared/setup.ts';
import type { Fork } from '../child.ts';
import type { BackEnd, Hearing, KeyEvent } from './back-end.ts';
import { DesktopHotkeys } from './desktop-hotkeys.ts';
import type { Grabs } from './global-shortcut/global-shortcut.electron.ts';
import { SwayHotkeys } from './sway/sway-hotkeys.ts';
import { VerbHotkeys } from './verbs/verb-hotkeys.ts';

export interface Desktop {
  fork: Fork;
  grabs: Grabs;
  isMac: boolean;
  isWayland: boolean;
  /** `SWAYSOCK` of the environment. */
  swaySocket: string | undefined;
  /** What does the action, on a command line. */
  verbCommand: (action: HotkeyAction) => string;
}

/** The way global keys are heard on this desktop. */
export function selectBackEnd(
  desktop: Desktop,
  onKey: (event: KeyEvent) => void,
  onHearing: (action: HotkeyAction, hearing: Hearing) => void,
): BackEnd {
  if (!desktop.isWayland) return new DesktopHotkeys(desktop, onKey, onHearing);
  if (desktop.swaySocket) return new SwayHotkeys(desktop.swaySocket, onKey);
  return new VerbHotkeys(desktop.verbCommand);
}
