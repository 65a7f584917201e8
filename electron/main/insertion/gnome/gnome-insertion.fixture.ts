import { existsSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import { startForTest } from '../../../../test/support/start-target.ts';
import {
  gnomeProgram,
  startGnome,
  type GnomeDesktop,
  type GnomeTarget,
} from '../../../../tools/desktop-harness/gnome/gnome.ts';
import type { TargetKind } from '../../../../tools/desktop-harness/wayland/targets.ts';
import type { Target } from '../insertion.ts';
import type { NativeInsertion } from '../wayland/native-insertion.ts';
import { openGnome } from './open-gnome.ts';
import { startGnomeWorker } from './worker.fixture.ts';

const tokens = { load: () => Promise.resolve(null), save: () => Promise.resolve() };

/** The names that the programs report. */
const programs = { gtk: 'gtk_entry.py', gtk4: 'gtk4_entry', qt: 'qt_entry' };

export const isGnomeHere = existsSync(gnomeProgram);
export const onGnome = `on GNOME${isGnomeHere ? '' : ' (not run: GNOME Shell is not installed)'}`;

/** A real GNOME Shell, and the insertion with the clipboard in its thread. */
export class GnomeInsertionDesk {
  readonly desktop: GnomeDesktop;
  readonly busAddress: string;
  /** Every thread that an insertion has started. */
  readonly workers: Worker[] = [];
  pastesIntoUnknown = false;

  static async start(): Promise<GnomeInsertionDesk> {
    return new GnomeInsertionDesk(await startGnome());
  }

  private constructor(desktop: GnomeDesktop) {
    this.desktop = desktop;
    this.busAddress = desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '';
  }

  async open(busAddress = this.busAddress): Promise<NativeInsertion> {
    const { env } = this.desktop;
    const opened = await openGnome(busAddress, {
      tokens,
      pastesIntoUnknown: () => this.pastesIntoUnknown,
      startWorker: () => {
        const worker = startGnomeWorker(env.DISPLAY ?? '', { ...process.env, ...env });
        this.workers.push(worker);
        return worker;
      },
    });
    if (opened === null) throw new Error('GNOME Shell does not answer.');
    return opened;
  }

  /** Starts a program that accepts text. It stops when the test ends. */
  startTarget(kind: TargetKind): Promise<GnomeTarget> {
    return startForTest(this.desktop, kind);
  }
}

/** A program reports some milliseconds later that its window is in front. */
export const focusOf = (insertion: NativeInsertion, kind: keyof typeof programs): Promise<Target> =>
  vi.waitFor(async () => {
    const focused = await insertion.focused();
    if (focused?.app !== programs[kind]) throw new Error(`${kind} has reported no window.`);
    return focused;
  }, patient);
