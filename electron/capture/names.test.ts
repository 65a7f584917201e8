import { expect, test } from 'vitest';
import { cleanName, withDistinctNames, type FoundMicrophone } from './names.ts';

const found = (id: string, name: string, hostApi = 'PulseAudio'): FoundMicrophone => ({
  ...{ id, name, hostApi },
  listedAs: name,
  isDefault: false,
});

const names = (...microphones: FoundMicrophone[]): string[] =>
  withDistinctNames(microphones).map(({ name }) => name);

test('numbers microphones that have the same name', () => {
  expect(names(found('a', 'USB Microphone'), found('b', 'USB Microphone'))).toEqual([
    'USB Microphone',
    'USB Microphone (2)',
  ]);
});

test('numbers them by id, not by the order in which they were connected', () => {
  expect(names(found('b', 'USB Microphone'), found('a', 'USB Microphone'))).toEqual([
    'USB Microphone (2)',
    'USB Microphone',
  ]);
});

test('skips a number that would give the name of another microphone', () => {
  const all = names(found('a', 'Mic'), found('b', 'Mic (2)'), found('c', 'Mic'), found('d', 'Mic'));
  expect(all).toEqual(['Mic', 'Mic (2)', 'Mic (3)', 'Mic (4)']);
});

test('leaves a name that occurs once per host API without a number', () => {
  expect(names(found('a', 'Desk', 'ALSA'), found('a', 'Desk', 'JACK'))).toEqual(['Desk', 'Desk']);
});

test('gives the name that version 0.1 stored to the first microphone of that name', () => {
  const all = withDistinctNames([found('b', 'Mic'), found('a', 'Mic')]);
  expect(all.map(({ oldName }) => oldName)).toEqual(['Mic', null]);
});

test.each([
  ['  two\n\tlines  ', 'two lines'],
  ['a\u202Ebc\u0000', 'a bc'],
  ['\uFFFD\uFFFD', ''],
  ['内置麦克风', '内置麦克风'],
  ['x'.repeat(1_000), 'x'.repeat(200)],
])('shows the name %j as %j', (name, shown) => {
  expect(cleanName(name)).toBe(shown);
});

test.each([
  ['“Studio”, "left", \\ and \'right\'', '“Studio”, "left", \\ and \'right\''],
  ['one\ntwo\r\n\tthree\u2028four', 'one two three four'],
  ['\u202Eevil\u202C \u05DE\u05D9\u05E7\u05E8\u05D5\u05E4\u05D5\u05DF', 'evil מיקרופון'],
  ['🎙️ Röde', '🎙️ Röde'],
  [`x${'🎙'.repeat(150)}`, `x${'🎙'.repeat(99)}`],
  ['x'.repeat(300), 'x'.repeat(200)],
])('shows %j as %j', (reported, shown) => {
  expect(cleanName(reported)).toBe(shown);
});
