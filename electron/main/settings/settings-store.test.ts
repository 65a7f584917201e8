import { expect, test } from 'vitest';
import { SettingsStore } from './settings-store.ts';

const microphone = { name: 'Röde NT-USB', hostApi: 'ALSA' };

/** Electron-store's shape. */
const settingsIn = (store: unknown, isMac = false): SettingsStore =>
  new SettingsStore({ store, path: '/settings.json', set: () => undefined }, isMac);

const defaults = {
  microphone: null,
  dictationHotkey: 'Control+Alt+Space',
  dictationMode: 'auto',
  captionsHotkey: 'Control+Alt+C',
  forceEndpointHotkey: 'Control+Alt+Enter',
  deliverAgainHotkey: 'Control+Alt+V',
  recordingRetention: 'until-stored',
  speechModel: 'u3-rt-pro',
  region: 'global',
  prompt: '',
  keyterms: [],
  languageCodes: [],
  languageDetection: false,
  minTurnSilenceMs: null,
  maxTurnSilenceMs: null,
  dictationSilenceMs: 3_000,
  latencyMode: null,
  voiceFocus: null,
  domain: null,
  filterProfanity: false,
  vadThreshold: null,
  previousContextTurns: 0,
  keepConnectedSeconds: 20,
  replacements: [],
  delivery: 'paste',
  preRoll: false,
  sounds: false,
  knownRedirects: [],
  captionsPositions: [],
};

const chosen = {
  microphone,
  dictationHotkey: 'F9',
  dictationMode: 'hold',
  captionsHotkey: 'F8',
  forceEndpointHotkey: 'F10',
  deliverAgainHotkey: 'F11',
  recordingRetention: 'week',
  speechModel: 'whisper-rt',
  region: 'eu',
  prompt: 'Two architects talk.',
  keyterms: ['CaptionKey'],
  languageCodes: ['en', 'de'],
  languageDetection: true,
  minTurnSilenceMs: 0,
  maxTurnSilenceMs: 2_000,
  dictationSilenceMs: 2_500,
  latencyMode: 'max_accuracy',
  voiceFocus: 'near-field',
  domain: 'medical-v1',
  filterProfanity: true,
  vadThreshold: 0,
  previousContextTurns: 5,
  keepConnectedSeconds: 0,
  replacements: [{ from: 'caption key', to: 'CaptionKey' }],
  delivery: 'clipboard',
  preRoll: true,
  sounds: true,
  knownRedirects: ['u3-rt-pro universal-3-5-pro'],
  captionsPositions: [{ displayId: 1, x: 10, y: -20 }],
};

test('nothing chosen is every default', () => {
  expect(settingsIn({}).all).toEqual(defaults);
});

test('macOS has a dictation key of its own', () => {
  expect(settingsIn({}, true).all.dictationHotkey).toBe('Alt+Space');
});

test('what is chosen is used', () => {
  expect(settingsIn(chosen).all).toEqual(chosen);
});

test.each([
  [{}, null],
  [{ theme: 'dark', microphone: null }, null],
  [
    { dictationHotkey: 7 },
    /^What settings\.json says of dictationHotkey makes no sense.*default is used/,
  ],
  [{ microphone: { name: '' } }, /says of microphone makes/],
  [
    { dictationHotkey: '', forceEndpointHotkey: null },
    /says of dictationHotkey and forceEndpointHotkey/,
  ],
])('what does not fit in %j is said, by its name', (store, sentence) => {
  const { problem } = settingsIn(store);
  if (sentence === null) expect(problem).toBeNull();
  else expect(problem?.sentence).toMatch(sentence);
});

test.each([
  ['microphone', 'the left one'],
  ['microphone', { name: '' }],
  ['microphone', { name: 'x'.repeat(501), hostApi: 'ALSA' }],
  ['dictationHotkey', 7],
  ['dictationHotkey', ''],
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
  ['keepConnectedSeconds', 301],
  ['keepConnectedSeconds', -1],
  ['replacements', [{ from: '', to: 'x' }]],
  ['replacements', { um: '' }],
  ['replacements', [{ from: 'um', to: '', matchCase: 'no' }]],
  ['delivery', 'type'],
  ['preRoll', 1],
  ['sounds', 'loud'],
  ['captionsPositions', { '1': { x: 0, y: 0 } }],
  ['captionsPositions', [{ displayId: 1, x: 0.5, y: 0 }]],
  ['captionsPositions', Array(21).fill({ displayId: 1, x: 0, y: 0 })],
])('a bad %s costs only itself: %j', (name, bad) => {
  expect(settingsIn({ ...chosen, [name]: bad }).all).toEqual({
    ...defaults,
    ...chosen,
    [name]: defaults[name as keyof typeof defaults],
  });
});

