import { globalShortcut } from 'electron';
import type { Hotkey, HotkeyAction } from '#shared/setup.ts';

interface Binding {
  action: HotkeyAction;
  accelerator: string;
  press: () => void;
}

/**
 * Registers the global hotkeys. One that cannot be had is named, with what to do about it; the
 * others still work.
 *
 * @param settingsFile where a hotkey is changed
 * @param waylandCommand what to bind in the compositor, where apps may not hear global keys
 */
export function registerHotkeys(
  bindings: Binding[],
  settingsFile: string,
  waylandCommand: ((action: HotkeyAction) => string) | null,
): Hotkey[] {
  return bindings.map(({ action, accelerator, press }) => {
    if (waylandCommand !== null) {
      const problem = `Wayland lets no app hear global keys. Bind this command in your compositor's settings: ${waylandCommand(action)}`;
      return { action, accelerator, problem };
    }
    return { action, accelerator, problem: register(accelerator, press, settingsFile) };
  });
}

function register(accelerator: string, press: () => void, settingsFile: string): string | null {
  const change = `Choose another in ${settingsFile}, then start CaptionKey again.`;
  try {
    return globalShortcut.register(accelerator, press)
      ? null
      : `Another app has taken ${accelerator}. ${change}`;
  } catch {
    return `“${accelerator}” is not a shortcut. ${change}`;
  }
}
