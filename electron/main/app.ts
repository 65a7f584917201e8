import { AppStateModel } from './app-state/app-state-model.ts';
import { followMicrophones } from './audio/follow-microphones.ts';
import { openAudio } from './audio/open-audio.ts';
import type { Arguments } from './cli/arguments.ts';
import { Commands } from './cli/commands.ts';
import { verbCommand } from './cli/launch.electron.ts';
import type { VerbRunner } from './cli/verbs.ts';
import { openDictation } from './dictation/open-dictation.ts';
import { openDoctor } from './doctor/open-doctor.ts';
import { globalShortcutRegistry } from './hotkeys/global-shortcut/global-shortcut.electron.ts';
import { Hotkeys } from './hotkeys/hotkeys.ts';
import { selectEraseText } from './insertion/accessible/erase-text.ts';
import { askForAccessibility } from './insertion/macos/accessibility.electron.ts';
import { broadcastChanges } from './ipc/broadcast-changes.ts';
import { CaptionFeed } from './ipc/caption-feed.ts';
import { answerPages } from './ipc/handlers.ts';
import { closePartsBeforeQuit } from './lifecycle/end.ts';
import { startParts } from './lifecycle/start.ts';
import { openListening } from './listening/open-listening.ts';
import { StoppedCaptions } from './listening/stopped-captions.ts';
import { AppLanguage } from './language/app-language.ts';
import type { Log } from './logging/log.ts';
import { loginItemOf } from './login/login-item.electron.ts';
import { startAtLogin } from './login/start-at-login.ts';
import { onUnhandled } from './logging/unhandled.ts';
import { endProblemsOnChange } from './problems/end-problems.ts';
import { PillModel } from './pill/pill-model.ts';
import { openProblems, reportFiles } from './problems/open-problems.ts';
import { forkLogged } from './processes/fork.electron.ts';
import { ModelRedirects } from './settings/model-redirects.ts';
import { openSettings } from './settings/open-settings.ts';
import { PreferencesModel } from './settings/preferences-model.ts';
import { MonthlyLimit } from './spending/monthly-limit.ts';
import { openHistory } from './storage/open-history.ts';
import { SpeechStorage } from './storage/speech-storage.ts';
import { onActivate, onPageGone, onSleep } from './windows/app-events.ts';
import { serveAppScheme } from './windows/app-scheme.ts';
import { CaptionsVisibility } from './windows/captions-visibility.ts';
import { CaptionsWindow } from './windows/captions-window.ts';
import { ClickThrough } from './windows/click-through.ts';
import { folders } from './windows/folders.ts';
import { mayHear } from './windows/microphone-permission.ts';
import { openPanelWindow } from './windows/open-panel-window.ts';
import { denyEverything } from './windows/permissions.ts';
import { PillWindow } from './windows/pill-window.ts';
import { quit } from './windows/quit.ts';
import { busAddress, isWayland, swaySocket, system, systemLanguages } from './windows/system.ts';
import { appTray } from './windows/tray/open-tray.ts';

/** What exists before Electron is ready. */
interface Start {
  /** The parsed command line. */
  launch: Arguments;
  /** The address that replaces the region's service, or null. */
  streamingUrl: string | null;
  environmentKey: string | undefined;
  verbs: VerbRunner;
  log: Log;
  logFolder: string;
}

/**
 * The composition root. Each part is built from parts that exist already. What flows back to those is an
 * event, to which the later part subscribes.
 */
