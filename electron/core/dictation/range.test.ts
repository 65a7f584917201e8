import { expect, test } from 'vitest';
import { turnsPerSegment } from '../segments/segment.ts';
import type { SpokenTurn } from '../segments/spoken.ts';
import { noVoice } from '../voice/voice.ts';
import { textIn } from './range.ts';

const stretch = (startMs: number, endMs: number) => ({
  startSample: startMs * 16,
  endSample: endMs * 16,
});

/** A final whose words are at these times. */
function turn(
  id: number,
  heardIn: [fromMs: number, toMs: number],
  ...timed: [text: string, startMs: number, endMs: number][]
): SpokenTurn {
  const words = timed.map(([text, startMs, endMs]) => ({ text, ...stretch(startMs, endMs) }));
  return {
    id,
    text: words.map(({ text }) => text).join(' '),
    isFinal: true,
    language: null,
    words,
    startSample: words[0]?.startSample ?? 0,
    endSample: words.at(-1)?.endSample ?? 0,
    heardIn: stretch(...heardIn),
  };
}

const voiceIn = (...voiced: [fromMs: number, toMs: number][]) => ({
  ...noVoice,
  stretches: voiced.map(([fromMs, toMs]) => stretch(fromMs, toMs)),
});

test('between two dictations that touch, no later turn moves the words of an earlier one', () => {
  const first = turn(
    0,
    [0, 3_100],
    ['w0', 227, 656],
    ['w1', 263, 1_456],
    ['w2', 594, 1_537],
    ['w3', 1_278, 2_046],
    ['w4', 1_623, 2_553],
  );
  const later = turn(
    1,
    [1_200, 6_000],
    ['x0', 3_514, 4_436],
    ['x1', 3_702, 4_386],
    ['x2', 4_160, 4_816],
    ['x3', 4_536, 5_118],
    ['x4', 4_765, 5_987],
  );
  const one = textIn([first], stretch(0, 1_300), voiceIn([300, 2_400]));
  const voice = voiceIn([300, 2_400], [3_600, 5_300]);
  const other = textIn([first, later], stretch(1_300, 5_700), voice, one.reserved);
  expect(`${one.text} ${other.text}`).toBe('w0 w1 w2 w3 w4 x0 x1 x2 x3 x4');
});

test('a text has the languages of the turns that its words are from, each once', () => {
  const [first, other, silent] = [
    turn(0, [0, 1_000], ['one', 100, 900]),
    turn(1, [1_000, 2_000], ['zwei', 1_100, 1_900]),
    turn(2, [2_000, 3_000], ['later', 2_100, 2_900]),
  ];
  const turns = [
    { ...first, language: 'en' },
    { ...other, language: 'de' },
    { ...silent, language: 'fr' },
  ];
  const voice = voiceIn([100, 900], [1_100, 1_900], [2_100, 2_900]);
  expect(textIn(turns, stretch(0, 2_000), voice)).toMatchObject({
    text: 'one zwei',
    languages: ['en', 'de'],
  });
  expect(textIn([first], stretch(0, 2_000), voice)).toMatchObject({ languages: [] });
});

test('a range with all words of a turn has its text, which may have no spaces', () => {
  const spoken = turn(0, [0, 1_000], ['東京', 100, 400], ['に', 400, 500], ['行く', 500, 900]);
  const whole = { ...spoken, text: '東京に行く。' };
  expect(textIn([whole], stretch(0, 2_000), voiceIn([100, 900])).text).toBe('東京に行く。');
});

test('a range reserves the words up to its end, and remembers what was final', () => {
  const first = turn(0, [0, 1_000], ['one', 100, 900]);
  const partial = { ...turn(1, [1_000, 2_000], ['two', 1_100, 1_900]), isFinal: false };
  const voice = voiceIn([100, 900], [1_100, 1_900]);
  const { reserved } = textIn([first, partial], stretch(0, 1_000), voice);
  expect(reserved).toEqual({ turnId: 0, words: 1, untilSample: 16_000, finals: [0] });
});

test('a range that is read again later keeps what a newer one has reserved', () => {
  const turns = [
    turn(0, [0, 1_000], ['one', 100, 900]),
    turn(1, [1_000, 2_000], ['two', 1_100, 1_900]),
  ];
  const voice = voiceIn([100, 900], [1_100, 1_900]);
  const newer = textIn(turns, stretch(1_000, 2_000), voice).reserved;
  const older = textIn(turns, stretch(0, 1_000), voice, newer);
  expect(older.reserved).toMatchObject({ turnId: 1, words: 1 });
  expect(older.text).toBe('');
});

test('all words of a segment that has only sound of the range belong to it, whatever their times', () => {
  const before = turn(0, [0, 1_000], ['before', 1_200, 1_900]);
  const within = turn(turnsPerSegment, [1_000, 2_000], ['within', 100, 900]);
  const after = turn(2 * turnsPerSegment, [2_000, 3_000], ['after', 1_300, 1_600]);
  const voice = voiceIn([100, 900], [1_100, 1_900], [2_100, 2_900]);
  const { text } = textIn([before, within, after], stretch(1_000, 2_000), voice);
  expect(text).toBe('within');
});

test('the turns of a segment are split together: no word before the range follows one in it', () => {
  const turns = [
    turn(0, [0, 4_000], ['one', 1_200, 1_500], ['two', 2_200, 2_500]),
    turn(1, [0, 4_000], ['three', 1_100, 1_400], ['four', 2_500, 2_800]),
  ];
  const voice = voiceIn([200, 1_100], [2_200, 3_100]);
  expect(textIn(turns, stretch(1_600, 3_600), voice).text).toBe('one two three four');
});

test('the words of another segment do not move the split of a segment', () => {
  const first = turn(0, [0, 2_000], ['one', 800, 1_100], ['two', 3_000, 3_300]);
  const other = turn(turnsPerSegment, [2_000, 4_000], ['three', 600, 900], ['four', 3_400, 3_700]);
  const voice = voiceIn([200, 1_800], [2_200, 3_800]);
  expect(textIn([first, other], stretch(900, 2_800), voice).text).toBe('one two three');
});
