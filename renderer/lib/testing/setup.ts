import type { Setup } from '#shared/setup.ts';

/** A set-up with one microphone and working hotkeys, changed where a test says so. */
export const setupWith = (changes: Partial<Setup> = {}): Setup => ({
  keySource: 'none',
  keyNote: null,
  microphones: [
    { name: 'Built-in', hostApi: 'ALSA', isDefault: true },
    { name: 'Desk', hostApi: 'ALSA', isDefault: false },
  ],
  chosenMicrophone: null,
  hotkeys: [
    { action: 'toggle', accelerator: 'Control+Alt+Space', problem: null },
    { action: 'force-endpoint', accelerator: 'Control+Alt+Return', problem: null },
  ],
  isDemo: false,
  microphoneNote: null,
  ...changes,
});
