import { millisecondsOf, samplesIn } from '../audio-format.ts';
import type { Failure } from '../assemblyai/failure.ts';
import type { SaidWord } from './speech.fixture.ts';
import type { Conditions, Rest } from './life.fixture.ts';

/** Numbers from 0 to 1, the same again for the same seed (Park and Miller). */
function randomFrom(seed: number): () => number {
  // Small consecutive seeds would begin with similar numbers.
  let state = (seed * 48_271) % 2_147_483_647;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** Nothing goes wrong, except inexact word times. */
export const calm = (seed = 1): Conditions => ({
  random: randomFrom(seed),
  earlyMs: 1_000,
  badTimesPercent: 0,
  longestTurnMs: 60_000,
  turnSilenceMs: 400,
  longestBacklogMs: 8_000,
  lineDelayMs: 40,
  answerMs: 200,
  faults: [],
  outages: [],
  endpointsMs: [],
  renewalsMs: [],
  misheard: 0,
  softMs: 0,
  warmMs: 0,
  rests: [],
  hasPreRoll: false,
  areApart: false,
  killedAtMs: null,
});

export const lost: Failure = { cause: 'closed', code: 1006 };

/** A breath after a word. */
const breathMs = 300;

/** The end of what is said, and a breath more. */
export const stopAfter = (said: readonly SaidWord[]): number =>
  millisecondsOf(said.at(-1)?.endSample ?? 0) + breathMs;

export const textsOf = (said: readonly SaidWord[]): string[] => said.map(({ text }) => text);

/** A rest after a word, by the word's index. */
export interface WantedRest {
  afterWord: number;
  lengthMs: number;
}

/** The rests whose pause is long enough: for a breath, the tail of a stop, and as much again. */
export const restsIn = (said: readonly SaidWord[], wanted: readonly WantedRest[]): Rest[] =>
  said.flatMap((word, index) => {
    const next = said[index + 1];
    const rest = wanted.find(({ afterWord }) => afterWord === index);
    const isLong = next !== undefined && next.startSample - word.endSample >= samplesIn(600);
    return rest !== undefined && isLong
      ? [{ atMs: millisecondsOf(word.endSample) + breathMs, lengthMs: rest.lengthMs }]
      : [];
  });
