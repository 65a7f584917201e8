import * as v from 'valibot';
import { expect, test } from 'vitest';
import { settingsSchema } from '#shared/settings.ts';
import { diagnostics } from './diagnostics.ts';

test('versions, settings, microphones, hotkeys and log are in it, each under its name', () => {
  const text = diagnostics(
    {
      captionkey: '0.1.0',
      electron: '45.4.1',
      chrome: '1.2.3',
      node: '24.21.0',
      platform: 'linux',
      arch: 'x64',
      system: '6.1.0',
    },
    {
      keySource: 'stored',
      keyNote: null,
      microphones: [{ id: 'one', oldName: null, name: 'Desk', hostApi: 'ALSA', isDefault: true }],
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
    },
    {
      ...v.parse(settingsSchema(false), {}),
      dictationHotkey: 'F9',
      prompt: 'Two architects talk.',
      keyterms: ['cantilever'],
      replacements: [{ from: 'architrave', to: 'Architrave' }],
    },
    ['first line', 'second line'],
  );
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
