import type { History } from './history.ts';
import { dot } from './band-energies.ts';
import { energyOf, type Template } from './template.ts';

/** How many samples the coarse search may be off, plus a few so that searches overlap. */
export const searchReach = 88;

/** How many samples the interpolation needs on either side. */
export const interpolationReach = 8;

/** Sound may be shifted by a fraction of a sample. Usually it is not, so 0 comes first. */
const fractions = [0, ...[1, 2, 3, 4].flatMap((eighths) => [eighths / 8, -eighths / 8])];

/** 25 ms. Each such part of a word must match, at the same place and loudness. */
const partLength = 400;

/** Below this correlation no fraction of a sample can help. */
const minCorrelation = 0.7;

/** The rough comparison takes every 8th sample. Its error is less than `roughError`. */
const roughStep = 8;
const roughError = 0.1;

/**
 * The energy that may remain after the template is subtracted from the sound. One share of the part's
 * energy allows for resampling, one share of the power of speech allows for noise. If 50 ms are lost
 * or repeated, about twice the part's energy remains.
 */
const partTolerance = 0.3;
const noiseTolerance = 0.006;

/**
 * Searches for a template in the sound, sample by sample.
 *
 * @param around position of the first sample from the coarse search; the sound must extend
 *   `searchReach` and `interpolationReach` beyond the word there
 * @returns position of the first sample, or undefined if the word is not there
 */
export function confirm(template: Template, sound: History, around: number): number | undefined {
  const { samples } = template;
  const start = bestPosition(samples, sound, around);
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
 * Finds the position with the highest correlation. Tries every position, because speech correlates
 * with itself one pitch period later nearly as well as one sample later. A rough comparison leaves few
 * positions for the full one.
 */
function bestPosition(samples: Float32Array, sound: History, around: number): number | undefined {
  const first = Math.max(around - searchReach, interpolationReach);
  const nearby = sound.view(first, around + searchReach + samples.length);
  const count = around + searchReach - first + 1;
  const rough = roughCorrelations(samples, nearby, count);
  const least = Math.max(minCorrelation, ...rough) - 2 * roughError;
  let best: { at?: number; correlation: number } = { correlation: minCorrelation };
  for (const [at, roughly] of rough.entries()) {
    if (roughly < least) continue;
    const found = correlation(samples, nearby, at);
    if (found > best.correlation) best = { at, correlation: found };
  }
  return best.at === undefined ? undefined : first + best.at;
}

/**
 * The correlation of every `roughStep`th sample with the sound at each of the first positions. The inner
 * loop is over the positions: their sums do not wait for each other.
 */
function roughCorrelations(samples: Float32Array, sound: Float32Array, count: number): number[] {
  const products = new Float64Array(count);
  const energies = new Float64Array(count);
  let energy = 0;
  for (let n = 0; n < samples.length; n += roughStep) {
    const sample = samples[n] ?? 0;
    energy += sample * sample;
    for (let at = 0; at < count; at++) {
      const heard = sound[at + n] ?? 0;
      products[at] = (products[at] ?? 0) + sample * heard;
      energies[at] = (energies[at] ?? 0) + heard * heard;
    }
  }
  return Array.from(products, (product, at) => product / Math.sqrt(energy * (energies[at] ?? 0)));
}

/** The correlation of the samples with the sound at a position. */
function correlation(samples: Float32Array, sound: Float32Array, at: number): number {
  let product = 0;
  let energy = 0;
  let heardEnergy = 0;
  for (let n = 0; n < samples.length; n++) {
    const sample = samples[n] ?? 0;
    const heard = sound[at + n] ?? 0;
    product += sample * heard;
    energy += sample * sample;
    heardEnergy += heard * heard;
  }
  return product / Math.sqrt(energy * heardEnergy);
}

/** Shifts the sound by a fraction of a sample, by windowed-sinc interpolation. */
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
