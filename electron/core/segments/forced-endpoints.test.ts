import { describe, expect, test } from 'vitest';
import { emptyTimeline, extendTimeline } from '../timeline/timeline.ts';
import { noVoice, type Voice } from '../voice/voice.ts';
import { withForcedEndpoint } from './forced-endpoint.ts';
import { boundTurn } from './forced-endpoints.ts';
import type { SpokenWord } from './spoken-word.ts';
import { wordsWithin } from './word-times.ts';

const at = (ms: number): number => ms * 16;
const stretch = (fromMs: number, toMs: number) => ({
  startSample: at(fromMs),
  endSample: at(toMs),
});
const voiceIn = (...times: [fromMs: number, toMs: number][]): Voice => ({
  ...noVoice,
  stretches: times.map(([from, to]) => stretch(from, to)),
});
const word = (fromMs: number, toMs: number): SpokenWord => ({
  text: 'word',
  ...stretch(fromMs, toMs),
});
const untimed = (fromMs: number, toMs: number): SpokenWord => ({
  ...word(fromMs, toMs),
  isUntimed: true,
});

/** ForceEndpoint was sent without a backlog. */
const live = (ms: number) => ({ sample: at(ms), isInBacklog: false });

/** ForceEndpoint was sent at 2 s, with speech before and after it; 5 s of sound were sent. */
const forced = withForcedEndpoint([], live(2_000), new Map());
const voice = voiceIn([500, 1_800], [2_600, 4_000]);
const sentIn = stretch(0, 5_000);
const sent = extendTimeline(emptyTimeline, { ...sentIn, padToSample: sentIn.endSample });

/** On which side the next turn is, after the session has made some words final. */
const boundsOf = (
  words: readonly SpokenWord[],
  { final = [] as SpokenWord[], order = 0, endpoints = forced, said = voice } = {},
) =>
  boundTurn(
    { forcedEndpoints: endpoints, sessionWords: final, sessionTurns: 1, voice: said },
    { order, isFinal: true, hasPartial: true, words, sentIn },
  ).heardIn;

const before = stretch(0, 2_000);
const after = stretch(2_000, 5_000);

describe('a turn that comes after ForceEndpoint', () => {
  test('is of the sound before it if some of that has no final, however late the words end', () => {
    expect(boundsOf([word(1_000, 3_144)])).toEqual(before);
    expect(boundsOf([untimed(0, 5_000)])).toEqual(before);
  });

  test('is of the sound before it if its turn was open by then', () => {
    const endpoints = withForcedEndpoint([], live(2_000), new Map([[3, { isFinal: false }]]));
    const final = [word(600, 2_000)];
    expect(boundsOf([untimed(0, 5_000)], { order: 3, endpoints, final })).toEqual(before);
  });

  test('is of the sound before it if there is no speech after it', () => {
    const said = voiceIn([500, 1_800]);
    expect(boundsOf([untimed(0, 5_000)], { said, final: [word(600, 2_000)] })).toEqual(before);
  });

  test('is of the sound after it if all before it is final, however early its words begin', () => {
    expect(boundsOf([word(1_700, 3_500)], { final: [word(600, 1_900)] })).toEqual(after);
    expect(boundsOf([untimed(0, 5_000)], { final: [untimed(0, 1_950)] })).toEqual(after);
  });

  test('is of the sound after it if all before it is final but what may be a short pause', () => {
    const said = voiceIn([0, 600], [1_000, 2_480]);
    const final = [word(300, 1_100), word(1_000, 1_927)];
    const endpoints = forced.map((one) => ({ ...one, hasFinal: true }));
    expect(boundsOf([word(1_125, 2_607)], { said, final, endpoints })).toEqual(after);
  });

  test('is of the sound after it if there is no speech before it', () => {
    const said = voiceIn([2_600, 4_000]);
    expect(boundsOf([untimed(0, 5_000)], { said })).toEqual(after);
  });

  test.each([
    ['before', [word(500, 1_900), word(600, 2_600)], before],
    ['after', [word(1_900, 3_100), word(2_100, 3_500)], after],
  ])('is %s it if the times of one word are decisive', (_side, words, bounds) => {
    expect(boundsOf(words, { final: [untimed(0, 1_000)] })).toEqual(bounds);
  });

  test('is of the sound before it if the voice after it has not paused yet', () => {
    const said = voiceIn([500, 1_000], [1_400, 1_800], [2_600, 5_000]);
    const final = [word(600, 1_900)];
    expect(boundsOf([word(1_700, 3_000)], { said, final })).toEqual(before);
  });

  test('has no bounds if the service ended no turn there', () => {
    expect(boundsOf([word(500, 1_900), word(2_700, 4_200)])).toEqual(sentIn);
  });

  test('has no bounds if ForceEndpoint came within its first word', () => {
    const said = voiceIn([500, 1_000], [1_700, 3_200]);
    const words = [word(1_200, 2_240), word(1_600, 2_700), word(1_900, 3_100), word(1_950, 3_400)];
    expect(boundsOf(words, { said, final: [word(600, 1_000)] })).toEqual(sentIn);
  });

  test('has no bounds if its turn was open by then, and went on', () => {
    const endpoints = withForcedEndpoint([], live(2_000), new Map([[3, { isFinal: false }]]));
    const words = [word(500, 1_900), word(2_700, 4_200)];
    expect(boundsOf(words, { order: 3, endpoints })).toEqual(sentIn);
    expect(boundsOf([word(1_200, 3_100), word(2_700, 4_200)], { order: 3, endpoints })).toEqual(
      sentIn,
    );
  });
});

