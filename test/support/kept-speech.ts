import { expect } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { samplesIn } from '../../electron/core/audio-format.ts';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import { compareSound } from './compare-sound.ts';
import { between, recording, sentences } from './recording.ts';
import { samplesOf } from './service.ts';

/* What is left of the recording that was played into the microphone of an app that was killed. */

/** How much of it the WAV file at `path` holds; its sound is compared as far as that goes. */
export async function playedSamplesKept(path: string): Promise<number> {
  const kept = await readWavFile(path);
  if (!kept.ok) throw new Error(sentenceOf(kept.problem));
  const samples = samplesOf(kept.value);
  const { lagSamples } = compareSound(between(0, 2_500), samples.subarray(0, 5 * 16_000));
  const heard = Math.min(samples.length - lagSamples, recording.pcm.length);
  expect(compareSound(recording.pcm.slice(0, heard), samples).shiftSamples).toBe(0);
  return heard;
}

const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean);

/** Every word with recorded sound is stored once and in its place; half a word may be stored or not. */
export function expectStored(texts: string[], playedSamples: number): void {
  const words = recording.turns.flatMap((turn) => turn.words);
  const whole = words.filter(({ endMs }) => samplesIn(endMs) <= playedSamples).length;
  const stored = plain(texts.join(' '));
  const said = plain(sentences.join(' '));
  expect(stored.slice(0, whole)).toEqual(said.slice(0, whole));
  expect(stored.slice(whole)).toEqual(
    said.slice(whole, whole + stored.slice(whole, whole + 1).length),
  );
}
