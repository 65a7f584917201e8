import { exitStatusOf, lineOf } from '#core/doctor/report.ts';
import type { Check, DoctorEvent } from '#shared/doctor.ts';
import { listMicrophones } from '../audio/list-microphones.ts';
import { printLine } from '../cli/standard-streams.ts';
import type { OpenDictation } from '../dictation/open-dictation.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import { realClock } from '../insertion/real-clock.ts';
import { errorFacts } from '../logging/error-facts.ts';
import type { Log } from '../logging/log.ts';
import type { Fork } from '../processes/child.ts';
import type { KeyStore } from '../settings/key-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { mainTuning } from '../time/tuning.ts';
import { readClipboard } from './clipboard.electron.ts';
import { examine } from './doctor.ts';
import { DoctorModel } from './doctor-model.ts';
import { DoctorWindow } from '../windows/doctor-window.ts';
import { pressOnX11 } from './x11-press.ts';

interface Parts {
  fork: Fork;
  log: Log;
  keys: Pick<KeyStore, 'reading' | 'source'>;
  settings: Pick<SettingsStore, 'all'>;
  hotkeys: Hotkeys;
  dictation: OpenDictation;
  isWayland: boolean;
  panel: { open(): Promise<void> };
}

/** Builds the doctor, for the panel and for `--doctor`. */
export function openDoctor(parts: Parts) {
  const { log, panel, dictation } = parts;
  const doctor = new DoctorModel({
    examine: (signal) =>
      examineDesktop(parts, signal, () => {
        if (!signal.aborted) void panel.open();
      }),
    isDictating: () => !['idle', 'done'].includes(dictation.dictationController.phase),
    onFailure: (error) => log.event('doctor-failed', errorFacts(error)),
  });
  const nobody = new AbortController();
  return { doctor, print: () => print(examineDesktop(parts, nobody.signal, () => undefined)) };
}

/** Prints each check when it ends. Resolves with the exit status of `--doctor`. */
async function print(events: AsyncIterable<DoctorEvent>): Promise<0 | 1> {
  const checks: Check[] = [];
  for await (const event of events) {
    if (event.type === 'begins') continue;
    checks.push(event.check);
    printLine(lineOf(event.check));
  }
  return exitStatusOf(checks);
}

function examineDesktop(
  { fork, keys, settings, hotkeys, dictation, isWayland }: Parts,
  signal: AbortSignal,
  onWindowClosed: () => void,
): AsyncIterable<DoctorEvent> {
  const { XDG_CURRENT_DESKTOP: name, DISPLAY: display } = process.env;
  const shell = isWayland ? 'Wayland' : process.platform === 'linux' ? 'X11' : process.platform;
  return examine({
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
    window: new DoctorWindow(onWindowClosed),
    pastes: settings.all.insertion === 'paste',
    clipboard: {
      read: readClipboard,
      write: async (text) => void (await dictation.copyText(text)),
    },
    waylandState: dictation.waylandState,
    insertion: dictation.insertion,
    signal,
    ...realClock,
  });
}

/**
 * Whether the dictation key is pressed or released in time. The end of the run does not shorten this: a
 * press that arrives after the run would start a dictation.
 */
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
