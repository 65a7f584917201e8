import type { Fork } from '../child.ts';
import { Commands } from '../commands.ts';
import { besideOwnWindow, type FocusableWindow } from '../delivery/beside-own-window.ts';
import { copyText } from '../delivery/clipboard.electron.ts';
import { selectDelivery } from '../delivery/select.ts';
import { WaylandDelivery } from '../insertion/wayland-delivery.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Kept } from '../kept.ts';
import type { Listener } from '../listening/listener.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { CaptionsVisibility } from '../shell/captions-visibility.ts';
import type { Sources } from '../sources.ts';
import { Dictator } from './dictator.ts';

interface Parts {
  isWayland: boolean;
  fork: Fork;
  listener: Listener;
  sources: Sources;
  settings: SettingsStore;
  kept: Kept;
  hotkeys: Hotkeys;
  feed: CaptionFeed;
  visibility: CaptionsVisibility;
  panel: FocusableWindow;
  /** What is on, or the history, has changed. */
  onChange: () => void;
  problems: Pick<ProblemStore, 'set'>;
}

/** Puts together what makes a text of a held key: the dictator, its delivery, and who is asked. */
export function openDictation(parts: Parts) {
  const { listener, sources, settings, kept, hotkeys, feed, visibility, onChange } = parts;
  const selected = selectDelivery({
    platform: process.platform,
    display: process.env.DISPLAY,
    isWayland: parts.isWayland,
    swaySocket: process.env.SWAYSOCK,
    fork: parts.fork,
    copyText,
    wantsClipboard: () => settings.all.delivery === 'clipboard',
  });
  // Electron's clipboard is an X program's on Wayland, whose windows may not get at it.
  const copy = async (text: string): Promise<void> => {
    const copied = selected instanceof WaylandDelivery ? await selected.copy(text) : null;
    if (copied === null) await copyText(text);
  };
  const delivery = besideOwnWindow(selected, parts.panel);
  const dictator = new Dictator({
    listener,
    delivery,
    store: kept.store,
    settings: () => settings.all,
    isOccupied: () => sources.isRehearing,
    isDemo: () => sources.isDemo,
    watchEscape: (isOn) => hotkeys.watchEscape(isOn, () => dictator.command('cancel')),
    watchInput: (behindServerMs) => hotkeys.watchInput(behindServerMs),
    onStatus: (status) => {
      feed.dictation(status);
      visibility.dictation(status);
      onChange();
    },
    onHistory: () => {
      void kept.tidy();
      onChange();
    },
    onProblem: (problem) => parts.problems.set('dictation', problem),
  });
  return { delivery, dictator, copyText: copy, commands: new Commands(dictator, listener) };
}
