import * as v from 'valibot';
import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { settingsSchema } from '#shared/settings.ts';
import type { AppState } from '#shared/app-state.ts';
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

const appState: AppState = {
  keySource: 'stored',
  keyNote: null,
  microphones: [microphone],
  chosenMicrophone: null,
  computerSound: null,
  canScratch: true,
  isPreRolling: false,
  hotkeys: [
    {
      action: 'dictate',
      accelerator: 'F9',
      canHold: true,
      holdProblem: null,
      problem: problem('shortcut-taken', { shortcut: 'F9' }),
    },
  ],
  dictationMode: 'auto',
  isFirstRun: false,
  isDemo: false,
  microphoneProblem: null,
};

const settings = {
  ...v.parse(settingsSchema('linux'), {}),
  dictationHotkey: 'F9',
  prompt: 'Two architects talk.',
  keyterms: ['cantilever'],
  replacements: [{ from: 'architrave', to: 'Architrave' }],
  appProfiles: [{ app: 'Ledger', prompt: 'Invoices.' }],
};

/** All settings but those with the person's own words. */
const valueLines = Object.entries(settings)
  .filter(([name]) => !['prompt', 'keyterms', 'replacements', 'appProfiles'].includes(name))
  .map(([name, value]) => `  ${name} ${JSON.stringify(value)}`);

test('the report has versions, settings, microphones, hotkeys and log, each under its name', () => {
  const text = diagnostics(versions, appState, settings, ['first line', 'second line']);
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
${valueLines.join('\n')}
  promptCharacters 20
  keytermCount 1
  replacementCount 1
  appProfileCount 1

Microphones:
  Desk (ALSA), default

Hotkeys:
  F9: Another app has taken F9. Choose another with Change.

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
    { ...appState, microphones: [{ ...microphone, id, name: id }] },
    { ...settings, microphone: { id, name: id, hostApi: 'PulseAudio' } },
    [`opened ${id}`],
  );
  expect(text).not.toMatch(/2106SG00B5K8|1A.2B/);
  expect(text).toMatch(/alsa_input\.usb-…|bluez_input\.…/);
});
