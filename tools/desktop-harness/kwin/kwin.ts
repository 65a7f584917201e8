import { copyFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSession, type WaylandSession } from '../wayland/session.ts';
import { startTarget, type StartedTarget, type TargetKind } from '../wayland/targets.ts';
import { answered } from '../wayland/until.ts';
import { waitForFocusedWindow } from '../windows.ts';

/** A real KWin without a display or a graphics card. Nothing presses keys on it yet. */
export interface KwinDesktop {
  /** What a program needs in its environment to be started there. */
  env: Record<string, string>;
  /** The name of its XWayland, such as `:1`. */
  display: string;
  /** Starts a program of X; resolves when its window has the focus. */
  startTarget(kind: Extract<TargetKind, 'xterm' | 'gtk-x11'>): Promise<StartedTarget>;
  /** Starts a program of Wayland, which KWin gives the focus. */
  startNative(kind: Extract<TargetKind, 'gtk' | 'qt'>): StartedTarget;
  stop(): Promise<void>;
}

export const kwinProgram = '/usr/bin/kwin_wayland';

const socketName = 'wayland-0';

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
  const { folder, runtimeFolder } = session;
  const displayFile = join(folder, 'display');
  const script = join(folder, 'started.sh');
  writeFileSync(script, `#!/bin/sh\necho "$DISPLAY" > ${displayFile}\n`, { mode: 0o755 });
  // The packaged file has a capability that a container may not give; a copy has none.
  const program = join(folder, 'kwin_wayland');
  copyFileSync(kwinProgram, program);
  chmodSync(program, 0o755);
  const server = session.start(
    [
      ...[program, '--virtual', '--width', '1280', '--height', '800', '--xwayland'],
      ...['--no-lockscreen', '--socket', socketName, script],
    ],
    { KWIN_COMPOSE: 'Q', KDE_FULL_SESSION: 'true', KDE_SESSION_VERSION: '5' },
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
  const env = { ...session.env, WAYLAND_DISPLAY: socketName, DISPLAY: display };
  return {
    env,
    display,
    startTarget: async (kind) => {
      const target = startTarget(session, kind, env);
      await waitForFocusedWindow(display, target.title, { timeoutMs: 30_000 });
      return target;
    },
    startNative: (kind) => startTarget(session, kind, env),
    stop: () => session.stop(),
  };
}
