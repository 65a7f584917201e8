import { expect, test, vi } from 'vitest';
import type { Choices, ChoicesInUse } from '#shared/choices.ts';
import { ChoicesModel } from './choices-model.ts';
import { SettingsStore } from './settings-store.ts';

function open(stored: Record<string, unknown> = {}) {
  const file = { store: stored, path: '/settings.json', set: () => undefined };
  const changed = vi.fn<(inUse: ChoicesInUse) => void>();
  return { file, changed, model: new ChoicesModel(new SettingsStore(file, false), changed) };
}

test('what is changed is kept beside what was there, and told with the whole', () => {
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
  expect(model.read().choices).toMatchObject({ region: 'eu', prompt: 'Two architects talk.' });
});

test('the panel is shown its choices and nothing else', () => {
  const { choices } = open({ toggleHotkey: 'F9' }).model.read();
  expect(choices).not.toHaveProperty('toggleHotkey');
  expect(choices).not.toHaveProperty('microphone');
  expect(choices.sounds).toBe(false);
});

test.each<[Record<string, unknown>, string]>([
  [{ prompt: 'x'.repeat(1_751) }, '“What it is about” is longer than 1750 characters. Correct it.'],
  [
    { maxTurnSilenceMs: -1 },
    '“Silence after anything” has to be a whole number from 0 to 3600000. Correct it.',
  ],
  [
    { keepConnectedSeconds: 301 },
    '“Stay connected after a stop” has to be a whole number from 0 to 300. Correct it.',
  ],
  [
    { replacements: Array(201).fill({ from: 'a', to: 'b' }) },
    '“Replacements” holds more than 200 of them. Correct it.',
  ],
  [{ replacements: [{ from: ' ', to: 'b' }] }, '“Replacements” cannot be that. Correct it.'],
  [{ region: 'mars' }, '“Region” cannot be that. Correct it.'],
  [{ sounds: 'yes' }, '“Sounds” cannot be that. Correct it.'],
  [{ keyterms: Array(101).fill('x') }, '“Names and terms” holds more than 100 terms. Correct it.'],
  [{ languageCodes: Array(11).fill('en') }, '“Language” holds more than 10 languages. Correct it.'],
  [{ microphone: null }, 'That is no setting of the panel. Look for it in settings.json.'],
  [{ constructor: 1 }, 'That is no setting of the panel. Look for it in settings.json.'],
])('of %j the one that does not fit is named, and nothing is stored', (bad, sentence) => {
  const { file, changed, model } = open();
  expect(model.change({ sounds: true, ...bad })).toEqual({
    ok: false,
    problem: { code: 'bad-setting', sentence },
  });
  expect(file.store).toEqual({});
  expect(changed).not.toHaveBeenCalled();
});

test('a range holds for a model that does not have the parameter too', () => {
  const { model } = open({ speechModel: 'whisper-rt' });
  expect(model.change({ prompt: 'x'.repeat(1_751) })).toMatchObject({ ok: false });
});

test.each<[Partial<Choices>, string, string]>([
  [
    { minTurnSilenceMs: 20 },
    'minTurnSilenceMs',
    'Counts as the nearest value from 50 to 10000 ms.',
  ],
  [
    { keyterms: ['x'.repeat(51)] },
    'keyterms',
    'Holds terms of more than 50 characters, which are ignored.',
  ],
])('%j is kept, with a warning beside it', (changed, choice, sentence) => {
  const { model } = open();
  expect(model.change(changed)).toMatchObject({
    ok: true,
    value: { choices: changed, warnings: [{ choice, sentence }] },
  });
});

test('the model’s own silence can be gone back to', () => {
  const { model } = open({ minTurnSilenceMs: 500 });
  model.change({ minTurnSilenceMs: null });
  expect(model.read().choices.minTurnSilenceMs).toBeNull();
});

test('what the disk does not take is told, and nobody is told of a change', () => {
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
  };
  const changed = vi.fn();
  const model = new ChoicesModel(new SettingsStore(file, false), changed);
  expect(model.change({ sounds: true })).toMatchObject({ problem: { code: 'cannot-save' } });
  expect(changed).not.toHaveBeenCalled();
});
