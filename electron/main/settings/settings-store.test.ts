import { expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import type { SettingName } from '#shared/settings.ts';
import type { System } from '#shared/system.ts';
import { SettingsStore } from './settings-store.ts';

const microphone = { name: 'Röde NT-USB', hostApi: 'ALSA' };

const keepCopy = () => undefined;

/** Electron-store's shape. */
const settingsIn = (store: unknown, system: System = 'linux'): SettingsStore =>
  new SettingsStore({ store, path: '/settings.json', set: () => undefined, keepCopy }, system);

const defaults = settingsIn({}).all;

/** What people have who chose nothing; a later version may add to it. */
const known = {
  microphone: null,
  dictationHotkey: 'Control+Alt+Space',
  dictationMode: 'auto',
  captionsHotkey: 'Control+Alt+C',
  forceEndpointHotkey: 'Control+Alt+Enter',
  insertLastHotkey: 'Control+Alt+V',
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
  insertion: 'paste',
  pasteIntoUnknownWindow: false,
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
  insertLastHotkey: 'F11',
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
  insertion: 'clipboard',
  pasteIntoUnknownWindow: true,
  preRoll: true,
  sounds: true,
  knownRedirects: ['u3-rt-pro universal-3-5-pro'],
  captionsClickThrough: true,
  clickThroughHotkey: 'F7',
  captionsPlace: 'top',
  captionsWidth: 700,
  captionsPositions: [
    { displayId: 1, x: 10, y: -20 },
    { displayId: 2, display: { label: 'HDMI', width: 1920, height: 1080, ordinal: 0 }, x: 0, y: 0 },
    { displayId: 3, x: 0, y: 0, width: 640 },
  ],
};

test('nothing chosen is every default', () => {
  expect(defaults).toMatchObject(known);
});

test('macOS has a dictation key of its own', () => {
  expect(settingsIn({}, 'macos').all.dictationHotkey).toBe('Alt+Space');
});

test('on Windows, where Ctrl+Alt types, other keys are the defaults, and chosen ones stay', () => {
  const settings = settingsIn({ insertLastHotkey: 'Control+Alt+V' }, 'windows').all;
  expect(settings).toMatchObject({
    dictationHotkey: 'Control+Alt+Space',
    captionsHotkey: 'Control+Shift+F9',
    forceEndpointHotkey: 'Control+Shift+F10',
    insertLastHotkey: 'Control+Alt+V',
  });
});

test('what is chosen is used', () => {
  expect(settingsIn(chosen).all).toEqual({ ...defaults, ...chosen });
});

test.each([
  [{}, null],
  [{ theme: 'dark', microphone: null }, null],
  [
    { dictationHotkey: 7 },
    /^What settings\.json says of dictationHotkey can't be used, so the default is/,
  ],
  [{ microphone: { name: '' } }, /says of microphone can't be used/],
  [
    { dictationHotkey: '', forceEndpointHotkey: null },
    /says of dictationHotkey and forceEndpointHotkey/,
  ],
])('what does not fit in %j is said, by its name', (store, sentence) => {
  const { problem } = settingsIn(store);
  if (sentence === null) expect(problem).toBeNull();
  else expect(problem && sentenceOf(problem)).toMatch(sentence);
});

test.each<[SettingName, unknown]>([
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
  ['dictationSilenceMs', -1],
  ['keepConnectedSeconds', 301],
  ['keepConnectedSeconds', -1],
  ['replacements', [{ from: '', to: 'x' }]],
  ['replacements', { um: '' }],
  ['replacements', [{ from: 'um', to: '', matchCase: 'no' }]],
  ['insertion', 'type'],
  ['pasteIntoUnknownWindow', 'yes'],
  ['preRoll', 1],
  ['sounds', 'loud'],
  ['captionsPositions', { '1': { x: 0, y: 0 } }],
  ['captionsPositions', [{ displayId: 1, x: 0.5, y: 0 }]],
])('a bad %s costs only itself: %j', (name, bad) => {
  expect(settingsIn({ ...chosen, [name]: bad }).all).toEqual({
    ...defaults,
    ...chosen,
    [name]: defaults[name],
  });
});

const hostile = [
  ...[null, true, '', 'x', ' ', '\u0000', 'x'.repeat(200_000), 'Infinity', '__proto__', '[]'],
  ...[0, -1, 1.5, 1e308, -1e308, 2 ** 53, [], [[]], [null], ['x'.repeat(2_000)]],
  ...[Array(2_000).fill(7), {}, { from: 1 }, [{}], [{ from: 'a' }], { name: 'a' }],
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
      const said = settings.problem === null ? '' : sentenceOf(settings.problem);
      const isSaid = said.split(name).length === 2;
      expect(isSaid, JSON.stringify(value).slice(0, 40)).toBe(!isRead(name, value));
    }
  },
);

test('settings that version 0.1 wrote under another name are read', () => {
  const settings = settingsIn({ delivery: 'clipboard', deliverAgainHotkey: 'Control+Alt+F9' });
  expect(settings.all).toMatchObject({
    insertion: 'clipboard',
    insertLastHotkey: 'Control+Alt+F9',
  });
  expect(settings.problem).toBeNull();
});

test('a choice under the new name counts, not one under the old name', () => {
  expect(settingsIn({ delivery: 'clipboard', insertion: 'paste' }).all.insertion).toBe('paste');
});

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
    { store, path: '', set: (name, value) => (store[name] = value), keepCopy },
    'linux',
  );
  settings.chooseMicrophone(microphone);
  expect(settings.all.microphone).toEqual(microphone);
  settings.chooseMicrophone(null);
  expect(store).toEqual({ microphone: null });
});

test('a change that is written is emitted by the names of its settings', () => {
  const settings = settingsIn({});
  const changed: string[][] = [];
  settings.on('changed', (names) => changed.push(names));
  settings.keep({ sounds: true, region: 'eu' });
  settings.choose('dictationHotkey', 'F9');
  expect(changed).toEqual([['sounds', 'region'], ['dictationHotkey']]);
});

test('a choice that the disk does not take is refused with what to do', () => {
  const full = (): never => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  const settings = new SettingsStore(
    { store: {}, path: '/data/settings.json', set: full, keepCopy },
    'linux',
  );
  const changed = vi.fn();
  settings.on('changed', changed);
  expect(settings.chooseMicrophone(microphone)).toEqual({
    ok: false,
    problem: problem('cannot-save', { why: 'full', folder: '/data' }),
  });
  expect(changed).not.toHaveBeenCalled();
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
    keepCopy,
  };
  const settings = new SettingsStore(file, 'linux');
  for (let chunk = 0; chunk < 100; chunk += 1) expect(settings.all.dictationHotkey).toBe('F9');
  expect(settings.problem).toBeNull();
  expect(reads).toBe(1);
  settings.keep({ keepConnectedSeconds: 5 });
  const readsAfterChange = reads;
  expect(settings.all).toMatchObject({ dictationHotkey: 'F9', keepConnectedSeconds: 5 });
  expect(reads).toBe(readsAfterChange);
});
