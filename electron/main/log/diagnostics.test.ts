import * as v from 'valibot';
import { expect, test } from 'vitest';
import { settingsSchema } from '#shared/settings.ts';
import type { Setup } from '#shared/setup.ts';
import { diagnostics } from './diagnostics.ts';

const microphone = { id: 'one', oldName: null, name: 'Desk', hostApi: 'ALSA', isDefault: true };

const versions = {
  captionkey: '0.1.0',
  electron: '45.4.1',
  chrome: '1.2.3',
  node: '24.21.0',
  platform: 'linux',
  arch: 'x64',
  system: '6.1.0',
} as const;

const setup: Setup = {
  keySource: 'stored',
  keyNote: null,
  microphones: [microphone],
  chosenMicrophone: null,
  isPreRolling: false,
  hotkeys: [
    {
      action: 'dictate',
      accelerator: 'F9',
      canHold: true,
      holdProblem: null,
      problem: 'F9 is taken.',
    },
  ],
  dictationMode: 'auto',
  isDemo: false,
  microphoneNote: null,
};

const settings = {
  ...v.parse(settingsSchema(false), {}),
  dictationHotkey: 'F9',
  prompt: 'Two architects talk.',
  keyterms: ['cantilever'],
  replacements: [{ from: 'architrave', to: 'Architrave' }],
};

test('versions, settings, microphones, hotkeys and log are in it, each under its name', () => {
  const text = diagnostics(versions, setup, settings, ['first line', 'second line']);
  expect(text).toBe(`Versions:
  captionkey 0.1.0
  electron 45.4.1
  chrome 1.2.3
  node 24.21.0
  platform linux
  arch x64
  system 6.1.0

Key:
  stored

Demo:
  no

Settings:
  microphone null
  dictationHotkey "F9"
  dictationMode "auto"
  captionsHotkey "Control+Alt+C"
  forceEndpointHotkey "Control+Alt+Enter"
  deliverAgainHotkey "Control+Alt+V"
  recordingRetention "until-stored"
  speechModel "u3-rt-pro"
  region "global"
  languageCodes []
  languageDetection false
  minTurnSilenceMs null
  maxTurnSilenceMs null
  dictationSilenceMs 3000
  latencyMode null
  voiceFocus null
  domain null
  filterProfanity false
  vadThreshold null
  previousContextTurns 0
  keepConnectedSeconds 20
  delivery "paste"
  preRoll false
  sounds false
  knownRedirects []
  captionsPositions []
  promptCharacters 20
  keytermCount 1
  replacementCount 1

Microphones:
  Desk (ALSA), default

Hotkeys:
  F9: F9 is taken.

Log:
  first line
  second line
`);
});

test.each([
  'alsa_input.usb-Blue_Microphones_Yeti_REV8_2106SG00B5K8-00.analog-stereo',
  'bluez_input.04_52_C7_1A_2B_3C.headset-head-unit',
  'bluez_input.04:52:C7:1A:2B:3C',
])('the serial number or address in %s is left out', (id) => {
  const text = diagnostics(
    versions,
    { ...setup, microphones: [{ ...microphone, id, name: id }] },
    { ...settings, microphone: { id, name: id, hostApi: 'PulseAudio' } },
    [`opened ${id}`],
  );
  expect(text).not.toMatch(/2106SG00B5K8|1A.2B/);
  expect(text).toMatch(/alsa_input\.usb-…|bluez_input\.…/);
});