export async function openCaptionKey(start: Start): Promise<void> {
  const { launch, streamingUrl, environmentKey, verbs, log, logFolder } = start;
  const { userData, demo: demoFolder } = folders;
  onPageGone(({ reason, exitCode }) => log.event('page-gone', { reason, exitCode }));
  denyEverything();
  serveAppScheme(folders.renderer);
  const fork = forkLogged(log, logFolder);

  const opened = openSettings({ userData, system, environmentKey });
  const { settings, keys, pasteToken, ...files } = opened;
  const language = new AppLanguage(settings, systemLanguages);
  const preferences = new PreferencesModel(settings);
  const audio = openAudio({ fork, settings, keys, log, userData, streamingUrl, mayHear });
  const { audioInput, recordingsFolder, microphone, monitor, computerSound, baseUrl } = audio;
  const { capture, captures } = audio;
  const eraseText = selectEraseText(system, busAddress);
  const canScratch = eraseText !== null;
  const appState = new AppStateModel({ fork, keys, settings, audioInput, baseUrl, canScratch });

  const feed = new CaptionFeed();
  const captions = new CaptionsWindow(settings);
  const pillWindow = new PillWindow(captions);
  const pill = new PillModel(pillWindow);
  const visibility = new CaptionsVisibility({ window: captions, settings, pill });
  const isPrinting = launch.print !== null;
  const problems = openProblems({ log, feed, visibility, pill, isPrinting });
  files.onSetAside((problem) => problems.set('files', problem));
  onUnhandled(log, (problem) => problems.set('app', problem));
  const redirects = new ModelRedirects(settings, problems);

  const speech = { audioInput, settings, fork, feed, visibility, pill, problems };
  const storage = new SpeechStorage({ ...speech, userData, recordingsFolder });
  const { retranscription: transcriptStore, computerWriter: computerStore } = storage;
  const computer = { computerSound, computerStore };
  const origin = { launch, demoFolder, log, preferences, redirects, quit };
  const listening = openListening({ ...speech, ...origin, ...computer, transcriptStore });
  const { listeningController, captionSources, preRoll, playback } = listening;
  const readUsage = (nowMs: number) => storage.store.usage(nowMs);
  const monthlyLimit = new MonthlyLimit({ listening, settings, audioInput, problems, readUsage });
  const microphones = followMicrophones({ microphone, monitor, appState, preRoll, problems });
  endProblemsOnChange({ problems, appState, preferences, listening, keys, settings, userData });

  const desktop = { system, isWayland, swaySocket, busAddress, verbCommand, askForAccessibility };
  const hotkeys = new Hotkeys({ ...desktop, fork, shortcuts: globalShortcutRegistry }, settings);
  const panel = openPanelWindow({ feed, listeningController, hotkeys, settings });
  const desk = { isWayland, busAddress, eraseText, pasteToken };
  const dictation = openDictation({
    ...{ ...speech, ...desk, listening, storage, hotkeys, panel, pillWindow },
  });
  const { dictationController, insertion } = dictation;
  const stoppedCaptions = new StoppedCaptions({
    clipboard: dictation.clipboard,
    areOn: () => listening.captions.areOn,
    transcript: (sources) => storage.transcriptOf(sources),
    openTranscript: (captionsId) => panel.open({ page: 'history', captionsId }),
    show: (copied) => {
      feed.copied(copied);
      visibility.copied(copied !== null);
    },
    onProblem: (problem) => problems.set('copy', problem),
  });
  const clickThrough = new ClickThrough({ window: captions, settings, problems });
  const commands = new Commands({ dictationController, captionSources, clickThrough });
  const examined = { fork, log, keys, settings, hotkeys, dictation, isWayland, panel };
  const { doctor, print } = openDoctor(examined);
  const library = { storage, recordingsFolder, playback, listeningController, dictation };
  const history = openHistory({ ...library, panel, problems });
  const tray = appTray({
    ...{ listening, dictation, commands, clickThrough, storage, panel, quit },
    ...{ settings, language, preferences, appState, problems },
  });

  listening.events
    .on('finished', (finished) => void stoppedCaptions.finished(finished))
    .on('captions', (areOn) => areOn && stoppedCaptions.begun())
    .on('preRolling', (isOn) => appState.setPreRolling(isOn))
    .on('device', () => appState.refresh())
    .on('settled', () => void storage.tidy());
  hotkeys
    // The doctor presses the dictation key as a test, so it must not start a dictation.
    .on('key', (event) => {
      const isTested = launch.isDoctor || (doctor.isRunning && event.action === 'dictate');
      if (!isTested) commands.key(event);
    })
    .on('changed', (heard) => appState.setHotkeys(heard));
  startAtLogin({ settings, problems, loginItem: loginItemOf(system) });
  broadcastChanges({ feed, language, appState, preferences, storage, doctor });
  onSleep(listening);
  onActivate(() => void panel.open());

  const parts = {
    ...{ launch, verbs, log, keys, settings, language, preferences, appState, problems },
    ...{ feed, captions },
    ...{ pill, pillWindow },
    ...{
      audioInput,
      capture,
      captures,
      microphones,
      listening,
      hotkeys,
      panel,
      dictation,
      insertion,
    },
    monthlyLimit,
    ...{ commands, stoppedCaptions, storage, ...history, tray, doctor },
    reportFiles: () => reportFiles(problems, userData, files.unread(), keys.problem),
  };
  answerPages(parts);
  const ending = closePartsBeforeQuit(parts);
  await startParts({ ...parts, ending });
  if (launch.isDoctor) quit(await print());
}
