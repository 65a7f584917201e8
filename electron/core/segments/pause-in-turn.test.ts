import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { noVoice, type Voice } from '../voice/voice.ts';
import { costOfPauseInTurn, costOfTurnsIn } from './pause-in-turn.ts';
import { at, stretch } from './voice.fixture.ts';

test('a turn goes on over a pause at a cost that grows with its length', () => {
  expect([100, 399, 400, 999, 1_000, 5_000].map((ms) => costOfPauseInTurn(at(ms)))).toEqual([
    ...[1, 1, 2, 2, 4, 4],
  ]);
});

/** Words at 0, 1, 2 and 4 s; the pauses between them are of 0.35, 0.6 and 1.5 s. */
const voice: Voice = {
  ...noVoice,
  stretches: [
    [0, 650],
    [1_000, 1_400],
    [2_000, 2_500],
    [4_000, 4_500],
  ].map(([from = 0, to = 0]) => ({ startSample: at(from), endSample: at(to) })),
};
const all = { startSample: 0, endSample: at(5_000) };

test('turns end at the longest pauses, and go on over the others', () => {
  expect([1, 2, 3].map((turns) => costOfTurnsIn(voice, turns, all))).toEqual([6, 2, 0]);
});

test('only pauses within the stretch count', () => {
  expect(costOfTurnsIn(voice, 1, { ...all, endSample: at(3_000) })).toBe(2);
  expect(costOfTurnsIn(voice, 1, { ...all, startSample: at(1_500) })).toBe(4);
});

test('voice that only touches the stretch does not count', () => {
  expect(costOfTurnsIn(voice, 1, { startSample: at(2_500), endSample: at(5_000) })).toBe(0);
  expect(costOfTurnsIn(voice, 1, { startSample: at(1_500), endSample: at(4_000) })).toBe(0);
});

test('a pause of the length that ends some turns is a clear one', () => {
  const [one, other] = [stretch(0, 500), stretch(500 + tuning.clearPauseMs, 1_500)];
  expect(costOfTurnsIn({ ...noVoice, stretches: [one, other] }, 2, all)).toBe(0);
});

test('voice without any turn costs no less than one turn', () => {
  expect(costOfTurnsIn(voice, 0, all)).toBe(6);
});

test('a turn ends in a clear pause: others cost, and no pause costs more', () => {
  expect([4, 5, 6].map((turns) => costOfTurnsIn(voice, turns, all))).toEqual([0.75, 2.25, 3.75]);
});
