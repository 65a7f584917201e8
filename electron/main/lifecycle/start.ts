import { setTimeout as sleep } from 'node:timers/promises';
import type { AppStateModel } from '../app-state/app-state-model.ts';
import type { CaptureClient } from '../audio/capture-client.ts';
import type { MicrophoneWatch } from '../audio/follow-microphones.ts';
import type { Arguments } from '../cli/arguments.ts';
import type { Commands } from '../cli/commands.ts';
import type { VerbRunner } from '../cli/verbs.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { Insertion } from '../insertion/insertion.ts';
import type { OpenListening } from '../listening/open-listening.ts';
import type { Log } from '../logging/log.ts';
import { wasOpenedAtLogin } from '../login/login-item.electron.ts';
import type { KeyStore } from '../settings/key-store.ts';
import type { SpeechStorage } from '../storage/speech-storage.ts';
import type { CaptionsWindow } from '../windows/captions-window.ts';
import type { PillWindow } from '../windows/pill-window.ts';
import { askForMicrophone } from '../windows/microphone-permission.ts';
import type { PanelWindow } from '../windows/panel-window.ts';
import { quit } from '../windows/quit.ts';
import { system } from '../windows/system.ts';
import type { AppTray } from '../windows/tray/open-tray.ts';
import { mainTuning } from '../time/tuning.ts';

interface Parts {
  launch: Arguments;
  verbs: VerbRunner;
  log: Log;
  keys: KeyStore;
  appState: AppStateModel;
  capture: CaptureClient;
  microphones: MicrophoneWatch;
  captions: CaptionsWindow;
  pillWindow: PillWindow;
  listening: OpenListening;
  hotkeys: Hotkeys;
  commands: Commands;
  insertion: Insertion;
  panel: PanelWindow;
  tray: AppTray;
  storage: SpeechStorage;
  /** Reports the files that could not be read. */
  reportFiles: () => void;
  /** Aborted when the app ends. */
  ending: AbortSignal;
}

/** Starts the parts: the hotkeys first, and the others once these work. */
export async function startParts(parts: Parts): Promise<void> {
  const { launch, verbs, keys, appState, captions, listening, panel, storage, ending } = parts;
  // The doctor's window must stay in front.
  const openPanel = (): void => {
    if (!launch.isDoctor) void panel.open();
  };
  const keyRead = keys.load().then(() => appState.refresh());
  const isHidden = launch.isHidden || wasOpenedAtLogin(system);
  const isRecording = launch.isDemo || launch.input !== null;
  if (isRecording) {
    // The verbs of this launch come first, because they would end what a key has begun.
    await Promise.all([keyRead, captions.prepare()]);
    await listening.start();
    if (ending.aborted) return;
  }

  const hotkeysReady = takeHotkeys(parts);
  verbs.begin({ verb: (verb) => parts.commands.verb(verb), openPanel, quit: () => quit() });
  if (!isRecording && launch.verbs.length > 0) verbs.run(launch.verbs);
  await Promise.race([hotkeysReady, sleep(mainTuning.hotkeysFirstMs)]);
  if (ending.aborted) return;

  if (!isRecording) {
    // Not at the same time as the key watch, which needs the processor first. A key-down starts it
    // anyway.
    void askForMicrophone().then(() => {
      parts.capture.prepare();
      listening.preRoll.allow('starting');
    });
  }
  const pagesLoaded = Promise.all([captions.prepare(), parts.pillWindow.prepare()]);
  parts.tray.open();
  parts.microphones.start();
  // Connects to the display, so that the first key-down does not wait for it.
  void parts.insertion.focused();
  void keyRead.then(() => parts.reportFiles());
  void storage.open().then((opened) => {
    if (opened.ok && opened.value && !listening.endsAutomatically && !isHidden) openPanel();
  });
  if (!isRecording && launch.verbs.length === 0 && !isHidden) verbs.run([]);
  await pagesLoaded;
}

async function takeHotkeys({ hotkeys, appState, log }: Parts): Promise<void> {
  const all = await hotkeys.apply();
  log.event('hotkeys-ready', { unheard: all.filter(({ problem }) => problem !== null).length });
  appState.setHotkeys(all);
}
