import { expect, test } from 'vitest';
import { levelSamples } from '#shared/level.ts';
import { forgetVoice, hearVoice, lastPause, noVoice, voicedUntil, type Voice } from './voice.ts';

const chunkSamples = 320;

/** Hears chunks of 20 ms, each with its level, from the beginning. */
const heard = (...levels: number[]): Voice =>
  levels.reduce(
    (voice, level, index) =>
      hearVoice(
        voice,
        { startSample: index * chunkSamples, endSample: (index + 1) * chunkSamples },
        [level],
      ),
    noVoice,
  );

const times = (count: number, level: number): number[] => Array<number>(count).fill(level);

const quiet = 0.0003;
const loud = 0.1;

test('what is loud in a quiet room is voice', () => {
  const { stretches } = heard(...times(5, quiet), ...times(10, loud), ...times(5, quiet));
  expect(stretches).toEqual([{ startSample: 1_600, endSample: 4_800 }]);
});

test('the gaps between words are no pause, 300 ms are', () => {
  const gap = heard(loud, ...times(14, quiet), loud);
  expect(gap.stretches).toEqual([{ startSample: 0, endSample: 5_120 }]);
  const pause = heard(loud, ...times(15, quiet), loud);
  expect(pause.stretches).toHaveLength(2);
});

test('a fan that goes on and on becomes silence, and speech over it stays voice', () => {
  const fan = heard(...times(1_000, 0.01));
  expect(fan.stretches.at(-1)?.endSample).toBeLessThan(700 * chunkSamples);
  const chunk = { startSample: 320_000, endSample: 320_320 };
  expect(hearVoice(fan, chunk, [loud]).stretches.at(-1)).toEqual(chunk);
});

test('voice is found in the same places however large the pieces are that sound comes in', () => {
  const levels = [quiet, loud, loud, ...times(13, quiet), loud, quiet];
  const pieces = (size: number): Voice => {
    let voice = noVoice;
    for (let from = 0; from < levels.length; from += size) {
      const chunk = { startSample: from * levelSamples, endSample: (from + size) * levelSamples };
      voice = hearVoice(voice, chunk, levels.slice(from, from + size));
    }
    return voice;
  };
  expect(pieces(2)).toEqual(pieces(1));
  expect(pieces(9)).toEqual(pieces(1));
  expect(pieces(1).stretches).toHaveLength(2);
});

test('what is left of a piece behind its last 25 ms is judged by a level of its own', () => {
  const chunk = { startSample: 800, endSample: 1_300 };
  expect(hearVoice(noVoice, chunk, [quiet, loud]).stretches).toEqual([
    { startSample: 1_200, endSample: 1_300 },
  ]);
});

test('speech with its short gaps stays voice, however long it goes on', () => {
  const word = [...times(12, loud), ...times(3, 0.001)];
  const { stretches } = heard(...Array.from({ length: 400 }, () => word).flat());
  expect(stretches).toHaveLength(1);
});

test('exact zeros are no voice, before nor after', () => {
  expect(heard(...times(50, 0)).stretches).toEqual([]);
  expect(heard(...times(50, 0), 0.0001).stretches).toEqual([]);
});

test('the newest voice before a sample', () => {
  const voice = heard(...times(10, loud), ...times(20, quiet), ...times(10, loud));
  expect(voicedUntil(voice, 20_000)).toBe(12_800);
  expect(voicedUntil(voice, 10_000)).toBe(10_000);
  expect(voicedUntil(voice, 9_000)).toBe(3_200);
  expect(voicedUntil(voice, 9_600)).toBe(3_200);
  expect(voicedUntil(noVoice, 9_000)).toBeNull();
});

test('the newest pause: now, or before the last words, or none', () => {
  expect(lastPause(noVoice, 5_000)).toBe(5_000);
  const speaking = heard(...times(10, loud));
  expect(lastPause(speaking, 3_200)).toBeNull();
  expect(lastPause(speaking, 3_200 + 4_800)).toBe(8_000);
  const again = heard(...times(10, loud), ...times(20, quiet), ...times(10, loud));
  const pause = lastPause(again, 12_800) ?? 0;
  expect(pause).toBeGreaterThan(3_200);
  expect(pause).toBeLessThan(9_600);
});

test('what is forgotten leaves the stretch next to it, as the edge of the pause', () => {
  const voice = heard(
    ...times(10, loud),
    ...times(20, quiet),
    ...times(10, loud),
    ...times(20, quiet),
    ...times(10, loud),
  );
  expect(forgetVoice(voice, 20_000).stretches).toEqual(voice.stretches.slice(1));
  expect(forgetVoice(voice, 12_800).stretches).toEqual(voice.stretches.slice(1));
  expect(forgetVoice(voice, 5_000)).toBe(voice);
  expect(forgetVoice(voice, 0)).toBe(voice);
});

test('silence is never louder than what speech is measured by', () => {
  const { noiseLevel } = heard(...times(10, 0));
  expect(noiseLevel).toBeGreaterThan(0);
  expect(heard(...times(10, 0), 0.0004).stretches).toEqual([]);
});
