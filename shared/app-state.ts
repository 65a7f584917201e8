import type { HotkeyAction } from './actions.ts';
import type { PresentMicrophone, MicrophoneRef } from './microphone.ts';
import type { Problem } from './problem.ts';
import type { DictationMode } from './setting-values.ts';

/** Where the API key in use comes from. The key itself never leaves the main process. */
export type KeySource = 'none' | 'stored' | 'memory' | 'environment';

export interface Hotkey {
  action: HotkeyAction;
  /** As Electron writes it, for example `Control+Alt+Space`, or a lone modifier: `RightControl`. */
  accelerator: string;
  /** Releases are reported, so `hold` and `auto` work. Only dictation needs them. */
  canHold: boolean;
  /** Why no release can be heard and what to do, or null. A press still works. */
  holdProblem: Problem | null;
  /** Why the hotkey does not work at all and what to do, or null when it works. */
  problem: Problem | null;
}

/** Everything the panel shows, in one value. */
export interface AppState {
  keySource: KeySource;
  /** What else is to know: why the key is in memory only, or that its model is not offered. */
  keyNote: Problem | null;
  microphones: PresentMicrophone[];
  /** What hears the computer's sound; null where the system offers nothing that does. */
  computerSound: PresentMicrophone | null;
  /** Whether “scratch that” can remove a text. Elsewhere it is text like any other. */
  canScratch: boolean;
  /** Null: the system's default microphone. */
  chosenMicrophone: MicrophoneRef | null;
  hotkeys: Hotkey[];
  dictationMode: DictationMode;
  /** The panel begins with the steps of the first run. */
  isFirstRun: boolean;
  /** The app is connected to the demo server: no key is needed and no speech leaves the machine. */
  isDemo: boolean;
  /** The microphone is open for the pre-roll, without captions or dictation. */
  isPreRolling: boolean;
  /** What is wrong with the microphones, or null. */
  microphoneProblem: Problem | null;
}
