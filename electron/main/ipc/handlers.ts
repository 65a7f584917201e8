import { ok, type Result } from '#shared/result.ts';
import type { AppState } from '#shared/app-state.ts';
import { chooseMicrophone } from '../audio/choose-microphone.ts';
import type { OwnWindow } from '../insertion/past-own-window.ts';
import type { History } from '../storage/history/history.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { Commands } from '../cli/commands.ts';
import { askForFile } from '../dictionary/dialogs.electron.ts';
import { DictionaryFile } from '../dictionary/dictionary-file.ts';
import type { DoctorModel } from '../doctor/doctor-model.ts';
import type { OpenDictation } from '../dictation/open-dictation.ts';
import type { StoppedCaptions } from '../listening/stopped-captions.ts';
import type { OpenListening } from '../listening/open-listening.ts';
import { errorFacts } from '../logging/error-facts.ts';
import { diagnostics } from '../logging/diagnostics.ts';
import type { AppLanguage } from '../language/app-language.ts';
import type { Log } from '../logging/log.ts';
import { versions } from '../logging/versions.electron.ts';
import type { PillModel } from '../pill/pill-model.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { Recovery } from '../storage/recordings/recovery.ts';
import type { PreferencesModel } from '../settings/preferences-model.ts';
import type { KeyStore } from '../settings/key-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { AppStateModel } from '../app-state/app-state-model.ts';
import type { SpeechStorage } from '../storage/speech-storage.ts';
import type { CaptionFeed } from './caption-feed.ts';
import { doctorRequests } from './doctor-requests.ts';
import { answerRequests, type RequestHandlers } from './requests.ts';
import { subscriberOf } from './subscriber.ts';

interface Parts {
  feed: CaptionFeed;
  pill: PillModel;
  listening: OpenListening;
  dictation: OpenDictation;
  commands: Commands;
  stoppedCaptions: Pick<StoppedCaptions, 'undo' | 'openTranscript'>;
  appState: AppStateModel;
  keys: KeyStore;
  settings: SettingsStore;
  language: AppLanguage;
  hotkeys: Hotkeys;
  preferences: PreferencesModel;
  storage: SpeechStorage;
  recovery: Recovery;
  history: History;
  log: Log;
  problems: ProblemStore;
  doctor: DoctorModel;
  panel: OwnWindow & { open(): Promise<void> };
}

/** Answers the requests of the pages. From its first request on, a page receives changes. */
export function answerPages(parts: Parts): void {
  const { feed, log } = parts;
  answerRequests(requestHandlers(parts), {
    asked: (contents) => feed.join(contents.id, subscriberOf(contents)),
    failed: (channel, error) => log.event('request-failed', { channel, ...errorFacts(error) }),
  });
}

/** What each request of the renderer does. */
function requestHandlers(parts: Parts): RequestHandlers {
  const { feed, commands, appState, keys, settings, hotkeys, preferences, log } = parts;
  const { storage, recovery, history } = parts;
  const dictionaryFile = new DictionaryFile(preferences, askForFile);
  const { listeningController, captionSources, preRoll, playback } = parts.listening;
  const { dictationController, copyText } = parts.dictation;
  /** The panel shows the resulting state, whether the change succeeded or not. */
  const afterHotkeys = async (change: Promise<Result<null>>): Promise<Result<AppState>> => {
    const changed = await change;
    const all = appState.setHotkeys(hotkeys.list);
    return changed.ok ? ok(all) : changed;
  };
  return {
    'captions:attach': (contents, view) => ok(feed.attach(contents.id, view)),
    'pill:attach': (contents) => ok(parts.pill.attach(subscriberOf(contents))),
    'level:watch': (contents, steps) => {
      feed.watchLevel(contents.id, steps);
      return ok(null);
    },
    'listening:do': (_contents, command) => {
      commands.button(command);
      return ok(null);
    },
    'dictation:undo': () => {
      dictationController.undo();
      return ok(null);
    },
    'dictation:insert': async () => {
      await dictationController.insertLast(parts.panel);
      return ok(null);
    },
    'dictation:copy': () => copyText(dictationController.lastText),
    'transcript:copy': () => copyText(captionSources.text),
    'transcript:undo-copy': async () => {
      await parts.stoppedCaptions.undo();
      return ok(null);
    },
    'transcript:open': async () => {
      await parts.stoppedCaptions.openTranscript();
      return ok(null);
    },
    'panel:open': async () => {
      await parts.panel.open();
      return ok(null);
    },
    'language:read': () => ok(parts.language.current),
    'problems:read': () => ok(parts.problems.current),
    'problem:close': (_contents, source) => {
      parts.problems.close(source);
      return ok(null);
    },
    'app-state:read': async () => {
      // Before that a stored key looks like a missing one.
      await keys.reading;
      return ok(appState.read());
    },
    'key:save': (_contents, key) => appState.saveKey(key),
    'key:forget': () => appState.forgetKey(),
    'microphone:choose': (_contents, microphone) =>
      chooseMicrophone({ settings, preRoll, appState }, microphone),
    'microphone:rescan': async () => ok(await appState.rescanMicrophones()),
    'microphone:check': (_contents, isOn) => {
      listeningController.dispatch({ type: 'check-level', isOn });
      return ok(appState.read());
    },
    'hotkeys:suspend': (_contents, isSuspended) => afterHotkeys(hotkeys.suspend(isSuspended)),
    'hotkeys:change': (_contents, action, accelerator) =>
      afterHotkeys(hotkeys.change(action, accelerator)),
    'hotkeys:mode': (_contents, mode) => afterHotkeys(hotkeys.changeMode(mode)),
    'diagnostics:copy': () =>
      copyText(diagnostics(versions(), appState.read(), settings.all, log.recent)),
    'demo:start': async () => {
      const started = await playback.tryDemo();
      return started.ok ? ok(appState.refresh()) : started;
    },
    'first-run:finish': () => appState.finishFirstRun(),
    'unfinished:read': () => recovery.unfinishedRecordings(),
    'unfinished:act': (_contents, id, action) => recovery.act(id, action),
    'history:read': (_contents, query) => history.read(query),
    'history:lines': (_contents, id) => history.lines(id),
    'history:act': (_contents, act) => history.act(act),
    'history:clear': () => history.clear(),
    'history:export': (_contents, exported, format) => history.export(exported, format),
    'dictionary:export': () => dictionaryFile.export(),
    'dictionary:import': () => dictionaryFile.import(),
    'settings:read': () => ok(preferences.read()),
    'settings:change': (_contents, changed) => preferences.change(changed),
    'usage:read': () => storage.store.usage(Date.now()),
    ...doctorRequests(parts.doctor, copyText),
  };
}
