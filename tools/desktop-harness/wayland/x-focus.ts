import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * The title of the window that XWayland gives keys to, or null. A compositor reports the focus before
 * XWayland has it: the focus goes through the X connection of the compositor, and keys through that of
 * Wayland.
 */
export const titleOfXFocus = (env: Record<string, string>): Promise<string | null> =>
  promisify(execFile)('xdotool', ['getwindowfocus', 'getwindowname'], { env }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
