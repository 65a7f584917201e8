import { expect, test, vi } from 'vitest';
import type { ValueWarning } from '#shared/expectation.ts';
import { shown } from '#shared/problem.fixture.ts';
import type { Preferences, PreferencesInUse } from '#shared/preferences.ts';
import { PreferencesModel } from './preferences-model.ts';
import { SettingsStore } from './settings-store.ts';

const fileWith = (store: Record<string, unknown>) => ({
  store,
  path: '/settings.json',
  set: () => undefined,
  keepCopy: () => undefined,
});

function open(stored: Record<string, unknown> = {}) {
  const file = fileWith(stored);
  const changed = vi.fn<(inUse: PreferencesInUse) => void>();
  const model = new PreferencesModel(new SettingsStore(file, 'linux')).on('changed', changed);
  return { file, changed, model };
}

test('what is changed is kept beside what was there, and reported with all preferences', () => {
  const { file, changed, model } = open({ region: 'eu', theme: 'of a later version' });
  const answer = model.change({ prompt: 'Two architects talk.', keyterms: ['CaptionKey'] });
  expect(file.store).toEqual({
    region: 'eu',
    theme: 'of a later version',
    prompt: 'Two architects talk.',
    keyterms: ['CaptionKey'],
  });
  expect(answer).toEqual({ ok: true, value: model.read() });
  expect(changed).toHaveBeenCalledExactlyOnceWith(model.read());
  expect(model.read().preferences).toMatchObject({ region: 'eu', prompt: 'Two architects talk.' });
});

test('a preference that another part changes is emitted, and another setting is not', () => {
  const settings = new SettingsStore(fileWith({}), 'linux');
  const changed = vi.fn();
  new PreferencesModel(settings).on('changed', changed);
  settings.choose('captionsPositions', []);
  expect(changed).not.toHaveBeenCalled();
  settings.choose('sounds', true);
  expect(changed).toHaveBeenCalledOnce();
});

test('the panel is shown its preferences and nothing else', () => {
  const { preferences } = open({ toggleHotkey: 'F9' }).model.read();
  expect(preferences).not.toHaveProperty('toggleHotkey');
  expect(preferences).not.toHaveProperty('microphone');
  expect(preferences.sounds).toBe(false);
});

test.each<[Record<string, unknown>, string]>([
  [
    { prompt: 'x'.repeat(1_751) },
    '“Context” has to be text of at most 1750 characters. Correct it.',
  ],
  [
    { maxTurnSilenceMs: -1 },
    '“Pause that ends an unfinished sentence” has to be a whole number from 0 to 3600000. Correct it.',
  ],
  [
    { dictationSilenceMs: -1 },
    '“Pause within a dictation” has to be a whole number from 0 to 3600000. Correct it.',
  ],
  [
    { keepConnectedSeconds: 301 },
    '“Stay connected after a stop” has to be a whole number from 0 to 300. Correct it.',
  ],
  [
    { replacements: Array(201).fill({ from: 'a', to: 'b' }) },
    '“Replacements” has to be a list of at most 200. Correct it.',
  ],
  [
    { replacements: [{ from: ' ', to: 'b' }] },
    '“Replacements” has to be a list of at most 200. Correct it.',
  ],
  [{ region: 'mars' }, '“Region” has to be one of global, us, eu. Correct it.'],
  [{ sounds: 'yes' }, '“Sounds” has to be true or false. Correct it.'],
  [
    { keyterms: Array(101).fill('x') },
    '“Names and terms” has to be a list of at most 100 terms. Correct it.',
  ],
  [
    { languageCodes: Array(11).fill('en') },
    '“Language” has to be a list of at most 10 languages, or “multi” alone. Correct it.',
  ],
  [{ microphone: null }, "That setting isn't in the panel. Look for it in settings.json."],
  [{ constructor: 1 }, "That setting isn't in the panel. Look for it in settings.json."],
])('of %j the one that does not fit is named, and nothing is stored', (bad, sentence) => {
  const { file, changed, model } = open();
  expect(shown(model.change({ sounds: true, ...bad }))).toMatchObject({
    ok: false,
    problem: { sentence },
  });
  expect(file.store).toEqual({});
  expect(changed).not.toHaveBeenCalled();
});

test('a range holds for a model that does not have the parameter too', () => {
  const { model } = open({ speechModel: 'whisper-rt' });
  expect(model.change({ prompt: 'x'.repeat(1_751) })).toMatchObject({ ok: false });
});

test.each<[Partial<Preferences>, string, ValueWarning]>([
  [
    { minTurnSilenceMs: 20 },
    'minTurnSilenceMs',
    { type: 'brought-into-range', least: 50, most: 10_000 },
  ],
  [{ keyterms: ['x'.repeat(51)] }, 'keyterms', { type: 'long-terms-ignored', most: 50 }],
])('%j is kept, with a warning beside it', (changed, choice, warning) => {
  const { model } = open();
  expect(model.change(changed)).toMatchObject({
    ok: true,
    value: { preferences: changed, warnings: [{ choice, warning }] },
  });
});

test('the model’s own silence can be gone back to', () => {
  const { model } = open({ minTurnSilenceMs: 500 });
  model.change({ minTurnSilenceMs: null });
  expect(model.read().preferences.minTurnSilenceMs).toBeNull();
});

test('a change that cannot be written is refused, and not reported', () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const file = {
    path: '/data/settings.json',
    get store(): unknown {
      return {};
    },
    set store(_all: unknown) {
      throw full;
    },
    set: () => undefined,
    keepCopy: () => undefined,
  };
  const changed = vi.fn();
  const model = new PreferencesModel(new SettingsStore(file, 'linux')).on('changed', changed);
  expect(model.change({ sounds: true })).toMatchObject({ problem: { code: 'cannot-save' } });
  expect(changed).not.toHaveBeenCalled();
});
