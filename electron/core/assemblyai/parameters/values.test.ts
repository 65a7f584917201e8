import { expect, test } from 'vitest';
import type { ValueWarning, Expectation } from '#shared/expectation.ts';
import { parameterOf, table } from './table.ts';

type Name = keyof typeof table;

/** What a value should have been; null where it is taken. */
const complaint = (name: Name, value: unknown): Expectation | null => {
  const encoded = table[name].encode(value);
  return encoded.ok ? null : encoded.expected;
};
const warning = (name: Name, value: unknown): ValueWarning | null => {
  const encoded = table[name].encode(value);
  return encoded.ok ? encoded.warning : null;
};

test.each<[Name, unknown, Expectation]>([
  ['languageDetection', 'yes', { type: 'true-or-false' }],
  ['previousContextTurns', '2', { type: 'whole-number', least: 0, most: 100 }],
  ['previousContextTurns', 2.5, { type: 'whole-number', least: 0, most: 100 }],
  ['previousContextTurns', -1, { type: 'whole-number', least: 0, most: 100 }],
  ['previousContextTurns', 101, { type: 'whole-number', least: 0, most: 100 }],
  ['vadThreshold', 'loud', { type: 'fraction' }],
  ['vadThreshold', -0.1, { type: 'fraction' }],
  ['vadThreshold', 1.1, { type: 'fraction' }],
  ['prompt', 7, { type: 'text', most: 1_750 }],
  ['prompt', 'x'.repeat(1_751), { type: 'text', most: 1_750 }],
  ['voiceFocus', 'everywhere', { type: 'one-of', options: ['near-field', 'far-field'] }],
  ['keyterms', 'CaptionKey', { type: 'texts', most: 100 }],
  ['keyterms', ['CaptionKey', 7], { type: 'texts', most: 100 }],
  ['keyterms', Array<string>(101).fill('term'), { type: 'texts', most: 100 }],
  ['languageCodes', Array<string>(11).fill('en'), { type: 'languages', most: 10 }],
  ['languageCodes', ['multi', 'en'], { type: 'languages', most: 10 }],
  ['languageCodes', ['en', 'multi'], { type: 'languages', most: 10 }],
])('%s = %j should have been %j', (name, value, why) => {
  expect(complaint(name, value)).toEqual(why);
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

test.each<[Name, unknown, ValueWarning | null]>([
  ['minTurnSilenceMs', 49, { type: 'brought-into-range', least: 50, most: 10_000 }],
  ['minTurnSilenceMs', 50, null],
  ['maxTurnSilenceMs', 10_000, null],
  ['maxTurnSilenceMs', 10_001, { type: 'brought-into-range', least: 50, most: 10_000 }],
  ['sampleRateHz', 7_999, { type: 'refused-below', leastHz: 8_000 }],
  ['sampleRateHz', 8_000, null],
  ['keyterms', Array<string>(100).fill('term'), null],
  ['keyterms', ['short', 'x'.repeat(51)], { type: 'long-terms-ignored', most: 50 }],
  ['keyterms', ['x'.repeat(50)], null],
])('%s = %j goes out, with the warning that it %s', (name, value, said) => {
  expect(complaint(name, value)).toBeNull();
  expect(warning(name, value)).toEqual(said);
});

test('a setting that is sent to the service has its parameter, and no other setting has one', () => {
  expect(parameterOf('keyterms')).toBe(table.keyterms);
  expect(parameterOf('theme')).toBeUndefined();
  expect(parameterOf('toString')).toBeUndefined();
});
