import { expect, test } from 'vitest';
import { LevelSteps } from './level-steps.ts';

/** The levels of four steps are -60, -45, -30, -15 and 0 dB. */
const rmsAt = (db: number): number => 10 ** (db / 20);

/** Passes chunks of 25 ms to a meter. Returns its positions, and the chunk of each. */
const moves = (dbs: number[], steps = 4): { chunk: number; to: number }[] => {
  const meter = new LevelSteps(steps);
  return dbs.flatMap((db, chunk) => {
    const to = meter.hear(rmsAt(db), 25 * chunk);
    return to === null ? [] : [{ chunk, to }];
  });
};

const chunks = (count: number, db: number): number[] => Array.from({ length: count }, () => db);

test('a louder sound moves the meter at once', () => {
  expect(moves([-60, -60, -30, -30, -15])).toEqual([
    { chunk: 2, to: 0.5 },
    { chunk: 4, to: 0.75 },
  ]);
});

test('loudness within a step moves nothing', () => {
  expect(moves([-31, -29, -30, -32, -28, ...chunks(400, -30)])).toEqual([{ chunk: 0, to: 0.5 }]);
});

test('the gaps between syllables do not move the meter', () => {
  const syllable = [...chunks(5, -30), ...chunks(3, -50)];
  const speech = Array.from({ length: 50 }, () => syllable).flat();
  expect(moves(speech)).toEqual([{ chunk: 0, to: 0.5 }]);
});

test('the meter falls once a sound is over, and stays down', () => {
  const fallen = moves([...chunks(4, -30), ...chunks(400, -60)]);
  expect(fallen[0]).toEqual({ chunk: 0, to: 0.5 });
  expect(fallen.slice(1).map(({ to }) => to)).toEqual([0]);
});

test('more steps show smaller differences', () => {
  expect(moves([-30, -26], 20)).toHaveLength(2);
});
