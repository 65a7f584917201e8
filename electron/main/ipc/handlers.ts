import { ok, type Result } from '#shared/result.ts';
import type { Setup } from '#shared/setup.ts';
import type { OwnWindow } from '../delivery/past-own-window.ts';
import type { History } from '../history/history.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { Commands } from '../commands.ts';
import type { Dictator } from '../dictation/dictator.ts';
import type { Listener } from '../listening/listener.ts';
import type { PreRoll } from '../listening/pre-roll.ts';
import { diagnostics } from '../log/diagnostics.ts';
import type { Log } from '../log/log.ts';
import { versions } from '../log/versions.electron.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { Recovery } from '../recovery/recovery.ts';
import type { ChoicesModel } from '../settings/choices-model.ts';
import type { KeyStore } from '../settings/key-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { SetupModel } from '../setup.ts';
import type { Store } from '../store/store.ts';
import type { CaptionFeed } from './caption-feed.ts';
import type { RequestHandlers } from './requests.ts';

interface Parts {
  feed: CaptionFeed;
  listener: Listener;
  preRoll: PreRoll;
  dictator: Dictator;
  /** Puts a text on the clipboard. */
  copyText: (text: string) => Promise<void>;
  commands: Commands;
  setup: SetupModel;
  keys: KeyStore;
  settings: SettingsStore;
  hotkeys: Hotkeys;
  choices: ChoicesModel;
  store: Store;
  recovery: Recovery;
  history: History;
  log: Log;
  problems: ProblemStore;
  panel: OwnWindow & { open(): Promise<void> };
  startDemo: () => Promise<Result<null>>;
}

/** What each request of the renderer does. */
export function requestHandlers(parts: Parts): RequestHandlers {
  const {
    feed,
    listener,
    preRoll,
    dictator,
    copyText,
    commands,
    setup,
    keys,
    settings,
    hotkeys,
    choices,
    store,
    recovery,
    history,
    log,
  } = parts;
  /** Whatever became of the change, the panel then shows what is so. */
  const afterHotkeys = async (change: Promise<Result<null>>): Promise<Result<Setup>> => {
    const changed = await change;
    const all = setup.setHotkeys(hotkeys.list);
    return changed.ok ? ok(all) : changed;
  };
  return {
    'captions:attach': (contents, view) => ok(feed.attach(contents.id, view)),
    'level:watch': (contents, steps) => {
      feed.watchLevel(contents.id, steps);
      return ok(null);
    },
    'listening:do': (_contents, command) => {
      commands.button(command);
      return ok(null);
    },
    'dictation:undo': () => {
      dictator.undo();
      return ok(null);
    },
    'dictation:insert': async () => {
      await dictator.deliverAgain(parts.panel);
      return ok(null);
    },
    'transcript:copy': async () => {
      await copyText(listener.text);
      return ok(null);
    },
    'panel:open': async () => {
      await parts.panel.open();
      return ok(null);
    },
    'problem:close': () => {
      parts.problems.close();
      return ok(null);
    },
    'setup:read': async () => {
      // Before that a key that is stored looks like none.
      await keys.reading;
      return ok(setup.read());
    },
    'key:save': (_contents, key) => setup.saveKey(key),
    'key:forget': () => {
      const forgotten = keys.forget();
      const changed = setup.refresh();
      return forgotten.ok ? ok(changed) : forgotten;
    },
    'microphone:choose': (_contents, microphone) => {
      const chosen = settings.chooseMicrophone(microphone);
      if (chosen.ok) preRoll.reopen();
      return chosen.ok ? ok(setup.refresh()) : chosen;
    },
    'microphone:rescan': async () => ok(await setup.rescanMicrophones()),
    'microphone:check': (_contents, isOn) => {
      listener.dispatch({ type: 'check-level', isOn });
      return ok(setup.read());
    },
    'hotkeys:suspend': (_contents, isSuspended) => afterHotkeys(hotkeys.suspend(isSuspended)),
    'hotkeys:change': (_contents, action, accelerator) =>
      afterHotkeys(hotkeys.change(action, accelerator)),
    'hotkeys:mode': (_contents, mode) => afterHotkeys(hotkeys.changeMode(mode)),
    'diagnostics:copy': async () => {
      await copyText(diagnostics(versions(), setup.read(), settings.all, log.recent));
      return ok(null);
    },
    'demo:start': async () => {
      const started = await parts.startDemo();
      return started.ok ? ok(setup.refresh()) : started;
    },
    'leftovers:read': () => recovery.leftovers(),
    'leftovers:act': (_contents, id, action) => recovery.act(id, action),
    'history:read': (_contents, query) => history.read(query),
    'history:act': (_contents, id, action) => history.act(id, action),
    'history:export': (_contents, exported, format) => history.export(exported, format),
    'settings:read': () => ok(choices.read()),
    'settings:change': (_contents, changed) => choices.change(changed),
    'usage:read': () => store.usage(Date.now()),
  };
}
