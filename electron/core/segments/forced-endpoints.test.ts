import { describe, expect, test } from 'vitest';
import { emptyTimeline, extendTimeline } from '../timeline/timeline.ts';
import { withForcedEndpoint } from './forced-endpoint.ts';
import { boundTurn } from './forced-endpoints.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';
import { wordsWithin } from './word-times.ts';

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

const noWords: SpokenWord[] = [];

/** On which side the next turn is, after the session has made some words final. */
const boundsOf = (
  words: readonly SpokenWord[],
  { final = noWords, order = 0, endpoints = forced, said = voice } = {},
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

  test.each([
    ['before it if a word ends there', word(1_700, 2_000), [word(600, 1_900)], before],
    ['after it if a word begins there', word(2_000, 2_600), [untimed(0, 1_000)], after],
  ])('is of the sound %s, whatever is final', (_what, next, final, bounds) => {
    expect(boundsOf([next], { final })).toEqual(bounds);
  });

  test('is of the sound after it if only earlier turns were open by then, and all before it is final', () => {
    const endpoints = withForcedEndpoint([], live(2_000), new Map([[3, { isFinal: false }]]));
    const final = [word(600, 1_900)];
    expect(boundsOf([word(1_700, 3_500)], { order: 4, endpoints, final })).toEqual(after);
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

  test('has no bounds if it ended in speech, and the times of its words fit both sides best', () => {
    const said = voiceIn([500, 1_000], [1_700, 6_000]);
    const endpoints = forced.map((one) => ({ ...one, hasFinal: true }));
    const words = [word(1_700, 2_070), word(1_900, 3_344)];
    expect(boundsOf(words, { said, endpoints, final: [word(600, 1_000)] })).toEqual(sentIn);
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

test('a late first turn with a partial is of the sound after ForceEndpoint, if its word fits both sides', () => {
  const words = [untimed(0, 3_300)];
  const { heardIn } = boundTurn(
    {
      ...{ forcedEndpoints: forced, sessionWords: [], sessionTurns: 0 },
      voice: voiceIn([1_800, 2_200]),
    },
    { order: 0, isFinal: true, hasPartial: true, words, sentIn: stretch(0, 3_300) },
  );
  expect(heardIn).toEqual(stretch(2_000, 3_300));
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

test('later turns precede no ForceEndpoint that was sent before this turn', () => {
  const { forcedEndpoints } = boundTurn(
    { ...{ forcedEndpoints: forced, sessionTurns: 1, voice }, sessionWords: [word(600, 1_900)] },
    { order: 1, isFinal: true, hasPartial: true, words: [word(2_600, 4_000)], sentIn },
  );
  expect(forcedEndpoints).toEqual([]);
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
