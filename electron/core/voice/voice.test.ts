import { expect, test } from 'vitest';
import { levelSamples } from '#shared/level.ts';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import {
  forgetVoice,
  hearVoice,
  lastPause,
  noVoice,
  pauseAt,
  voicedIn,
  voicedUntil,
  withoutVoiceIn,
  type Stretch,
  type Voice,
} from './voice.ts';

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

test('loud sound in a quiet room is voice', () => {
  const { stretches } = heard(...times(5, quiet), ...times(10, loud), ...times(5, quiet));
  expect(stretches).toEqual([{ startSample: 1_600, endSample: 4_800 }]);
});

test('gaps between words are no pause, and 300 ms are one', () => {
  const gap = heard(loud, ...times(14, quiet), loud);
  expect(gap.stretches).toEqual([{ startSample: 0, endSample: 5_120 }]);
  const pause = heard(loud, ...times(15, quiet), loud);
  expect(pause.stretches).toHaveLength(2);
});

test('the noise of a fan counts as silence after a while, and speech over it as voice', () => {
  const fan = heard(...times(1_000, 0.01));
  expect(fan.stretches.at(-1)?.endSample).toBeLessThan(700 * chunkSamples);
  const chunk = { startSample: 320_000, endSample: 320_320 };
  expect(hearVoice(fan, chunk, [loud]).stretches.at(-1)).toEqual(chunk);
});

test('voice has the same samples, whatever the size of the chunks', () => {
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

test('the rest of a chunk after its last full 25 ms has its own level', () => {
  const chunk = { startSample: 800, endSample: 1_300 };
  expect(hearVoice(noVoice, chunk, [quiet, loud]).stretches).toEqual([
    { startSample: 1_200, endSample: 1_300 },
  ]);
});

test('long speech with short gaps stays voice', () => {
  const word = [...times(12, loud), ...times(3, 0.001)];
  const { stretches } = heard(...Array.from({ length: 400 }, () => word).flat());
  expect(stretches).toHaveLength(1);
});

test('exact zeros are not voice', () => {
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

test('a pause begins after 300 ms, and its sample is away from the voice and from now', () => {
  const speaking = heard(...times(10, loud));
  expect(pauseAt(speaking, 3_200 + 4_784)).toBeNull();
  expect(pauseAt(speaking, 3_200 + 4_800)).toBe(3_200 + 2_400);
  expect(pauseAt(speaking, 3_200 + 160_000)).toBe(3_200 + 160_000 - 16_000);
  expect(pauseAt(noVoice, 20_000)).toBe(4_000);
});

test('the newest pause: now, or before the last words, or none', () => {
  const speaking = heard(...times(10, loud));
  expect(lastPause(speaking, 3_200)).toBeNull();
  expect(lastPause(speaking, 8_000)).toBe(pauseAt(speaking, 8_000));
  const again = heard(...times(10, loud), ...times(20, quiet), ...times(10, loud));
  // The pause is shorter than its lead before the last words.
  expect(lastPause(again, 12_800)).toBe(3_200 + samplesIn(tuning.voiceSlackMs));
  expect(lastPause(again, 20_000)).toBe(pauseAt(again, 20_000));
  const later = heard(...times(10, loud), ...times(100, quiet), ...times(10, loud));
  expect(lastPause(later, 38_400)).toBe(35_200 - samplesIn(tuning.replayLeadMs));
});

const stretch = (startSample: number, endSample: number): Stretch => ({ startSample, endSample });

test('sound that is not sent has no voice', () => {
  const voice = { ...noVoice, stretches: [stretch(100, 200), stretch(300, 400)] };
  const without = (startSample: number, endSample: number): readonly Stretch[] =>
    withoutVoiceIn(voice, stretch(startSample, endSample)).stretches;
  expect(without(0, 100)).toEqual(voice.stretches);
  expect(without(200, 300)).toEqual(voice.stretches);
  expect(without(100, 200)).toEqual([stretch(300, 400)]);
  expect(without(150, 350)).toEqual([stretch(100, 150), stretch(350, 400)]);
  expect(without(140, 160)).toEqual([stretch(100, 140), stretch(160, 200), stretch(300, 400)]);
  expect(without(0, 1_000)).toEqual([]);
});

test('a stretch without a sample takes no voice away', () => {
  const voice = { ...noVoice, stretches: [stretch(100, 200)] };
  expect(withoutVoiceIn(voice, stretch(150, 150))).toBe(voice);
});

test('the samples with voice in a stretch', () => {
  const voice = { ...noVoice, stretches: [stretch(100, 200), stretch(300, 400)] };
  expect(voicedIn(voice, stretch(0, 1_000))).toBe(200);
  expect(voicedIn(voice, stretch(150, 320))).toBe(70);
  expect(voicedIn(voice, stretch(210, 290))).toBe(0);
});

test('forgetting keeps the stretch next to the sample, as the edge of the pause', () => {
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

test('silence is never louder than the threshold of speech', () => {
  const { noiseLevel } = heard(...times(10, 0));
  expect(noiseLevel).toBeGreaterThan(0);
  expect(heard(...times(10, 0), 0.0004).stretches).toEqual([]);
});
