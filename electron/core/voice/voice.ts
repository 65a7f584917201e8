import { levelSamples } from '#shared/level.ts';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';

/** A stretch of sound by sample index; `endSample` is one past its last sample. */
export interface Stretch {
  readonly startSample: number;
  readonly endSample: number;
}

/**
 * Where there is speech, judged by loudness alone. Between two stretches there are at least
 * `tuning.silenceMs` without voice, so that a session may begin there without cutting a word.
 */
export interface Voice {
  /** Oldest first. */
  readonly stretches: readonly Stretch[];
  /** The loudness of the room, 0 to 1 of full scale. */
  readonly noiseLevel: number;
}

/** The lowest noise level, so that hiss is not voice: some 66 dB under full scale. */
const quietest = 0.0005;

export const noVoice: Voice = { stretches: [], noiseLevel: quietest };

/** Speech is some 10 dB louder than the noise of its room. */
const voiceToNoise = 3;

/**
 * The noise level falls at once and rises by 0.5 % per chunk of 25 ms. So the noise of a fan counts as
 * silence after some seconds, and the gaps within speech keep the level down.
 */
const noiseGrowth = 1.005;

const silenceSamples = samplesIn(tuning.silenceMs);

/**
 * The voice after one more chunk of sound.
 *
 * @param levels root mean square of each `levelSamples` of it, 0 to 1; the last piece may be shorter
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

/** The voice without that of a stretch of sound which is not sent. */
export const withoutVoiceIn = (voice: Voice, { startSample, endSample }: Stretch): Voice =>
  startSample >= endSample
    ? voice
    : {
        ...voice,
        stretches: voice.stretches.flatMap((voiced) => [
          ...(voiced.startSample < startSample
            ? [{ ...voiced, endSample: Math.min(voiced.endSample, startSample) }]
            : []),
          ...(voiced.endSample > endSample
            ? [{ ...voiced, startSample: Math.max(voiced.startSample, endSample) }]
            : []),
        ]),
      };

/** One past the newest sample with voice before `beforeSample`; null if there is none. */
export function voicedUntil(voice: Voice, beforeSample: number): number | null {
  const last = voice.stretches.findLast(({ startSample }) => startSample < beforeSample);
  return last === undefined ? null : Math.min(last.endSample, beforeSample);
}

/** How many samples of a stretch have voice. */
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

/** Drops the stretches before a sample, except the one next to it. */
export function forgetVoice(voice: Voice, beforeSample: number): Voice {
  const next = voice.stretches.findIndex(({ endSample }) => endSample > beforeSample);
  const kept = voice.stretches.slice(Math.max(0, next - 1));
  return next <= 1 ? voice : { ...voice, stretches: kept };
}

/** A sample in the pause that goes on at `toSample`, away from both of its ends; null if there is none. */
export function pauseAt({ stretches }: Voice, toSample: number): number | null {
  const last = stretches.at(-1);
  const pauseSamples = last === undefined ? Infinity : toSample - last.endSample;
  if (pauseSamples < silenceSamples) return null;
  // A word may have begun already: soft beginnings are no voice yet.
  return toSample - Math.min(samplesIn(tuning.replayLeadMs), Math.floor(pauseSamples / 2));
}

/**
 * A sample in the newest pause before `toSample`, near its end if it is long; null if the voice has not
 * paused since it began.
 */
export function lastPause(voice: Voice, toSample: number): number | null {
  const pause = pauseAt(voice, toSample);
  const [before, last] = voice.stretches.slice(-2);
  if (pause !== null || before === undefined || last === undefined) return pause;
  const leadSample = last.startSample - samplesIn(tuning.replayLeadMs);
  return Math.max(before.endSample + samplesIn(tuning.voiceSlackMs), leadSample);
}
