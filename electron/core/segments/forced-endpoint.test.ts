import { describe, expect, test } from 'vitest';
import { isAnswer, withForcedEndpoint } from './forced-endpoint.ts';
import { at, stretch } from './voice.fixture.ts';

const sent = { sample: at(2_000), isInBacklog: false };

describe('ForceEndpoint', () => {
  const openTurnOf = (...turns: [order: number, isFinal: boolean][]) =>
    withForcedEndpoint([], sent, new Map(turns.map(([order, isFinal]) => [order, { isFinal }])))[0]
      ?.openTurn;

  test('has no answer yet, after those that were sent before', () => {
    const [before, newest] = withForcedEndpoint(
      [{ ...sent, sample: at(1_000), openTurn: null, hasFinal: true }],
      sent,
      new Map(),
    );
    expect(before).toMatchObject({ sample: at(1_000), hasFinal: true });
    expect(newest).toMatchObject({ ...sent, hasFinal: false });
  });

  test('has the newest open turn', () => {
    expect(openTurnOf([1, true], [2, false], [5, false], [7, true])).toBe(5);
  });

  test('has no open turn if all are final', () => {
    expect(openTurnOf()).toBeNull();
    expect(openTurnOf([1, true])).toBeNull();
  });
});

describe('a final without words', () => {
  const known = [3, null].map((openTurn) => ({ ...sent, openTurn, hasFinal: false }));
  const isAnswerAt = (order: number, endpoints = known) =>
    isAnswer(endpoints, { order, words: [] });

  test('answers ForceEndpoint if its turn was open then', () => {
    expect(isAnswerAt(2)).toBe(true);
    expect(isAnswerAt(3)).toBe(true);
  });

  test('answers none if its turn began later', () => {
    expect(isAnswerAt(4)).toBe(false);
  });

  test('answers none if no turn was open', () => {
    expect(isAnswerAt(0, known.slice(1))).toBe(false);
  });
});

test('a final with words may be an answer, whether its turn was open or not', () => {
  const words = [{ text: 'word', ...stretch(1_500, 1_900) }];
  expect(isAnswer([{ ...sent, openTurn: null, hasFinal: false }], { order: 4, words })).toBe(true);
});
