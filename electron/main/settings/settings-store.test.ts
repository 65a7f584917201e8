import { expect, test } from 'vitest';
import { SettingsStore } from './settings-store.ts';

const microphone = { name: 'Röde NT-USB', hostApi: 'ALSA' };

/** Electron-store's shape. */
const settingsIn = (store: unknown, isMac = false): SettingsStore =>
  new SettingsStore({ store, path: '/settings.json', set: () => undefined }, isMac);

const defaults = {
  microphone: null,
  toggleHotkey: 'Control+Alt+Space',
  forceEndpointHotkey: 'Control+Alt+Enter',
  recordingRetention: 'until-stored',
  speechModel: 'u3-rt-pro',
  region: 'global',
  prompt: '',
  keyterms: [],
  languageCodes: [],
  languageDetection: false,
  minTurnSilenceMs: null,
  maxTurnSilenceMs: null,
};

const chosen = {
  microphone,
  toggleHotkey: 'F9',
  forceEndpointHotkey: 'F10',
  recordingRetention: 'week',
  speechModel: 'whisper-rt',
  region: 'eu',
  prompt: 'Two architects talk.',
  keyterms: ['CaptionKey'],
  languageCodes: ['en', 'de'],
  languageDetection: true,
  minTurnSilenceMs: 0,
  maxTurnSilenceMs: 2_000,
};

test('nothing chosen is every default', () => {
  expect(settingsIn({}).all).toEqual(defaults);
});

test('macOS has a toggle of its own', () => {
  expect(settingsIn({}, true).all.toggleHotkey).toBe('Alt+Space');
});

test('what is chosen is used', () => {
  expect(settingsIn(chosen).all).toEqual(chosen);
});

test.each([
  ['microphone', 'the left one'],
  ['microphone', { name: '' }],
  ['microphone', { name: 'x'.repeat(501), hostApi: 'ALSA' }],
  ['toggleHotkey', 7],
  ['toggleHotkey', ''],
  ['forceEndpointHotkey', null],
  ['recordingRetention', 'month'],
  ['speechModel', 'u4'],
  ['region', 'mars'],
  ['prompt', 7],
  ['keyterms', 'CaptionKey'],
  ['keyterms', [7]],
  ['languageCodes', 'en'],
  ['languageDetection', 'yes'],
  ['minTurnSilenceMs', 'short'],
  ['maxTurnSilenceMs', Infinity.toString()],
])('a bad %s costs only itself: %j', (name, bad) => {
  expect(settingsIn({ ...chosen, [name]: bad }).all).toEqual({
    ...chosen,
    [name]: defaults[name as keyof typeof defaults],
  });
});

test('what this version does not know is passed over', () => {
  expect(settingsIn({ theme: 'dark', toggleHotkey: 'F9' }).all).toEqual({
    ...defaults,
    toggleHotkey: 'F9',
  });
});

test('the chosen microphone is written, and the default one as none', () => {
  const store: Record<string, unknown> = {};
  const settings = new SettingsStore(
    { store, path: '', set: (name, value) => (store[name] = value) },
    false,
  );
  settings.chooseMicrophone(microphone);
  expect(settings.all.microphone).toEqual(microphone);
  settings.chooseMicrophone(null);
  expect(store).toEqual({ microphone: null });
});
