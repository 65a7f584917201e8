import { expect, test } from 'vitest';
import { dictate, end, run, timedOut } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, loud, message, micClosed, pong } from './run.fixture.ts';
import { initialListening } from './step.ts';

/* Which dictation a word belongs to, if the service reports its times inexactly or not at all. */

/** Sound of a level, in chunks of 50 ms. */
const sound = (fromMs: number, toMs: number, level = 0): ListeningEvent[] =>
  Array.from({ length: (toMs - fromMs) / 50 }, (_, index) => ({
    type: 'captured',
    toSample: (fromMs + 50 * (index + 1)) * 16,
    levels: [level, level],
  }));

/** A final of one word. */
const word = (order: number, text: string, start: number, end: number): ListeningEvent =>
  message({
    type: 'Turn',
    turn_order: order,
    end_of_turn: true,
    transcript: text,
    words: [{ text, start, end }],
  });

const waits = (id: number): ListeningEvent[] => [timedOut(id), pong(), timedOut(id), pong()];

const textsOf = (events: readonly ListeningEvent[], warmMs = 0): string[] =>
  run(events, initialListening({ maxAttempts: 2, warmMs })).dictated.map(({ text }) => text);

/** The second dictation begins after ten seconds that were not sent: at 3.5 s of the session. */
const afterUnsentSound = (startMs: number, endMs: number): ListeningEvent[] => [
  ...[dictate(1), begin(), ...sound(0, 100), ...sound(100, 3_100, loud), ...sound(3_100, 3_350)],
  ...[end, ...sound(3_350, 3_500), word(0, 'Hello.', 100, 3_300), micClosed],
  ...[{ type: 'check-level', isOn: true } as const, ...sound(3_500, 13_500), dictate(2)],
  ...[...sound(13_500, 13_700), ...sound(13_700, 14_000, loud), ...sound(14_000, 14_300), end],
  ...[...sound(14_300, 14_450), word(1, 'Yes.', startMs, endMs), ...waits(2)],
];

test.each([
  ['true', 3_700, 4_240],
  ['early, before sound that was not sent', 3_400, 4_240],
  ['a second early', 2_700, 4_240],
  ['missing', 0, 0],
])('after unsent sound, a word belongs to its dictation; its times are %s', (_, from, to) => {
  expect(textsOf(afterUnsentSound(from, to), 20_000)).toEqual(['Hello.', 'Yes.']);
});

/** The second dictation begins in the same session, before the word of the first is final. */
const inOneSession = (one: ListeningEvent, two: ListeningEvent): ListeningEvent[] => [
  ...[dictate(1), begin(), ...sound(0, 100), ...sound(100, 1_000, loud), ...sound(1_000, 1_200)],
  ...[end, ...sound(1_200, 1_400), micClosed, dictate(2), ...sound(1_400, 1_700)],
  ...[...sound(1_700, 2_400, loud), ...sound(2_400, 2_500), one, ...sound(2_500, 2_700), end],
  ...[...sound(2_700, 2_850), two, ...waits(1), ...waits(2)],
];

test.each([
  ['true', 0],
  ['later than all sound', 9e5],
])('a dictation has its word, whose times are %s', (_, offMs) => {
  const [one, two] = [
    word(0, 'One.', offMs + 100, offMs + 1_200),
    word(1, 'Two.', offMs + 1_600, offMs + 2_600),
  ];
  expect(textsOf(inOneSession(one, two))).toEqual(['One.', 'Two.']);
});

test.each([
  ['true', 3_600, 4_100],
  ['early', 2_700, 4_100],
  ['missing', 0, 0],
])('speech that was not sent takes no word from the dictation after it: %s', (_, from, to) => {
  const events = [
    ...[dictate(1), begin(), ...sound(0, 100), ...sound(100, 3_100, loud), ...sound(3_100, 3_350)],
    ...[end, ...sound(3_350, 3_500), word(0, 'Hello.', 100, 3_300), micClosed],
    ...[{ type: 'check-level', isOn: true } as const, ...sound(3_500, 5_000)],
    ...[...sound(5_000, 13_450, loud), ...sound(13_450, 13_500), dictate(2)],
    ...[...sound(13_500, 13_600), ...sound(13_600, 13_850, loud), ...sound(13_850, 13_900), end],
    ...[...sound(13_900, 14_050), word(1, 'Yes.', from, to), ...waits(2)],
  ];
  expect(textsOf(events, 20_000)).toEqual(['Hello.', 'Yes.']);
});
