import { afterEach, expect, test, vi } from 'vitest';
import { en } from '#shared/messages/en/index.ts';
import { messages, sentenceOf, showMessages } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { PreferencesModel } from '../settings/preferences-model.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { AppLanguage } from './app-language.ts';

const open = (stored: object, preferred: string[] = []) => {
  const file = { store: { ...stored }, path: '/settings.json', keepCopy: () => undefined };
  const settings = new SettingsStore({ ...file, set: () => undefined }, 'linux');
  const language = new AppLanguage(settings, () => preferred);
  return { settings, language, preferences: new PreferencesModel(settings) };
};

afterEach(() => showMessages(() => en));

test('without a choice the app speaks the language of the system', () => {
  expect(open({}, ['de_AT.UTF-8', 'de_AT', 'de']).language.current).toBe('de');
  expect(messages.tray.off).toBe('Hört nicht zu');
});

test.each([['xx'], [7], [null]])('a stored %j counts as no choice', (appLanguage) => {
  expect(open({ appLanguage }, ['de']).language.current).toBe('de');
});

test('a choice changes every text before anyone hears of it', () => {
  const { language, preferences } = open({}, ['en-GB']);
  const nothing = problem('nothing-said', {});
  const heard = vi.fn(() => [messages.tray.off, sentenceOf(nothing)]);
  language.on('changed', heard);
  expect(sentenceOf(nothing)).toBe('Nothing was said, so there is nothing to insert.');
  expect(preferences.change({ appLanguage: 'de' }).ok).toBe(true);
  expect(heard).toHaveReturnedWith([
    'Hört nicht zu',
    'Es wurde nichts gesagt, also gibt es nichts einzufügen.',
  ]);
  expect(heard).toHaveBeenCalledExactlyOnceWith('de');
});

test('another setting, or the same language by another choice, changes nothing', () => {
  const { language, preferences } = open({}, ['de']);
  const heard = vi.fn();
  language.on('changed', heard);
  preferences.change({ sounds: true });
  preferences.change({ appLanguage: 'de' });
  expect(heard).not.toHaveBeenCalled();
});

test('a language that does not exist is refused', () => {
  const { language, preferences } = open({});
  expect(preferences.change({ appLanguage: 'xx' }).ok).toBe(false);
  expect(language.current).toBe('en');
});
