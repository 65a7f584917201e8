import type { Microphone, MicrophoneRef } from './microphone.ts';

/** Where the API key in use comes from. The key itself never leaves the main process. */
export type KeySource = 'none' | 'stored' | 'memory' | 'environment';

/** The actions a global hotkey can stand for. */
export type HotkeyAction = 'toggle' | 'force-endpoint';

export interface Hotkey {
  action: HotkeyAction;
  /** As Electron writes it, for example `Control+Alt+Space`. */
  accelerator: string;
  /** Why the hotkey does not work here and what to do, or null when it works. */
  problem: string | null;
}

/** Everything the panel shows, in one value. */
export interface Setup {
  keySource: KeySource;
  /** Why the key is not stored on disk, when it is held in memory only. */
  keyNote: string | null;
  microphones: Microphone[];
  /** Null: the system's default microphone. */
  chosenMicrophone: MicrophoneRef | null;
  hotkeys: Hotkey[];
  /** The demo server is the other end: no key is needed and no speech leaves the machine. */
  isDemo: boolean;
  /** One line about what is wrong with the microphones, or null. */
  microphoneNote: string | null;
}
