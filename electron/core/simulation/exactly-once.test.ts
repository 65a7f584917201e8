import { describe, expect, test } from 'vitest';
import { calm, lost, restsIn, stopAfter, textsOf } from './conditions.fixture.ts';
import { say, vocabulary, type SaidWord } from './speech.fixture.ts';
import type { Fault } from './line.fixture.ts';
import type { Conditions, Outcome } from './life.fixture.ts';
import { live } from './world.fixture.ts';

/* In virtual time: wherever the line is cut, every word is there, and none is there twice. */

/** The line is cut at every third frame, and at each one in `npm run test:slow`. */
const cutStep = Number(process.env.CAPTIONKEY_REPLAY_CUT_STEP ?? 3);

/** Turns of a few words each, with short gaps between words and a long one between turns. */
const turnsOf = (turns: number, wordsPerTurn: number): SaidWord[] =>
  say(
    Array.from({ length: turns * wordsPerTurn }, (_, index) => ({
      text: vocabulary[(index * 3 + (index >> 2)) % vocabulary.length] ?? '',
      durationMs: 180,
      pauseMs: index % wordsPerTurn === wordsPerTurn - 1 ? 900 : 90,
    })),
    300,
  );

const tenTurns = turnsOf(10, 5);
const sixTurns = turnsOf(6, 4);

describe.each<[string, SaidWord[], () => Conditions, number]>([
  ['ten turns', tenTurns, calm, 10],
  [
    'a session that is kept warm over two rests',
    sixTurns,
    () => ({
      ...calm(),
      warmMs: 20_000,
      rests: restsIn(sixTurns, [
        { afterWord: 7, lengthMs: 10_000 },
        { afterWord: 15, lengthMs: 1_000 },
      ]),
    }),
    6,
  ],
])('%s, and the line is cut once', (_what, said, conditions, turns) => {
  const run = (faults: Fault[]): Outcome =>
    live(said, stopAfter(said), { ...conditions(), faults });

  const cutAt = (at: Fault['at'], reportedAfterMs: number): string[] =>
    run([{ connection: 0, at, reportedAfterMs, failure: lost }]).words;

  test('nothing is lost without a cut, and it is one connection', () => {
    const whole = run([]);
    expect(whole.words).toEqual(textsOf(said));
    expect(whole.turns).toHaveLength(turns);
    expect(whole.connections).toBe(1);
    expect(whole.listening.segments).toEqual([]);
  });

  test.each([0, 2_500])('between any two frames, reported after %d ms', (reportedAfterMs) => {
    const { frames } = run([]);
    for (let frame = 1; frame <= frames; frame += cutStep)
      expect(cutAt({ frame }, reportedAfterMs), `cut at frame ${frame}`).toEqual(textsOf(said));
  });

  test.each([0, 2_500])('before any message, reported after %d ms', (reportedAfterMs) => {
    expect(cutAt({ begin: true }, reportedAfterMs)).toEqual(textsOf(said));
    const { messages } = run([]);
    for (let message = 1; message <= messages; message++)
      expect(cutAt({ message }, reportedAfterMs), `cut at message ${message}`).toEqual(
        textsOf(said),
      );
  });
});

test('what is sent again and heard as other words is still there once', () => {
  const said = turnsOf(4, 12);
  const run = (seed: number, faults: Fault[]): Outcome =>
    live(said, stopAfter(said), {
      ...calm(seed),
      misheard: 0.05,
      // Finals in the middle of speech: only words before them are heard again.
      endpointsMs: [1_500, 2_700, 5_500, 6_800, 9_500, 12_800],
      faults,
    });
  const { frames } = run(1, []);
  for (let frame = 1; frame <= frames; frame += cutStep) {
    const fault = { connection: 0, at: { frame }, reportedAfterMs: 0, failure: lost };
    expect(run(frame, [fault]).words, `cut at frame ${frame}`).toHaveLength(said.length);
  }
});
