import { describe, expect, test } from 'vitest';
import type { Voice } from '../voice/voice.ts';
import { boundaryAt, costAfter, costBefore } from './boundary.ts';
import { acrossCost, costsOf, endCost } from './forced-endpoint-costs.ts';
import { costOfPauseInTurn } from './pause-in-turn.ts';
import { rateCosts } from './speech-rate.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';
import { weights } from './weights.ts';

/* What each assumption on a turn after a ForceEndpoint costs: the sums that decide in boundTurn. */

const word = (fromMs: number, toMs: number): SpokenWord => ({
  ...{ text: 'word', ...stretch(fromMs, toMs) },
});
const untimed = (fromMs: number, toMs: number): SpokenWord => ({
  ...{ ...word(fromMs, toMs), isUntimed: true },
});

const endpointAt = (ms: number, { hasFinal = false, isInBacklog = false } = {}) => ({
  ...{ sample: at(ms), openTurn: null, hasFinal, isInBacklog },
});

/** A turn that arrived when this much sound was sent. */
const turnOf = (words: SpokenWord[], sentToMs: number, { hasPartial = false } = {}) => ({
  ...{ order: 1, isFinal: true, hasPartial, words, sentIn: stretch(0, sentToMs) },
});

const knownOf = (voice: Voice, final: SpokenWord[], forcedEndpoints = [endpointAt(2_000)]) => ({
  ...{ forcedEndpoints, sessionWords: final, sessionTurns: 1, voice },
});

/** ForceEndpoint was sent in the pause between two sentences. */
const paused = voiceIn([500, 1_800], [2_600, 4_000]);
const [wordBefore, wordAfter] = [word(1_000, 1_800), word(2_600, 4_000)];
const closeTo = (cost: number): unknown => expect.closeTo(cost);
/** The costs of either side. */
const sides = (before: number, after: number) => ({
  ...{ before: closeTo(before), after: closeTo(after) },
});
const { impossible, endsNoTurn, lacksFinal, onItsWay } = weights;

describe('a turn on both sides of ForceEndpoint', () => {
  const across = (...words: SpokenWord[]) => acrossCost(words, boundaryAt(paused, at(2_000)));

  test('costs that ForceEndpoint ended no turn, if the times of its words are likely', () => {
    expect(across(wordBefore, wordAfter)).toBe(endsNoTurn);
    expect(across(wordBefore, wordAfter, wordAfter)).toBe(endsNoTurn);
    expect(across(wordBefore, wordBefore, wordAfter)).toBe(endsNoTurn);
  });

  test('has a word on each side: all words on one side are impossible', () => {
    expect(across(wordBefore, wordBefore)).toBe(endsNoTurn + impossible);
    expect(across(wordAfter, wordAfter)).toBe(endsNoTurn + impossible);
    expect(across(wordBefore)).toBe(Infinity);
  });
});

describe('the end of a turn after ForceEndpoint', () => {
  const cost = (voice: Voice, { isFinal = true, others = [2_000] } = {}) =>
    endCost(
      endpointAt(2_000),
      { ...turnOf([], 5_000), isFinal },
      knownOf(
        voice,
        [],
        others.map((ms) => endpointAt(ms)),
      ),
    );
  const goesOn = voiceIn([500, 2_000], [2_600, 6_000]);

  test('costs nothing if the voice paused', () => {
    expect(cost(voiceIn([500, 1_800], [2_600, 4_990], [5_500, 6_000]))).toBe(0);
  });

  test.each([
    ['went on', goesOn],
    ['had not paused yet', voiceIn([500, 2_000], [2_600, 5_000])],
  ])('is unlikely if the voice %s', (_what, voice) => {
    expect(cost(voice)).toBe(weights.endsInSpeech);
  });

  test('costs nothing if a later ForceEndpoint ended the turn, or it has not ended', () => {
    expect(cost(goesOn, { others: [2_000, 4_000] })).toBe(0);
    expect(cost(goesOn, { isFinal: false })).toBe(0);
  });
});

