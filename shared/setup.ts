import * as v from 'valibot';
import type { Microphone, MicrophoneRef } from './microphone.ts';
import type { DictationMode } from './settings.ts';

/** Where the API key in use comes from. The key itself never leaves the main process. */
export type KeySource = 'none' | 'stored' | 'memory' | 'environment';

export const hotkeyActions = ['dictate', 'captions', 'force-endpoint', 'deliver-again'] as const;
export const hotkeyActionSchema = v.picklist(hotkeyActions);

/** The actions a global hotkey can stand for. */
export type HotkeyAction = v.InferOutput<typeof hotkeyActionSchema>;

export interface Hotkey {
  action: HotkeyAction;
  /** As Electron writes it, for example `Control+Alt+Space`, or a lone modifier: `RightControl`. */
  accelerator: string;
  /** A release can be heard, so that `hold` and `auto` work. Only dictation asks for it. */
  canHold: boolean;
  /** Why no release can be heard and what to do, or null. A press still works. */
  holdProblem: string | null;
  /** Why the hotkey does not work at all and what to do, or null when it works. */
  problem: string | null;
}

/** Everything the panel shows, in one value. */
export interface Setup {
  keySource: KeySource;
  /** What else is to know: why the key is in memory only, or that its model is not offered. */
  keyNote: string | null;
  microphones: Microphone[];
  /** Null: the system's default microphone. */
  chosenMicrophone: MicrophoneRef | null;
  hotkeys: Hotkey[];
  dictationMode: DictationMode;
  /** The demo server is the other end: no key is needed and no speech leaves the machine. */
  isDemo: boolean;
  /** The microphone is open although nobody speaks. */
  isPreRolling: boolean;
  /** One line about what is wrong with the microphones, or null. */
  microphoneNote: string | null;
}
