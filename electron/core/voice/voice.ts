import { levelSamples } from '#shared/level.ts';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';

/** A stretch of sound by sample index; `endSample` is one past its last sample. */
export interface Stretch {
  readonly startSample: number;
  readonly endSample: number;
}

/**
 * Where something was said, judged by loudness alone. Between two stretches there are at least
 * `tuning.silenceMs` without voice, so that a session may begin there without cutting a word.
 */
export interface Voice {
  /** Oldest first. */
  readonly stretches: readonly Stretch[];
  /** The loudness of the room, 0 to 1 of full scale. */
  readonly noiseLevel: number;
}

/** No room is taken to be quieter, so that no hiss is voice: some 66 dB under full scale. */
const quietest = 0.0005;

export const noVoice: Voice = { stretches: [], noiseLevel: quietest };

/** Speech stands out from the noise of its room by some 10 dB. */
const voiceToNoise = 3;

/**
 * The room's noise is followed down at once and up by 0.5 % per chunk of 25 ms: a fan that is
 * switched on counts as silence after some seconds, and the gaps within words keep it down.
 */
const noiseGrowth = 1.005;

const silenceSamples = samplesIn(tuning.silenceMs);

/**
 * The voice after one more chunk of sound.
 *
 * @param levels root mean square of each `levelSamples` of it, 0 to 1; the last is of what is left
 */
export const hearVoice = (voice: Voice, chunk: Stretch, levels: readonly number[]): Voice =>
  levels.reduce((heard, level, index) => {
    const startSample = chunk.startSample + index * levelSamples;
    const isLast = index === levels.length - 1;
    const endSample = isLast ? chunk.endSample : startSample + levelSamples;
    return hearLevel(heard, { startSample, endSample }, level);
  }, voice);

function hearLevel(voice: Voice, chunk: Stretch, level: number): Voice {
  const noiseLevel = Math.max(quietest, Math.min(level, voice.noiseLevel * noiseGrowth));
  if (level < voice.noiseLevel * voiceToNoise) return { ...voice, noiseLevel };
  const { stretches } = voice;
  const last = stretches.at(-1);
  const isPause = last !== undefined && chunk.startSample - last.endSample < silenceSamples;
  return {
    noiseLevel,
    stretches: isPause
      ? stretches.with(-1, { ...last, endSample: chunk.endSample })
      : [...stretches, { startSample: chunk.startSample, endSample: chunk.endSample }],
  };
}

/** One past the newest sample with voice in it before `beforeSample`; null where there is none. */
export function voicedUntil(voice: Voice, beforeSample: number): number | null {
  const last = voice.stretches.findLast(({ startSample }) => startSample < beforeSample);
  return last === undefined ? null : Math.min(last.endSample, beforeSample);
}

/** How many samples of a stretch have voice in them. */
export const voicedIn = ({ stretches }: Voice, { startSample, endSample }: Stretch): number =>
  stretches.reduce(
    (sum, voiced) =>
      sum +
      Math.max(
        0,
        Math.min(voiced.endSample, endSample) - Math.max(voiced.startSample, startSample),
      ),
    0,
  );

/** Lets go of what was said before a sample, but for the stretch next to it. */
export function forgetVoice(voice: Voice, beforeSample: number): Voice {
  const next = voice.stretches.findIndex(({ endSample }) => endSample > beforeSample);
  const kept = voice.stretches.slice(Math.max(0, next - 1));
  return next <= 1 ? voice : { ...voice, stretches: kept };
}

/**
 * A sample in the newest pause before `toSample`, at its end where it is long; null where the voice
 * has not paused since it began.
 */
export function lastPause({ stretches }: Voice, toSample: number): number | null {
  const last = stretches.at(-1);
  if (last === undefined) return toSample;
  if (toSample - last.endSample >= silenceSamples) return toSample;
  const before = stretches.at(-2);
  if (before === undefined) return null;
  const leadSample = last.startSample - samplesIn(tuning.replayLeadMs);
  return Math.max(before.endSample + samplesIn(tuning.voiceSlackMs), leadSample);
}