describe('the first turn, if a word began just before ForceEndpoint', () => {
  const begun = voiceIn([1_800, 2_200]);
  const costs = (words: SpokenWord[], sentToMs = 2_300, more = {}) => {
    const endpoint = endpointAt(2_000, more);
    return costsOf(endpoint, turnOf(words, sentToMs, more), knownOf(begun, []));
  };
  const beforeCost = (sentToMs: number, more = {}) =>
    costs([word(1_800, 2_070)], sentToMs, more).before;

  test('may be on either side, by the times of its words', () => {
    expect(costs([word(1_800, 2_070)])).toEqual({ before: 0, after: 6 + endsNoTurn });
  });

  test('may be on either side, by the length of the voice', () => {
    const { before, after } = costs([untimed(0, 2_300)]);
    expect(before).toBeCloseTo(0);
    expect(after).toBeCloseTo(endsNoTurn);
  });

  test.each([
    [300, 0],
    [800, 0.5],
    [1_050, 0.75],
  ])('costs as an answer after %i ms as much as it is late', (waitedMs, lateSeconds) => {
    const expected = lateSeconds * weights.lateAnswer.perSecond;
    expect(beforeCost(2_000 + waitedMs)).toBeCloseTo(expected);
  });

  test('costs as an answer no more than the most, because the line may be held up', () => {
    expect(beforeCost(60_000)).toBe(weights.lateAnswer.most);
  });

  test('costs as an answer that it had a partial', () => {
    expect(beforeCost(2_300, { hasPartial: true })).toBe(weights.partialOnItsWay);
  });

  test('may be an answer after any time in a backlog', () => {
    expect(beforeCost(60_000, { isInBacklog: true, hasPartial: true })).toBe(0);
  });
});

test('the first turn is the answer to ForceEndpoint if whole words were said before it', () => {
  const voice = voiceIn([500, 1_500], [1_800, 2_400]);
  const turn = turnOf([word(1_900, 2_600)], 3_000);
  expect(costsOf(endpointAt(2_000), turn, knownOf(voice, []))).toEqual({
    ...{ before: 0, after: impossible },
  });
});

describe('a turn whose words have times, after final words', () => {
  const next = word(1_700, 2_840);

  /** What the costs of either side are beside those of the times of the next word. */
  const rest = (final: SpokenWord, voice = paused, more = {}) => {
    const boundary = boundaryAt(voice, at(2_000));
    const turn = turnOf([next], 5_000);
    const { before, after } = costsOf(endpointAt(2_000, more), turn, knownOf(voice, [final]));
    return {
      before: before - costBefore(next, boundary),
      after: after - costAfter(next, boundary),
    };
  };

  test('is of the sound before ForceEndpoint if voice there has no final', () => {
    expect(rest(word(600, 1_600))).toEqual(sides(0, impossible));
    expect(rest(word(600, 1_739))).toEqual(sides(0, impossible));
  });

  test('is of the sound after it if the finals reach to the end of the voice before it', () => {
    expect(rest(word(600, 1_740))).toEqual(sides(impossible, 0));
  });

  test('is of the sound after it if only a pause that is too short to find follows the finals', () => {
    const goesOn = voiceIn([500, 2_500]);
    expect(rest(word(600, 1_700), goesOn)).toEqual(sides(impossible, 0));
    expect(rest(word(600, 1_699), goesOn)).toEqual(sides(0, impossible));
  });

  test('may be on either side if a word began just before ForceEndpoint', () => {
    const begun = voiceIn([500, 1_000], [1_700, 2_400]);
    const [live, inBacklog] = [{ hasFinal: true }, { hasFinal: true, isInBacklog: true }];
    expect(rest(word(600, 1_000), begun)).toEqual(sides(0, endsNoTurn));
    expect(rest(word(600, 1_000), begun, live)).toEqual(sides(onItsWay.live, 0));
    expect(rest(word(600, 1_000), begun, inBacklog)).toEqual(sides(onItsWay.inBacklog, 0));
  });

  test('may be on either side if the last final word may have ended before a pause', () => {
    const twice = voiceIn([500, 900], [1_300, 1_800], [2_600, 4_000]);
    expect(rest(word(600, 1_800), twice)).toEqual(sides(lacksFinal, 0));
    expect(rest(word(960, 1_800), twice)).toEqual(sides(lacksFinal, 0));
    expect(rest(word(961, 1_800), twice)).toEqual(sides(impossible, 0));
    expect(rest(word(600, 1_800), twice, { hasFinal: true })).toEqual(sides(onItsWay.live, 0));
  });

  test('may be on either side if the final words have no times', () => {
    expect(rest(untimed(0, 1_950))).toEqual(sides(lacksFinal, 0));
  });
});

