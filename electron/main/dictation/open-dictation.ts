import { EventEmitter } from 'node:events';
import type { Fork } from '../processes/child.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { EraseText } from '../insertion/accessible/erase-text.ts';
import { besideOwnWindow, type FocusableWindow } from '../insertion/beside-own-window.ts';
import { copyText } from '../insertion/clipboard.electron.ts';
import { selectInsertion } from '../insertion/select.ts';
import { TextClipboard } from '../insertion/text-clipboard.ts';
import { WaylandInsertion } from '../insertion/wayland-insertion.ts';
import type { TokenStore } from '../insertion/portal/token-store.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { SpeechStorage } from '../storage/speech-storage.ts';
import type { OpenListening } from '../listening/open-listening.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import type { PillModel } from '../pill/pill-model.ts';
import type { PillWindow } from '../windows/pill-window.ts';
import { DictationController } from './dictation-controller.ts';
import { KeyHold } from './key-hold.ts';

interface Parts {
  isWayland: boolean;
  busAddress: string | null;
  eraseText: EraseText | null;
  pasteToken: TokenStore;
  fork: Fork;
  listening: Pick<OpenListening, 'listeningController' | 'events'>;
  audioInput: AudioInput;
  settings: SettingsStore;
  storage: SpeechStorage;
  hotkeys: Hotkeys;
  feed: CaptionFeed;
  pill: PillModel;
  pillWindow: Pick<PillWindow, 'placeNear'>;
  panel: FocusableWindow;
  problems: Pick<ProblemStore, 'set'>;
}

/** Events of dictations, for the parts that are built later. */
export interface DictationEvents {
  status: [status: DictationStatus];
  /** The history has changed. */
  history: [];
}

export type OpenDictation = ReturnType<typeof openDictation>;

/** Builds the dictation controller and its insertion. */
export function openDictation(parts: Parts) {
  const { listening, audioInput, settings, storage, hotkeys, feed, pill } = parts;
  const { listeningController } = listening;
  const events = new EventEmitter<DictationEvents>();
  const keyHold = new KeyHold();
  const selected = selectInsertion({
    platform: process.platform,
    display: process.env.DISPLAY,
    isWayland: parts.isWayland,
    swaySocket: process.env.SWAYSOCK,
    busAddress: parts.busAddress,
    tokens: parts.pasteToken,
    fork: parts.fork,
    copyText,
    wantsClipboard: () => settings.all.insertion === 'clipboard',
    isHotkeyHeld: () => keyHold.isHeld,
    pastesIntoUnknown: () => settings.all.pasteIntoUnknownWindow,
  });
  const insertion = besideOwnWindow(selected, parts.panel);
  const dictationController = new DictationController({
    listeningController,
    insertion,
    eraseText: parts.eraseText,
    keyHold,
    store: storage.store,
    settings: () => settings.all,
    isOccupied: () => audioInput.isRetranscribing,
    isDemo: () => audioInput.isDemo,
    watchEscape: (isOn) => hotkeys.watchEscape(isOn),
    watchInput: (afterServerMs) => hotkeys.watchInput(afterServerMs),
    onTarget: (target) => parts.pillWindow.placeNear(target.then((known) => known?.middle ?? null)),
    onAsked: () => pill.dispatch({ type: 'asked', escapeCancels: hotkeys.hearsEscape }),
    onRefused: () => pill.dispatch({ type: 'refused' }),
    onStatus: (status) => {
      feed.dictation(status);
      pill.dispatch({ type: 'dictation', dictation: status });
      events.emit('status', status);
    },
    onHistory: () => {
      void storage.tidy();
      events.emit('history');
    },
    onProblem: (problem) => parts.problems.set('dictation', problem),
  });
  hotkeys.on('escape', () => dictationController.command('cancel'));
  listening.events
    .on('dictationEnded', (id) => dictationController.ended(id))
    .on('dictated', (dictated) => void dictationController.dictated(dictated));
  const waylandState = async () =>
    selected instanceof WaylandInsertion ? selected.nativeState() : null;
  const clipboard = new TextClipboard({
    clipboard: selected.clipboard,
    // Electron's clipboard belongs to XWayland, so windows of Wayland may not read it.
    leave: async (text) => (selected instanceof WaylandInsertion ? selected.copy(text) : null),
    copyText,
    inTurn: (work) => dictationController.withClipboard(work),
  });
  return {
    events,
    insertion,
    waylandState,
    dictationController,
    /** Copies texts that a person asks for, and undoes that. */
    clipboard,
    copyText: async (text: string) => {
      const copied = await clipboard.copyText(text);
      if (copied.ok) parts.problems.set('copy', null);
      return copied;
    },
  };
}
