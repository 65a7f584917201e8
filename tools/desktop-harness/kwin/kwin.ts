import { copyFileSync, chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SessionBus } from '../../../electron/main/dbus/session-bus.ts';
import type { OwnedProcess } from '../owned-process.ts';
import { openClipboard, type WaylandClipboard } from '../wayland/clipboard.ts';
import type { WaylandKeyboard } from '../wayland/keyboard.ts';
import { startPortal, type StartedPortal } from '../wayland/portal.ts';
import { startSession, type WaylandSession } from '../wayland/session.ts';
import { startFocused, type FocusableTarget } from '../wayland/focus-target.ts';
import { startTarget, type TargetKind } from '../wayland/targets.ts';
import { answered } from '../wayland/until.ts';
import { openKeyboard } from './keyboard.ts';
import { openWindows, type KwinWindow, type KwinWindows } from './windows.ts';

/** A real KWin without a display or a graphics card, and what a person has there. */
export interface KwinDesktop {
  /** What a program needs in its environment to be started there. */
  env: Record<string, string>;
  keyboard: WaylandKeyboard;
  clipboard: WaylandClipboard;
  windows: KwinWindows;
  /** Starts a program; resolves when its window has the focus. */
  startTarget(kind: TargetKind): Promise<KwinTarget>;
  /** Starts the portal that presses keys, among others. */
  startPortal(): Promise<StartedPortal>;
  stop(): Promise<void>;
}

export type KwinTarget = FocusableTarget<KwinWindow>;

export const kwinProgram = '/usr/bin/kwin_wayland';

export const socketName = 'wayland-0';

/** Starts KWin with XWayland. Rejects where it does not start. */
export async function startKwin(): Promise<KwinDesktop> {
  const session = await startSession('KDE');
  try {
    return await startOn(session);
  } catch (error) {
    await session.stop();
    throw error;
  }
}

async function startOn(session: WaylandSession): Promise<KwinDesktop> {
  const { display } = await startServer(session);
  const env = { ...session.env, WAYLAND_DISPLAY: socketName, DISPLAY: display };
  const [bus, keyboard, clipboard] = await Promise.all([
    SessionBus.open(session.env.DBUS_SESSION_BUS_ADDRESS ?? ''),
    openKeyboard(env),
    openClipboard(env),
  ]);
  const windows = await openWindows(bus, session.folder);
  return {
    env,
    keyboard,
    clipboard,
    windows,
    startTarget: (kind) => startFocused(windows, () => startTarget(session, kind, env)),
    startPortal: () => startPortal(session, bus, 'kde', env),
    stop: async () => {
      for (const open of [keyboard, clipboard, bus]) open.close();
      await session.stop();
    },
  };
}

/** KWin without anything around it but XWayland; it can be started again once it has ended. */
export async function startServer(
  session: WaylandSession,
): Promise<{ display: string; server: OwnedProcess }> {
  const { folder, runtimeFolder } = session;
  const displayFile = join(folder, 'display');
  rmSync(displayFile, { force: true });
  const script = join(folder, 'started.sh');
  writeFileSync(script, `#!/bin/sh\necho "$DISPLAY" > ${displayFile}\n`, { mode: 0o755 });
  // The packaged file has a capability that a container may not give; a copy has none.
  const program = join(folder, 'kwin_wayland');
  if (!existsSync(program)) copyFileSync(kwinProgram, program);
  chmodSync(program, 0o755);
  const server = session.start(
    [
      ...[program, '--virtual', '--width', '1280', '--height', '800', '--xwayland'],
      ...['--no-lockscreen', '--socket', socketName, script],
    ],
    {
      ...{ KWIN_COMPOSE: 'Q', KDE_FULL_SESSION: 'true', KDE_SESSION_VERSION: '5' },
      // The keyboard of the tests may press keys. CaptionKey asks for nothing that this permits.
      KWIN_WAYLAND_NO_PERMISSION_CHECKS: '1',
    },
  );
  let failure: Error | null = null;
  void server.ended.then((status) => {
    failure = new Error(`KWin ended with status ${status}. Is the package kwin-wayland installed?`);
  });
  await answered('the socket of KWin', () => {
    if (failure !== null) throw failure;
    return existsSync(join(runtimeFolder, socketName)) || null;
  });
  const display = await answered('XWayland', () =>
    existsSync(displayFile) ? readFileSync(displayFile, 'utf8').trim() || null : null,
  );
  return { display, server };
}
