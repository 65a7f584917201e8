import { problem } from '#shared/problem.ts';
import { WaylandInsertion } from './wayland-insertion.ts';
import { selectNative, type NativeSurroundings } from './wayland/select-native.ts';
import { ClipboardInsertion } from './clipboard/clipboard-insertion.ts';
import { startGnomeWorker } from './gnome/start-worker.ts';
import { leavesOnClipboard, usualRules } from './insertion.ts';
import { MacInsertion } from './macos/mac-insertion.ts';
import type { MacSystem } from './macos/mac-system.ts';
import { realClock } from './real-clock.ts';
import { InsertionThread } from './thread/insertion-thread.ts';
import { noUndoableClipboard } from './undoable-clipboard.ts';
import type { ServedInsertion } from './thread/serve-insertion.ts';
import { startWindowsWorker } from './windows/start-worker.ts';
import { startX11Worker } from './x11/start-worker.ts';

/** What decides how a text is inserted. */
export interface InsertionSurroundings extends NativeSurroundings {
  platform: NodeJS.Platform;
  isWayland: boolean;
  /** Puts a text on the clipboard. */
  copyText: (text: string) => Promise<void>;
  /** Whether the setting leaves texts on the clipboard only. Called at each insertion. */
  wantsClipboard: () => boolean;
}

/** The insertion for this desktop: it pastes if that is possible, and otherwise uses the clipboard. */
export function selectInsertion(
  surroundings: InsertionSurroundings,
  start = {
    x11: startX11Worker,
    gnome: startGnomeWorker,
    windows: startWindowsWorker,
    macos: openMacSystem,
  },
): ServedInsertion {
  const { platform, display, isWayland } = surroundings;
  const { copyText, wantsClipboard } = surroundings;
  const chosenClipboard = new ClipboardInsertion(copyText, null);
  const x11 =
    platform === 'linux' && display ? new InsertionThread(() => start.x11(display)) : null;
  const macos = platform === 'darwin' ? new MacInsertion(start.macos, realClock) : null;
  const windows = platform === 'win32' ? new InsertionThread(start.windows) : null;
  if (isWayland)
    return new WaylandInsertion({
      ...{ x11, chosenClipboard, wantsClipboard },
      native: selectNative(surroundings, start.gnome),
      clipboard: new ClipboardInsertion(copyText, problem('no-keys-on-wayland', {})),
    });
  const own = x11 ?? windows ?? macos;
  const pasted = own ?? new ClipboardInsertion(copyText, problem('no-x-display', {}));
  return {
    focused: () => pasted.focused(),
    insert: (text, target, rules = usualRules) =>
      leavesOnClipboard(rules, wantsClipboard)
        ? chosenClipboard.insert(text)
        : pasted.insert(text, target, rules),
    dispose: () => pasted.dispose(),
    clipboard: own?.clipboard ?? noUndoableClipboard,
  };
}

/** Only macOS has its libraries. */
const openMacSystem = async (): Promise<MacSystem> =>
  (await import('./macos/native-mac-system.ts')).nativeMacSystem;
