import { readFileSync } from 'node:fs';
import type { SessionBus } from '../../../electron/main/dbus/session-bus.ts';
import type { WaylandSession } from './session.ts';
import { answered } from './until.ts';

export interface StartedPortal {
  stop(): Promise<void>;
}

/** The program of a bus service. Its path depends on the distribution. */
function programOf(service: string): string {
  const file = `/usr/share/dbus-1/services/${service}.service`;
  const program = /^Exec=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (program === undefined) throw new Error(`${file} names no program.`);
  return program;
}

/**
 * Starts xdg-desktop-portal and a desktop's back end for it. The bus would start them, too, but without
 * the environment that they need.
 */
export async function startPortal(
  session: WaylandSession,
  bus: SessionBus,
  desktop: 'kde' | 'gnome',
  env: Record<string, string>,
): Promise<StartedPortal> {
  const part = `org.freedesktop.impl.portal.desktop.${desktop}`;
  const start = async (service: string) => {
    const child = session.start([programOf(service)], { ...env, QT_QPA_PLATFORM: 'wayland' });
    await answered(service, async () => ((await bus.hasOwner(service)) ? true : null));
    return child;
  };
  const children = [await start(part), await start('org.freedesktop.portal.Desktop')];
  return {
    stop: async () => {
      for (const child of children.toReversed()) await child.stop();
    },
  };
}
