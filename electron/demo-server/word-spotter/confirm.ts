import type { History } from './history.ts';
import { dot } from './band-energies.ts';
import { energyOf, type Template } from './template.ts';

/** Samples either way that a frame of the coarse search may be off, and a few to overlap. */
export const searchReach = 88;

/** Samples that interpolation between samples looks to either side. */
export const interpolationReach = 8;

/** Sound may arrive a fraction of a sample earlier or later than it was recorded, mostly neither. */
const fractions = [0, ...[1, 2, 3, 4].flatMap((eighths) => [eighths / 8, -eighths / 8])];

/** 25 ms: every such part of a word has to be there, at the same place and loudness. */
const partLength = 400;

/** Below this correlation no fraction of a sample can help. */
const worthALook = 0.7;

/** The first look at a position compares one sample of so many, and errs by less than `roughError`. */
const roughStep = 8;
const roughError = 0.1;

/**
 * What may remain when the template is taken away from the sound: a share of what the part holds,
 * for resamplers, and a share of usual speech, for noise. A lost or repeated 50 ms leaves about
 * twice the part.
 */
const partTolerance = 0.3;
const noiseTolerance = 0.006;

/**
 * Looks for a template in the sound, sample by sample.
 *
 * @param around position of the first sample, as far as the coarse search knows it; the sound
 *   reaches `searchReach` and `interpolationReach` beyond the word there
 * @returns position of the first sample, or undefined where the sound is not that of the word
 */
export function confirm(template: Template, sound: History, around: number): number | undefined {
  const { samples } = template;
  const start = mostAlike(samples, sound, around);
  if (start === undefined) return undefined;
  const nearby = sound.view(
    start - interpolationReach,
    start + samples.length + interpolationReach,
  );
  const fits = fractions.some((fraction) => isSameSound(template, shifted(nearby, fraction)));
  return fits ? start : undefined;
}

function isSameSound({ samples, speechPower }: Template, heard: Float32Array): boolean {
  const gain = dot(samples, heard) / energyOf(samples);
  for (let start = 0; start < samples.length; start += partLength) {
    const part = samples.subarray(start, start + partLength);
    let remainder = 0;
    for (let n = 0; n < part.length; n++) {
      remainder += ((heard[start + n] ?? 0) / gain - (part[n] ?? 0)) ** 2;
    }
    const tolerated = partTolerance * energyOf(part) + noiseTolerance * speechPower * part.length;
    if (remainder > tolerated) return false;
  }
  return true;
}

/**
 * Every position is tried: one pitch period further, speech is nearly as much like itself as it is
 * one sample further. A rough look leaves few positions for the thorough one.
 */
function mostAlike(samples: Float32Array, sound: History, around: number): number | undefined {
  const first = Math.max(around - searchReach, interpolationReach);
  const nearby = sound.view(first, around + searchReach + samples.length);
  const count = around + searchReach - first + 1;
  const rough = Array.from({ length: count }, (_, at) =>
    correlation(samples, nearby, at, roughStep),
  );
  const least = Math.max(worthALook, ...rough) - 2 * roughError;
  let best: { at?: number; correlation: number } = { correlation: worthALook };
  for (const [at, roughly] of rough.entries()) {
    if (roughly < least) continue;
    const found = correlation(samples, nearby, at, 1);
    if (found > best.correlation) best = { at, correlation: found };
  }
  return best.at === undefined ? undefined : first + best.at;
}

/** How alike the samples and the sound from a position are, by one sample of so many. */
function correlation(samples: Float32Array, sound: Float32Array, at: number, step: number): number {
  let product = 0;
  let energy = 0;
  let heardEnergy = 0;
  for (let n = 0; n < samples.length; n += step) {
    const sample = samples[n] ?? 0;
    const heard = sound[at + n] ?? 0;
    product += sample * heard;
    energy += sample * sample;
    heardEnergy += heard * heard;
  }
  return product / Math.sqrt(energy * heardEnergy);
}

/** The sound between the samples: a windowed sinc, moved by a fraction of a sample. */
function shifted(samples: Float32Array, fraction: number): Float32Array {
  if (fraction === 0) return samples.subarray(interpolationReach, -interpolationReach);
  const taps = Float32Array.from({ length: 2 * interpolationReach }, (_, index) => {
    const x = index - interpolationReach + 1 - fraction;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / (interpolationReach + 1)));
  });
  const output = new Float32Array(samples.length - 2 * interpolationReach);
  for (let n = 0; n < output.length; n++) {
    let sum = 0;
    for (let k = 0; k < taps.length; k++) sum += (taps[k] ?? 0) * (samples[n + k + 1] ?? 0);
    output[n] = sum;
  }
  return output;
}
