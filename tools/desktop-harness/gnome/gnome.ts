import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { SessionBus } from '../../../electron/main/dbus/session-bus.ts';
import type { WaylandKeyboard } from '../wayland/keyboard.ts';
import { startPortal, type StartedPortal } from '../wayland/portal.ts';
import { startSession, type WaylandSession } from '../wayland/session.ts';
import { startFocused, type FocusableTarget } from '../wayland/focus-target.ts';
import { startTarget, type TargetKind } from '../wayland/targets.ts';
import { accepting, answered } from '../wayland/until.ts';
import { answerKeysQuestion } from './keys-question.ts';
import { bindKeys } from './custom-shortcuts.ts';
import { clipboardOf, type GnomeClipboard } from './clipboard.ts';
import { openKeyboard } from './keyboard.ts';
import { openShell, type Shell } from './shell.ts';
import { windowsOf, type GnomeWindow, type GnomeWindows } from './windows.ts';

/** A real GNOME Shell without a display or a graphics card, and what a person has there. */
export interface GnomeDesktop {
  /** What a program needs in its environment to be started there. */
  env: Record<string, string>;
  keyboard: WaylandKeyboard;
  clipboard: GnomeClipboard;
  windows: GnomeWindows;
  shell: Shell;
  /** Starts a program; resolves when its window has the focus. */
  startTarget(kind: TargetKind): Promise<GnomeTarget>;
  /** Starts the portal that presses keys, among others. */
  startPortal(): Promise<StartedPortal>;
  /** Waits for the portal's question whether an app may press keys, and answers it. */
  answerKeysQuestion(answer: 'share' | 'cancel'): Promise<void>;
  /** Binds keys, such as `<Control><Alt>space`, to commands as GNOME's custom shortcuts; once. */
  bindKeys(commands: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

export type GnomeTarget = FocusableTarget<GnomeWindow>;

export const gnomeProgram = '/usr/bin/gnome-shell';

const socketName = 'wayland-0';

/** Starts GNOME Shell with XWayland. Rejects where it does not start. */
export async function startGnome(): Promise<GnomeDesktop> {
  const session = await startSession('GNOME');
  try {
    return await startOn(session);
  } catch (error) {
    await session.stop();
    throw error;
  }
}

async function startOn(session: WaylandSession): Promise<GnomeDesktop> {
  const { runtimeFolder } = session;
  // The shell wants a system bus, too.
  const DBUS_SYSTEM_BUS_ADDRESS = `unix:path=${runtimeFolder}/system-bus`;
  session.start(['dbus-daemon', '--session', '--nofork', `--address=${DBUS_SYSTEM_BUS_ADDRESS}`]);
  await accepting('the system bus', join(runtimeFolder, 'system-bus'));
  // Programs say by AT-SPI which window has the focus.
  const around = { ...session.env, DBUS_SYSTEM_BUS_ADDRESS, NO_AT_BRIDGE: '0' };
  const command = ['--headless', '--wayland', '--wayland-display', socketName];
  const server = session.start(
    [gnomeProgram, ...command, '--unsafe-mode', '--virtual-monitor', '1280x800'],
    around,
  );
  let failure: Error | null = null;
  void server.ended.then((status) => {
    failure = new Error(
      `GNOME Shell ended with status ${status}. Is the package gnome-shell installed?`,
    );
  });
  await answered('the socket of GNOME Shell', () => {
    if (failure !== null) throw failure;
    return existsSync(join(runtimeFolder, socketName)) || null;
  });
  const bus = await SessionBus.open(session.env.DBUS_SESSION_BUS_ADDRESS ?? '');
  const shell = await openShell(bus);
  const DISPLAY = v.parse(v.string(), await shell.evaluate('imports.gi.GLib.getenv("DISPLAY")'));
  const cookie = await answered(
    'the cookie of XWayland',
    () =>
      readdirSync(runtimeFolder).find((name) => name.startsWith('.mutter-Xwaylandauth')) ?? null,
  );
  const XAUTHORITY = join(runtimeFolder, cookie);
  const env = { ...around, WAYLAND_DISPLAY: socketName, DISPLAY, XAUTHORITY };
  const keyboard = await openKeyboard(bus);
  const clipboard = clipboardOf(shell, env);
  const windows = windowsOf(shell);
  return {
    ...{ env, keyboard, clipboard, windows, shell },
    startTarget: (kind) => startFocused(windows, () => startTarget(session, kind, env)),
    startPortal: () => startPortal(session, bus, 'gnome', env),
    answerKeysQuestion: (answer) => answerKeysQuestion(bus, answer),
    bindKeys: (commands) => bindKeys(commands, { session, env, shell }),
    stop: async () => {
      for (const open of [keyboard, clipboard, bus]) open.close();
      await session.stop();
    },
  };
}
