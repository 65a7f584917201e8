import { expect, test } from 'vitest';
import { table } from './table.ts';

type Name = keyof typeof table;

/** What is said of a value behind the name of its setting; null where it is taken. */
const complaint = (name: Name, value: unknown): string | null => {
  const encoded = table[name].encode(value);
  return encoded.ok ? null : encoded.why;
};
const doubt = (name: Name, value: unknown): string | null => {
  const encoded = table[name].encode(value);
  return encoded.ok ? encoded.doubt : null;
};

test.each<[Name, unknown, string]>([
  ['languageDetection', 'yes', 'has to be true or false'],
  ['previousContextTurns', '2', 'has to be a whole number from 0 to 100'],
  ['previousContextTurns', 2.5, 'has to be a whole number from 0 to 100'],
  ['previousContextTurns', -1, 'has to be a whole number from 0 to 100'],
  ['previousContextTurns', 101, 'has to be a whole number from 0 to 100'],
  ['vadThreshold', 'loud', 'has to be a number from 0 to 1'],
  ['vadThreshold', -0.1, 'has to be a number from 0 to 1'],
  ['vadThreshold', 1.1, 'has to be a number from 0 to 1'],
  ['prompt', 7, 'has to be text'],
  ['prompt', 'x'.repeat(1_751), 'is longer than 1750 characters'],
  ['voiceFocus', 'everywhere', 'has to be one of near-field, far-field'],
  ['keyterms', 'CaptionKey', 'has to be a list of texts'],
  ['keyterms', ['CaptionKey', 7], 'has to be a list of texts'],
  ['keyterms', Array<string>(101).fill('term'), 'holds more than 100 terms'],
  ['languageCodes', Array<string>(11).fill('en'), 'holds more than 10 languages'],
  ['languageCodes', ['multi', 'en'], 'has to hold “multi” alone or not at all'],
  ['languageCodes', ['en', 'multi'], 'has to hold “multi” alone or not at all'],
])('of %s = %j it is said that it %s', (name, value, why) => {
  expect(complaint(name, value)).toBe(why);
});

test.each<[Name, unknown]>([
  ['previousContextTurns', 0],
  ['previousContextTurns', 100],
  ['vadThreshold', 0],
  ['vadThreshold', 1],
  ['prompt', 'x'.repeat(1_750)],
  ['languageCodes', ['multi']],
  ['languageCodes', Array<string>(10).fill('en')],
  ['minTurnSilenceMs', 3_600_000],
])('%s takes %j, which is the last that fits', (name, value) => {
  expect(complaint(name, value)).toBeNull();
});

test.each<[Name, unknown, string | null]>([
  ['minTurnSilenceMs', 49, 'counts as the nearest value from 50 to 10000 ms'],
  ['minTurnSilenceMs', 50, null],
  ['maxTurnSilenceMs', 10_000, null],
  ['maxTurnSilenceMs', 10_001, 'counts as the nearest value from 50 to 10000 ms'],
  ['sampleRateHz', 7_999, 'is known to be refused below 8000 Hz'],
  ['sampleRateHz', 8_000, null],
  ['keyterms', Array<string>(100).fill('term'), null],
  [
    'keyterms',
    ['short', 'x'.repeat(51)],
    'holds terms of more than 50 characters, which are ignored',
  ],
  ['keyterms', ['x'.repeat(50)], null],
])('%s = %j goes out, with the doubt that it %s', (name, value, said) => {
  expect(complaint(name, value)).toBeNull();
  expect(doubt(name, value)).toBe(said);
});
