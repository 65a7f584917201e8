import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { OwnedProcess } from '../owned-process.ts';
import type { WaylandSession } from './session.ts';
import { titleOfXFocus } from './x-focus.ts';

/** Programs that accept text, on Wayland or through XWayland. */
export type TargetKind = 'foot' | 'gtk' | 'gtk4' | 'qt' | 'xterm' | 'gtk-x11';

export interface StartedTarget {
  /** The title of its window. */
  title: string;
  /**
   * Whether its program gets what is typed once the desktop reports its focus: an X window has to have the
   * focus of XWayland, too, and a terminal starts its program only after the window is there.
   */
  getsKeys(): Promise<boolean>;
  text(): string;
  stop(): Promise<void>;
}

const programs = join(import.meta.dirname, '../targets');
/** Debian's Python, because the packages of GTK and Qt are installed for it. */
const python = (program: string): string[] => ['/usr/bin/python3', join(programs, program)];

const entries = {
  gtk: { command: python('gtk_entry.py'), title: 'GTK entry', env: { GDK_BACKEND: 'wayland' } },
  gtk4: {
    command: python('gtk4_entry.py'),
    title: 'GTK 4 entry',
    env: { GDK_BACKEND: 'wayland', GSK_RENDERER: 'cairo' },
  },
  'gtk-x11': { command: python('gtk_entry.py'), title: 'GTK entry', env: { GDK_BACKEND: 'x11' } },
  qt: { command: python('qt_entry.py'), title: 'Qt entry', env: { QT_QPA_PLATFORM: 'wayland' } },
};

let terminals = 0;

/** Starts a program. It accepts text when its window has the focus. */
export function startTarget(
  session: WaylandSession,
  kind: TargetKind,
  env: Record<string, string>,
): StartedTarget {
  if (kind === 'foot' || kind === 'xterm') return startTerminal(session, kind, env);
  const { command, title, env: backEnd } = entries[kind];
  const child = session.start(command, { ...env, ...backEnd });
  let text = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    text = v.parse(v.string(), JSON.parse(line));
  });
  const getsKeys = async (): Promise<boolean> =>
    kind !== 'gtk-x11' || (await titleOfXFocus(env)) === title;
  return { title, getsKeys, text: () => text, stop: () => child.stop() };
}

/** Starts a terminal with a program that stores its input byte by byte in a file. */
function startTerminal(
  session: WaylandSession,
  kind: 'foot' | 'xterm',
  env: Record<string, string>,
): StartedTarget {
  const file = join(session.folder, `terminal-${(terminals += 1)}`);
  const keep = ['sh', '-c', `stty raw -echo; exec cat > ${file}`];
  const child: OwnedProcess =
    kind === 'foot'
      ? session.start(['foot', '-T', 'foot', ...keep], env)
      : session.start(['xterm', '-u8', '-T', 'xterm', '-e', ...keep], env);
  return {
    title: kind,
    getsKeys: async () =>
      existsSync(file) && (kind === 'foot' || (await titleOfXFocus(env)) === kind),
    text: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
    stop: () => child.stop(),
  };
}
