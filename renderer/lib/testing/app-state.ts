import type { AppState } from '#shared/app-state.ts';

const works = { canHold: false, holdProblem: null, problem: null };

/** A set-up with one microphone and working hotkeys, changed where a test says so. */
export const appStateWith = (changes: Partial<AppState> = {}): AppState => ({
  keySource: 'none',
  keyNote: null,
  microphones: [
    { id: 'Built-in/1', name: 'Built-in', hostApi: 'ALSA', oldName: 'Built-in', isDefault: true },
    { id: 'Desk/1', name: 'Desk', hostApi: 'ALSA', oldName: 'Desk', isDefault: false },
  ],
  computerSound: null,
  canScratch: true,
  chosenMicrophone: null,
  isPreRolling: false,
  hotkeys: [
    { ...works, action: 'dictate', accelerator: 'Control+Alt+Space', canHold: true },
    { ...works, action: 'captions', accelerator: 'Control+Alt+C' },
    { ...works, action: 'force-endpoint', accelerator: 'Control+Alt+Return' },
    { ...works, action: 'insert-last', accelerator: 'Control+Alt+V' },
  ],
  dictationMode: 'auto',
  isFirstRun: false,
  isDemo: false,
  microphoneProblem: null,
  ...changes,
});
