import { lineOf } from '#core/doctor/report.ts';
import { listMicrophones } from '../audio/list-microphones.ts';
import { printLine } from '../cli/standard-streams.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { Insertion } from '../insertion/insertion.ts';
import { realClock } from '../insertion/real-clock.ts';
import type { BackEndState } from '../insertion/wayland-insertion.ts';
import type { Fork } from '../processes/child.ts';
import type { KeyStore } from '../settings/key-store.ts';
import { DoctorWindow } from '../windows/doctor-window.ts';
import { examine } from './doctor.ts';
import { pressOnX11 } from './x11-press.ts';
import { mainTuning } from '../time/tuning.ts';

interface Parts {
  fork: Fork;
  keys: Pick<KeyStore, 'reading' | 'source'>;
  hotkeys: Hotkeys;
  insertion: Insertion;
  /** The state of the insertion into windows of Wayland; null on other desktops. */
  waylandState: () => Promise<BackEndState | null>;
  isWayland: boolean;
  quit: (status: number) => void;
}

/** `--doctor`: prints what works on this desktop, and ends the app. */
export async function runDoctor(parts: Parts): Promise<void> {
  const { fork, keys, hotkeys, insertion, waylandState, isWayland, quit } = parts;
  const { XDG_CURRENT_DESKTOP: name, DISPLAY: display } = process.env;
  const shell = isWayland ? 'Wayland' : process.platform === 'linux' ? 'X11' : process.platform;
  const status = await examine(
    {
      desktop: [shell, name].filter(Boolean).join(', '),
      keySource: async () => {
        await keys.reading;
        return keys.source;
      },
      microphones: () => listMicrophones(fork),
      // A change waits for the changes before it, and this one changes nothing.
      hotkeys: () => hotkeys.suspend(false).then(() => hotkeys.list),
      // Keys that are pressed on XWayland do not reach the compositor.
      press: (accelerator) =>
        isWayland || !display ? Promise.resolve(null) : pressOnX11(display, accelerator),
      hears: (type) => hears(hotkeys, type),
      window: new DoctorWindow(),
      waylandState,
      insertion,
      ...realClock,
    },
    (check) => printLine(lineOf(check)),
  );
  quit(status);
}

function hears(hotkeys: Hotkeys, type: 'press' | 'release'): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isHeard: boolean): void => {
      clearTimeout(timer);
      hotkeys.off('key', onKey);
      resolve(isHeard);
    };
    const onKey: Parameters<typeof hotkeys.on<'key'>>[1] = (event) => {
      if (event.action === 'dictate' && event.type === type) end(true);
    };
    const timer = setTimeout(() => end(false), mainTuning.doctorStepMs);
    hotkeys.on('key', onKey);
  });
}
