import type { Setup } from '#shared/setup.ts';

const works = { canHold: false, holdProblem: null, problem: null };

/** A set-up with one microphone and working hotkeys, changed where a test says so. */
export const setupWith = (changes: Partial<Setup> = {}): Setup => ({
  keySource: 'none',
  keyNote: null,
  microphones: [
    { id: 'Built-in/1', name: 'Built-in', hostApi: 'ALSA', oldName: 'Built-in', isDefault: true },
    { id: 'Desk/1', name: 'Desk', hostApi: 'ALSA', oldName: 'Desk', isDefault: false },
  ],
  chosenMicrophone: null,
  isPreRolling: false,
  hotkeys: [
    { ...works, action: 'dictate', accelerator: 'Control+Alt+Space', canHold: true },
    { ...works, action: 'captions', accelerator: 'Control+Alt+C' },
    { ...works, action: 'force-endpoint', accelerator: 'Control+Alt+Return' },
    { ...works, action: 'deliver-again', accelerator: 'Control+Alt+V' },
  ],
  dictationMode: 'auto',
  isDemo: false,
  microphoneNote: null,
  ...changes,
});
