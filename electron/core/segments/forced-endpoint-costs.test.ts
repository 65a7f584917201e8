import { describe, expect, test } from 'vitest';
import { withForcedEndpoint } from './forced-endpoint.ts';
import { boundTurn } from './forced-endpoints.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';

/* Without word times, the order of messages, the pauses and the length of the voice place a turn. */

const untimed = (fromMs: number, toMs: number): SpokenWord => ({
  ...{ text: 'word', ...stretch(fromMs, toMs), isUntimed: true },
});

/** ForceEndpoint was sent without a backlog. */
const live = (ms: number) => ({ sample: at(ms), isInBacklog: false });

/** ForceEndpoint was sent at 2 s; 5 s of sound were sent. */
const forced = withForcedEndpoint([], live(2_000), new Map());
const sentIn = stretch(0, 5_000);
const before = stretch(0, 2_000);
const after = stretch(2_000, 5_000);

/** Two sentences with a pause between them, ForceEndpoint, and a third. */
const said = voiceIn([0, 500], [1_000, 1_900], [2_600, 4_000]);
const answered = forced.map((one) => ({ ...one, hasFinal: true }));
const words = (count: number, sentTo = 2_000): SpokenWord[] =>
  Array.from({ length: count }, () => untimed(0, sentTo));

test('the final after the answer is of the sound after it', () => {
  const { heardIn } = boundTurn(
    { forcedEndpoints: answered, sessionWords: words(4), sessionTurns: 2, voice: said },
    { order: 2, isFinal: true, hasPartial: true, words: words(4), sentIn },
  );
  expect(heardIn).toEqual(after);
});

test('a final that was on its way leaves the rest to the next, by the length of voice that its words take', () => {
  const long = voiceIn([0, 800], [2_000, 7_900], [10_400, 16_000]);
  const endpoints = answered.map((one) => ({ ...one, sample: at(8_000) }));
  const { heardIn } = boundTurn(
    { forcedEndpoints: endpoints, sessionWords: words(2), sessionTurns: 1, voice: long },
    { order: 1, isFinal: true, hasPartial: true, words: words(16), sentIn: stretch(0, 20_000) },
  );
  expect(heardIn).toEqual(stretch(0, 8_000));
});

test('the rest of a word that ForceEndpoint cut needs no final before the next ForceEndpoint', () => {
  const endpoints = [{ ...live(1_300), openTurn: null, hasFinal: true }, ...forced];
  const { heardIn } = boundTurn(
    {
      forcedEndpoints: endpoints,
      sessionWords: [untimed(0, 1_300)],
      sessionTurns: 1,
      voice: voiceIn([1_000, 1_390], [2_900, 4_900]),
    },
    { order: 1, isFinal: true, hasPartial: true, words: words(6, 5_000), sentIn },
  );
  expect(heardIn).toEqual(after);
});

describe('a turn of one word, if nothing has answered ForceEndpoint', () => {
  const spoken = voiceIn([0, 6_000], [6_350, 10_000], [10_700, 11_300], [12_100, 12_140]);
  const sideOf = (sentTo: number, { hasPartial = false, isInBacklog = false } = {}) =>
    boundTurn(
      {
        forcedEndpoints: [{ ...live(12_000), isInBacklog, openTurn: null, hasFinal: false }],
        ...{ sessionWords: words(25, 11_900), sessionTurns: 2, voice: spoken },
      },
      {
        ...{ order: 2, isFinal: true, hasPartial },
        ...{ words: words(1, sentTo), sentIn: stretch(0, sentTo) },
      },
    ).heardIn;

  test('is of the sound before it if it arrives at once', () => {
    expect(sideOf(12_300)).toEqual(stretch(0, 12_000));
  });

  test('is of the sound after it if its partial arrived only then', () => {
    expect(sideOf(12_300, { hasPartial: true })).toEqual(stretch(12_000, 12_300));
  });

  test('is of the sound after it if it arrives later than an answer', () => {
    expect(sideOf(13_300)).toEqual(stretch(12_000, 13_300));
  });

  test('is of the sound before it in a backlog, whenever it arrives', () => {
    const inBacklog = { isInBacklog: true, hasPartial: true };
    expect(sideOf(13_300, inBacklog)).toEqual(stretch(0, 12_000));
  });
});