describe('a turn without times after final words without times', () => {
  /** Two words with a pause between them, ForceEndpoint, and another word. */
  const three = voiceIn([0, 200], [1_000, 1_200], [2_050, 2_250]);
  const final = untimed(0, 2_000);
  const costs = (
    { hasFinal = false, isInBacklog = false, hasPartial = false } = {},
    { voice = three, newest = final, others = [2_000] } = {},
  ) =>
    costsOf(
      endpointAt(2_000, { hasFinal, isInBacklog }),
      turnOf([untimed(0, 2_300)], 2_300, { hasPartial }),
      knownOf(
        voice,
        [newest],
        others.map((ms) => endpointAt(ms)),
      ),
    );

  const { after: oneWordInTwo } = rateCosts(
    ...([{ before: 1, next: 1 }, { ...stretch(0, 2_300), boundary: at(2_000) }, three] as const),
  );
  /** The final word took all voice before ForceEndpoint, over the pause. */
  const tookAll = oneWordInTwo + costOfPauseInTurn(at(800));

  test('fits the voice on either side', () => {
    expect(costs()).toEqual(sides(lacksFinal, tookAll));
    expect(costs({ hasFinal: true })).toEqual(sides(onItsWay.live, tookAll));
  });

  test('mostly had a partial in a backlog if it is of the sound after ForceEndpoint', () => {
    const { inBacklog } = onItsWay;
    const backlog = { hasFinal: true, isInBacklog: true };
    expect(costs(backlog)).toEqual(sides(inBacklog, tookAll + weights.noPartialInBacklog));
    expect(costs({ ...backlog, hasPartial: true })).toEqual(
      sides(inBacklog + weights.partialInBacklog, tookAll),
    );
    expect(costs(backlog, { others: [2_000, 4_000] })).toEqual(sides(inBacklog, tookAll));
  });

  test('may go on with a word that began just before ForceEndpoint', () => {
    const begun = { voice: voiceIn([0, 200], [1_800, 2_200]), newest: untimed(0, 1_000) };
    expect(costs({}, begun)).toEqual(sides(0, oneWordInTwo + endsNoTurn));
  });

  /** The final word took all voice before ForceEndpoint. */
  const unbroken = voiceIn([1_000, 2_500]);

  test('is of the sound after the answer if the voice before it had no pause for two turns', () => {
    expect(costs({ hasFinal: true }, { voice: unbroken }).before).toBe(Infinity);
  });

  test('may be of the sound before ForceEndpoint if that has no answer, whatever its pauses', () => {
    const newest = untimed(0, 1_950);
    expect(costs({}, { voice: unbroken, newest })).toEqual(
      sides(costBefore(untimed(0, 2_300), boundaryAt(unbroken, at(2_000))) + lacksFinal, 0),
    );
  });

  test('is of the sound before ForceEndpoint if voice there has no final', () => {
    const voice = voiceIn([500, 1_800], [2_050, 2_250]);
    expect(costs({}, { voice, newest: untimed(0, 1_000) })).toEqual(
      sides(costBefore(untimed(0, 2_300), boundaryAt(voice, at(2_000))), impossible),
    );
  });
});
