import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SwayIpc } from '../../../electron/main/sway/sway-ipc.ts';
import type { FloatingWindow, SwayWindow } from '../../../electron/main/sway/messages.ts';
import { openClipboard, type WaylandClipboard } from '../wayland/clipboard.ts';
import { openKeyboard, type WaylandKeyboard } from '../wayland/keyboard.ts';
import { startSession, type WaylandSession } from '../wayland/session.ts';
import { startFocused, type FocusableTarget } from '../wayland/focus-target.ts';
import { startTarget, type TargetKind } from '../wayland/targets.ts';
import { answered } from '../wayland/until.ts';

/** A real sway without a display or a graphics card, with a keyboard and a clipboard. */
export interface SwayDesktop {
  /** The environment that a program needs to start there. */
  env: Record<string, string>;
  keyboard: WaylandKeyboard;
  clipboard: WaylandClipboard;
  /** The test's IPC connection; the app opens its own. */
  ipc: SwayIpc;
  focused(): Promise<SwayWindow | null>;
  /** Starts a program. Resolves when its window has the focus. */
  startTarget(kind: TargetKind): Promise<SwayTarget>;
  /** The visible floating windows. */
  floating(): Promise<FloatingWindow[]>;
  /** Writes a PNG of the screen. */
  screenshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

export interface SwayTarget extends FocusableTarget<SwayWindow> {
  /** Stops the process with SIGSTOP, so that it does not answer, like a busy one. Returns a resume. */
  pause(): () => void;
}

/** Starts sway with XWayland. Rejects if it does not start. */
export async function startSway(): Promise<SwayDesktop> {
  const session = await startSession('sway');
  try {
    return await startOn(session);
  } catch (error) {
    await session.stop();
    throw error;
  }
}

async function startOn(session: WaylandSession): Promise<SwayDesktop> {
  const { folder, runtimeFolder } = session;
  const displayFile = join(folder, 'display');
  const configFile = join(folder, 'sway.conf');
  const lines = [
    'output * mode 1280x800',
    'xwayland force',
    'focus_follows_mouse no',
    `exec echo "$DISPLAY" > ${displayFile}`,
  ];
  writeFileSync(configFile, `${lines.join('\n')}\n`);
  const server = session.start([...asUser(), 'sway', '-c', configFile], {
    WLR_BACKENDS: 'headless',
    WLR_LIBINPUT_NO_DEVICES: '1',
    WLR_RENDERER: 'pixman',
  });
  let failure: Error | null = null;
  void server.ended.then((status) => {
    failure = new Error(`sway ended with status ${status}. Is the package sway installed?`);
  });
  const named = (pattern: RegExp) => (): string | null => {
    if (failure !== null) throw failure;
    return readdirSync(runtimeFolder).find((name) => pattern.test(name)) ?? null;
  };
  const WAYLAND_DISPLAY = await answered('the socket of sway', named(/^wayland-\d+$/));
  const SWAYSOCK = join(runtimeFolder, await answered('the IPC of sway', named(/^sway-ipc/)));
  const DISPLAY = await answered('XWayland', () =>
    existsSync(displayFile) ? readFileSync(displayFile, 'utf8').trim() || null : null,
  );
  const env = { ...session.env, WAYLAND_DISPLAY, SWAYSOCK, DISPLAY };
  const [ipc, keyboard, clipboard] = await Promise.all([
    SwayIpc.open(SWAYSOCK),
    openKeyboard(env),
    openClipboard(env),
  ]);
  return {
    env,
    keyboard,
    clipboard,
    ipc,
    focused: () => ipc.focused(),
    floating: () => ipc.floating(),
    startTarget: (kind) => start(session, ipc, kind, env),
    screenshot: async (file) => {
      await promisify(execFile)('grim', [file], { env });
    },
    stop: async () => {
      for (const open of [keyboard, clipboard, ipc]) open.close();
      await session.stop();
    },
  };
}

/**
 * sway refuses to run as root, and XWayland only accepts clients of its own user. In a user namespace,
 * root has another id for sway and is still the same user for XWayland.
 */
const asUser = (): string[] =>
  process.getuid?.() === 0 ? ['unshare', '-U', '--map-user=1000', '--map-group=1000'] : [];

async function start(
  session: WaylandSession,
  ipc: SwayIpc,
  kind: TargetKind,
  env: Record<string, string>,
): Promise<SwayTarget> {
  const windows = {
    focused: () => ipc.focused(),
    focus: (id: number) => ipc.run(`[con_id=${id}] focus`),
  };
  const target = await startFocused(windows, () => startTarget(session, kind, env));
  const { pid } = target.window;
  return {
    ...target,
    pause: () => {
      process.kill(pid, 'SIGSTOP');
      return () => process.kill(pid, 'SIGCONT');
    },
  };
}