/** The service was sent later sound before the turn arrived. */
describe('before there is an answer', () => {
  const waited = voiceIn([300, 1_700], [2_400, 4_950], [5_700, 8_700]);
  const endpoints = forced.map((one) => ({ ...one, sample: at(5_400) }));
  const sideOf = (final: number, next: number, sentTo: number) =>
    boundTurn(
      {
        forcedEndpoints: endpoints,
        sessionWords: words(final, 5_300),
        sessionTurns: 1,
        voice: waited,
      },
      {
        order: 1,
        isFinal: true,
        hasPartial: true,
        words: words(next, sentTo),
        sentIn: stretch(0, sentTo),
      },
    ).heardIn;

  test('a long turn is of the sound before it if its words take the voice that is left there', () => {
    expect(sideOf(4, 7, 5_750)).toEqual(stretch(0, 5_400));
    expect(sideOf(4, 7, 6_500)).toEqual(stretch(0, 5_400));
  });

  test('a long turn is of the sound after it if the words before it take all voice there', () => {
    expect(sideOf(11, 8, 8_900)).toEqual(stretch(5_400, 8_900));
  });
});

/** Finals of turns that ended before ForceEndpoint arrive after it, too. */
describe('in a backlog', () => {
  /** Two words with a pause of half a second between them, ForceEndpoint, and two more. */
  const said = voiceIn([700, 850], [1_360, 1_660], [2_460, 2_860], [2_940, 3_090]);
  const second = (
    sessionTurns: number,
    { isInBacklog = true, hasPartial = false, final = sessionTurns } = {},
  ) =>
    boundTurn(
      {
        forcedEndpoints: answered.map((one) => ({ ...one, isInBacklog })),
        ...{ sessionWords: words(final), sessionTurns },
        voice: said,
      },
      { order: 1, isFinal: true, hasPartial, words: words(1, 3_200), sentIn: stretch(0, 3_200) },
    ).heardIn;

  test('the final after the answer is of the sound before it if a long pause there ended a turn', () => {
    expect(second(1)).toEqual(before);
  });

  test('the final after the answer is of the sound before it if that has one short word more', () => {
    const { heardIn } = boundTurn(
      {
        forcedEndpoints: answered.map((one) => ({ ...one, isInBacklog: true })),
        ...{ sessionWords: words(1), sessionTurns: 1 },
        voice: voiceIn([400, 700], [1_225, 1_275], [2_500, 3_100]),
      },
      {
        ...{ order: 1, isFinal: true, hasPartial: false },
        ...{ words: words(1, 3_100), sentIn: stretch(0, 3_100) },
      },
    );
    expect(heardIn).toEqual(before);
  });

  test('the final after the answer is of the sound after it if the turn before it ended after its pause', () => {
    expect(second(2)).toEqual(stretch(2_000, 3_200));
  });

  test('a word that another ForceEndpoint ended is of the sound after the first, although it had no partial', () => {
    const ended = [
      ...answered.map((one) => ({ ...one, isInBacklog: true })),
      { sample: at(3_200), isInBacklog: true, openTurn: null, hasFinal: false },
    ];
    const { heardIn } = boundTurn(
      {
        forcedEndpoints: ended,
        ...{ sessionWords: words(3), sessionTurns: 2 },
        voice: voiceIn([0, 1_000], [1_400, 1_700], [2_460, 2_610]),
      },
      {
        ...{ order: 2, isFinal: true, hasPartial: false },
        ...{ words: words(1, 3_200), sentIn: stretch(0, 3_200) },
      },
    );
    expect(heardIn).toEqual(stretch(2_000, 3_200));
  });

  test('the final after the answer is of the sound after it if it had a partial, or there is no backlog', () => {
    expect(second(1, { hasPartial: true, final: 2 })).toEqual(stretch(2_000, 3_200));
    expect(second(1, { isInBacklog: false })).toEqual(stretch(2_000, 3_200));
  });
});
