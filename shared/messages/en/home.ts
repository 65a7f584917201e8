import type { KeySource } from '../../app-state.ts';
import type { DictationMode } from '../../setting-values.ts';

const sources: Record<KeySource, string> = {
  none: 'Get one at assemblyai.com/dashboard and paste it here. It is stored on this computer.',
  stored: 'Your key is saved and encrypted.',
  memory: 'Your key works until CaptionKey quits.',
  environment: 'Using ASSEMBLYAI_API_KEY. A key that you save here replaces it.',
};

const key = {
  title: 'API key',
  sources,
  field: 'AssemblyAI API key',
  fieldHelp: 'The key as the dashboard shows it',
  save: 'Check and save',
  checking: 'Checking…',
  remove: 'Remove key',
};

const microphone = {
  title: 'Microphone',
  list: 'Microphone to use',
  rescan: 'Rescan',
  systemDefault: 'System default',
  systemDefaultIs: (name: string): string => `System default (${name})`,
  notConnected: (name: string): string => `${name} (not connected)`,
  withHostApi: (name: string, hostApi: string): string => `${name} (${hostApi})`,
  isPreRolling:
    'The microphone is open for the pre-roll. Nothing is recorded or sent until you press a key.',
  test: 'Test microphone',
  testHint: 'Speak and watch the level.',
  level: 'Microphone level',
  decibels: (db: number): string => `${db} decibels`,
};

/** Stands around the keys of a hotkey. */
interface AroundKeys {
  before: string;
  after: string;
}

const hold = { before: 'Hold', after: 'and speak. Release to insert the words at your cursor.' };
const howToDictate: Record<DictationMode, AroundKeys> = {
  auto: hold,
  hold,
  toggle: {
    before: 'Press',
    after: 'and speak. Press again to insert the words at your cursor.',
  },
};
const howToCaption: AroundKeys = { before: 'Press', after: 'to start and stop captions.' };

const tryIt = {
  title: 'Dictate and caption',
  howToDictate,
  howToCaption,
  isDemo:
    'This is the demo: a recording replaces the microphone, and a small server on this computer answers. No sound leaves this computer.',
  demo: 'The demo plays a recording to a small server on this computer. It needs no key, and no sound leaves this computer.',
  startCaptions: 'Start captions',
  stopCaptions: 'Stop captions',
  tryDemo: 'Try the demo recording',
};

const recent = {
  title: 'Last dictations',
  empty: 'No dictations yet. They will appear here, and stay on this computer.',
  all: 'Show all',
};

const general = { title: 'General', asSystem: 'Same as the system' };

export const home = { key, microphone, tryIt, recent, general };
