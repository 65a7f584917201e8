import type { TrayFacts } from './content.ts';

const works = { canHold: true, holdProblem: null, problem: null };

/** What the tray shows while nothing is on. */
export const idleTray: TrayFacts = {
  status: { phase: 'idle' },
  dictation: 'idle',
  areCaptionsOn: false,
  isClickThrough: false,
  hasText: false,
  appState: {
    hotkeys: [
      { ...works, action: 'dictate', accelerator: 'Control+Alt+Space' },
      { ...works, action: 'captions', accelerator: 'Control+Alt+C' },
      { ...works, action: 'insert-last', accelerator: 'Control+Alt+V' },
    ],
    isPreRolling: false,
    microphones: [
      { id: 'Desk/1', name: 'Desk', hostApi: 'ALSA', oldName: 'Desk', isDefault: true },
      { id: 'Lap/1', name: 'Lap', hostApi: 'ALSA', oldName: 'Lap', isDefault: false },
    ],
    chosenMicrophone: null,
    computerSound: null,
  },
  preferences: {
    speechModel: 'u3-rt-pro',
    languageCodes: [],
    startAtLogin: false,
    captionsSource: 'microphone',
  },
  version: '1.2.3',
  usage: null,
};