describe('without word times', () => {
  /** Two sentences with a pause between them, ForceEndpoint, and a third. */
  const said = voiceIn([0, 500], [1_000, 1_900], [2_600, 4_000]);
  const answered = forced.map((one) => ({ ...one, hasFinal: true }));
  const words = (count: number, sentTo = 2_000): SpokenWord[] =>
    Array.from({ length: count }, () => untimed(0, sentTo));

  test('the final after the answer is of the sound after it', () => {
    expect(boundsOf(words(4), { said, endpoints: answered, final: words(4) })).toEqual(after);
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

  test('a turn without an answer before it is of the sound after it if its partial arrives only then', () => {
    const sideOf = (hasPartial: boolean, isInBacklog = false) =>
      boundTurn(
        {
          forcedEndpoints: [{ ...live(12_000), isInBacklog, openTurn: null, hasFinal: false }],
          sessionWords: words(25, 11_900),
          sessionTurns: 2,
          voice: voiceIn([0, 6_000], [6_350, 10_000], [10_700, 11_300], [12_500, 12_600]),
        },
        {
          ...{ order: 2, isFinal: true, hasPartial },
          ...{ words: words(1, 13_000), sentIn: stretch(0, 13_000) },
        },
      ).heardIn;
    expect(sideOf(true)).toEqual(stretch(12_000, 13_000));
    expect(sideOf(false)).toEqual(stretch(0, 12_000));
    expect(sideOf(true, true)).toEqual(stretch(0, 12_000));
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
    const second = (sessionTurns: number, { isInBacklog = true, hasPartial = false } = {}) =>
      boundTurn(
        {
          forcedEndpoints: answered.map((one) => ({ ...one, isInBacklog })),
          ...{ sessionWords: words(sessionTurns), sessionTurns },
          voice: said,
        },
        { order: 1, isFinal: true, hasPartial, words: words(1, 3_200), sentIn: stretch(0, 3_200) },
      ).heardIn;

    test('the final after the answer is of the sound before it if a long pause there ended a turn', () => {
      expect(second(1)).toEqual(before);
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
      expect(second(1, { hasPartial: true })).toEqual(stretch(2_000, 3_200));
      expect(second(1, { isInBacklog: false })).toEqual(stretch(2_000, 3_200));
    });
  });
});

test('a turn is placed between all ForceEndpoints that were sent', () => {
  const endpoints = withForcedEndpoint(forced, live(4_500), new Map());
  const known = {
    forcedEndpoints: endpoints,
    sessionWords: [word(600, 1_900)],
    sessionTurns: 1,
    voice,
  };
  const { heardIn, forcedEndpoints } = boundTurn(known, {
    order: 1,
    isFinal: true,
    hasPartial: true,
    words: [word(2_200, 4_400)],
    sentIn,
  });
  expect(heardIn).toEqual(stretch(2_000, 4_500));
  expect(forcedEndpoints).toMatchObject([{ sample: at(4_500), hasFinal: true }]);
});

test('words are moved into the sound of their turn', () => {
  expect(wordsWithin([word(1_000, 3_144)], before, sent)).toEqual([word(1_000, 2_000)]);
  expect(wordsWithin([word(1_700, 3_500)], after, sent)).toEqual([word(2_000, 3_500)]);
});

test('a word with a time on either side of sound that was not sent is on the side of its turn', () => {
  const skipping = extendTimeline(
    extendTimeline(emptyTimeline, { ...stretch(0, 2_000), padToSample: at(2_000) }),
    { ...stretch(3_000, 5_000), padToSample: at(5_000) },
  );
  const late = word(1_800, 3_400);
  expect(wordsWithin([late], before, skipping)).toEqual([word(1_800, 2_000)]);
  expect(wordsWithin([late], stretch(0, 5_000), skipping)).toEqual([word(3_000, 3_400)]);
  expect(boundsOf([late])).toEqual(before);
});