const hostile = [
  ...[null, true, '', 'x', ' ', '\u0000', 'x'.repeat(200_000), 'Infinity', '__proto__', '[]'],
  ...[0, -1, 1.5, 1e308, -1e308, 2 ** 53, [], [[]], [null], ['x'.repeat(2_000)]],
  ...[Array(2_000).fill('x'), {}, { from: 1 }, [{}], [{ from: 'a' }], { name: 'a' }],
  ...[JSON.parse('{"__proto__": {"name": "a", "hostApi": "b"}}') as unknown],
];

/** Numbers that only the service or a session judges are read as they are, and so are texts. */
const isRead = (name: keyof typeof chosen, value: unknown): boolean =>
  JSON.stringify(settingsIn({ [name]: value }).all[name]) === JSON.stringify(value);

test.each(Object.keys(chosen) as (keyof typeof chosen)[])(
  'whatever %s holds is read, or costs only itself and is said once',
  (name) => {
    for (const value of hostile) {
      const settings = settingsIn({ ...chosen, [name]: value });
      const expected = isRead(name, value) ? value : defaults[name];
      expect(settings.all).toEqual({ ...defaults, ...chosen, [name]: expected });
      const said = settings.problem?.sentence ?? '';
      const isSaid = said.split(name).length === 2;
      expect(isSaid, JSON.stringify(value).slice(0, 40)).toBe(!isRead(name, value));
    }
  },
);

test('replacements of version 0.1, which do not speak of case, are read', () => {
  const replacements = [
    { from: 'um', to: '' },
    { from: 'US', to: 'USA', matchCase: true },
  ];
  expect(settingsIn({ replacements }).all.replacements).toEqual(replacements);
});

test('what this version does not know is passed over', () => {
  expect(settingsIn({ theme: 'dark', dictationHotkey: 'F9' }).all).toEqual({
    ...defaults,
    dictationHotkey: 'F9',
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

test('a choice that the disk does not take is refused with what to do', () => {
  const full = (): never => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  const settings = new SettingsStore({ store: {}, path: '/data/settings.json', set: full }, false);
  expect(settings.chooseMicrophone(microphone)).toEqual({
    ok: false,
    problem: {
      code: 'cannot-save',
      sentence:
        'The choice could not be saved, because the disk with /data is full: free some space there.',
    },
  });
});

test('the captions have one place on each display, and the oldest of many is forgotten', () => {
  const store: Record<string, unknown> = {};
  const settings = new SettingsStore(
    { store, path: '', set: (name, value) => (store[name] = value) },
    false,
  );
  expect(settings.captionsPosition(1)).toBeNull();
  settings.rememberCaptionsPosition(1, { x: 10, y: 20 });
  settings.rememberCaptionsPosition(2, { x: 30, y: 40 });
  settings.rememberCaptionsPosition(1, { x: 50, y: 60 });
  expect(settings.captionsPosition(1)).toMatchObject({ x: 50, y: 60 });
  expect(settings.captionsPosition(2)).toMatchObject({ x: 30, y: 40 });
  for (let id = 3; id < 22; id += 1) settings.rememberCaptionsPosition(id, { x: 0, y: 0 });
  expect(settings.captionsPosition(2)).toBeNull();
  expect(settings.captionsPosition(1)).toMatchObject({ x: 50, y: 60 });
});

test('the file is read at the start and after a change, and not when a setting is asked for', () => {
  let reads = 0;
  let stored: unknown = { dictationHotkey: 'F9' };
  const file = {
    path: '',
    get store() {
      reads += 1;
      return stored;
    },
    set store(next: unknown) {
      stored = next;
    },
    set: () => undefined,
  };
  const settings = new SettingsStore(file, false);
  for (let chunk = 0; chunk < 100; chunk += 1) expect(settings.all.dictationHotkey).toBe('F9');
  expect(settings.problem).toBeNull();
  expect(reads).toBe(1);
  settings.keep({ keepConnectedSeconds: 5 });
  const readsAfterChange = reads;
  expect(settings.all).toMatchObject({ dictationHotkey: 'F9', keepConnectedSeconds: 5 });
  expect(reads).toBe(readsAfterChange);
});
