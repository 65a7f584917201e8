import { expect, test } from 'vitest';
import { textLanguages } from './text-languages.ts';
import { writtenText, type WritingSettings } from './written-text.ts';

const off: WritingSettings = {
  languageCodes: [],
  removeFillers: false,
  replacements: [],
  voiceCommands: false,
};
const on: WritingSettings = { ...off, removeFillers: true, voiceCommands: true };
const said = (text: string, ...languages: string[]) => ({ text, languages });

const greeting = 'Um, hello, comma, John.';

test('commands and fillers are words unless a person has chosen otherwise', () => {
  expect(writtenText(said(greeting, 'en'), off)).toBe(greeting);
  expect(writtenText(said(greeting, 'en'), on)).toBe('Hello, John.');
});

test('a filler that may be a word of another language stays while the language is not known', () => {
  const removing = { ...off, removeFillers: true };
  expect(writtenText(said(greeting), removing)).toBe(greeting);
});

test('a filler does not join a command to its words', () => {
  expect(writtenText(said('Hello, um, comma, uh, John.', 'en'), on)).toBe('Hello, John.');
});

test('a replacement of the person counts before a command of the same words', () => {
  const replacements = [{ from: 'open bracket', to: '[' }];
  const text = 'see, open bracket, one, close bracket, new line, two';
  expect(writtenText(said(text), { ...on, replacements })).toBe('see, [one)\ntwo');
});

test('a replacement of the person counts before a filler of the same word', () => {
  const replacements = [
    { from: 'er', to: 'emergency room' },
    { from: 'um', to: 'µm' },
  ];
  const text = 'Take him to the er. Width, 5 um.';
  expect(writtenText(said(text, 'en'), { ...on, replacements })).toBe(
    'Take him to the emergency room. Width, 5 µm.',
  );
});

test('a symbol is said, too', () => {
  expect(writtenText(said('New line. 👍', 'en'), on)).toBe('\n👍');
});

test('a dictation of fillers alone is empty', () => {
  expect(writtenText(said('Ähm, äh.', 'de'), on)).toBe('');
});

test('the languages are those that the service reported', () => {
  expect(textLanguages(['de', 'en-US', 'nl'], ['fr'])).toEqual({
    spoken: ['de', 'en'],
    possible: ['de', 'en'],
  });
});

test('otherwise English and those that the person prefers', () => {
  const all = ['en', 'es', 'de', 'fr', 'it', 'pt'];
  expect(textLanguages([], ['fr', 'nl'])).toEqual({ spoken: ['en', 'fr'], possible: ['en', 'fr'] });
  expect(textLanguages(['nl'], [])).toEqual({ spoken: ['en'], possible: all });
  expect(textLanguages([], ['multi'])).toEqual({ spoken: ['en'], possible: all });
  expect(textLanguages([], ['multi', 'de'])).toEqual({ spoken: ['en', 'de'], possible: all });
});
