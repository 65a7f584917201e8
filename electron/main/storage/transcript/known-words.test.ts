import { expect, test } from 'vitest';
import { textsOf } from '#core/segments/word-times.ts';
import { addedTo, knownWordsFrom, type TurnText } from './known-words.ts';

/** A second of sound. */
const second = 16_000;

/** Turns of two seconds each, without a pause between them. */
const turnsOf = (...texts: string[]): TurnText[] =>
  texts.map((text, index) => ({
    ...{ text, startSample: index * 2 * second, endSample: (index + 1) * 2 * second },
  }));

/** The text that each of these turns adds. By default all of the known sound is heard again. */
function added(known: TurnText[], heard: TurnText[], fromSample = 0): string[] {
  let rest = knownWordsFrom(known, fromSample);
  return heard.map(({ text, endSample }) => {
    // The service reports that turns begin early.
    const stretch = { startSample: 0, endSample };
    const words = textsOf(text).map((word) => ({
      text: word,
      ...stretch,
      isUntimed: true as const,
    }));
    const [next, left] = addedTo(rest, { text, ...stretch, words });
    rest = left;
    return next.text;
  });
}

test.each([
  [
    'all that is known, then new words',
    ['Let it go.'],
    ['Let it go and your words'],
    ['and your words'],
  ],
  ['a turn for two', ['Let it', 'go.'], ['Let it go and'], ['and']],
  ['two turns for one', ['Let it go.'], ['Let it', 'Go and'], ['', 'and']],
  ['the first of several known turns', ['Let it go.', 'And then?'], ['let it go'], ['']],
  [
    'a word that is recognised as another',
    ['Let it go and your.'],
    ['Let a go and your words'],
    ['words'],
  ],
  ['the same words again, after all that is known', ['No no.'], ['No no', 'No no'], ['', 'No no']],
  ['no words', ['Let it'], [''], ['']],
])('known words are not added again: %s', (_what, known, heard, expected) => {
  expect(added(turnsOf(...known), turnsOf(...heard))).toEqual(expected);
});

test('known words may have been said before the sound that is recognised again', () => {
  const known = turnsOf('Hold a key,', 'and let it go', 'and then');
  expect(added(known, turnsOf('it go and', 'then you'), 3 * second)).toEqual(['', 'you']);
});

test('the end of a turn shows which of two equal words came before the sound', () => {
  expect(added(turnsOf('the key the key'), turnsOf('the key', 'the key'), second)).toEqual([
    '',
    'the key',
  ]);
});

test('words that end before the known ones begin are new', () => {
  const later = turnsOf('', '', 'and here').slice(2);
  const words = textsOf('and here').map((text) => ({ text, startSample: 0, endSample: second }));
  const gap = { text: 'And here.', startSample: 0, endSample: second, words };
  const [turn, rest] = addedTo(knownWordsFrom(later, 0), gap);
  expect(turn.text).toBe('And here.');
  expect(rest.words.map(({ text }) => text)).toEqual(['and', 'here']);
});

test('what a turn adds begins where the known words end', () => {
  const known = knownWordsFrom(turnsOf('Let it'), 0);
  const words = textsOf('Let it go').map((text) => ({
    text,
    startSample: 0,
    endSample: 4 * second,
  }));
  const [turn] = addedTo(known, {
    text: 'Let it go',
    startSample: 0,
    endSample: 4 * second,
    words,
  });
  expect(turn).toEqual({ text: 'go', startSample: 2 * second, endSample: 4 * second });
});
