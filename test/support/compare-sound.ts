import { crossCorrelation } from './cross-correlation.ts';

/** The comparison of a received sound with the played one. */
export interface Comparison {
  /** Normalised cross-correlation of the whole, once aligned: 1 is the same but for the gain. */
  correlation: number;
  /** How much later the received sound begins. */
  lagSamples: number;
  /**
   * The largest distance of any voiced stretch from where that lag puts it. A gap makes what
   * follows come early, a repeat makes it come late.
   */
  shiftSamples: number;
}

/** A quarter of a second: long enough to be unique, and short enough to be local. */
const stretchSamples = 4_000;
/** Two lost frames. A larger shift need not be measured. */
const reachSamples = 1_600;
/** Softer stretches are pauses, which sound the same wherever they are. */
const voicedRms = 500;

/** Aligns the received sound with the played one and compares them, as a whole and by stretches. */
export function compareSound(played: Int16Array, received: Int16Array): Comparison {
  const stretches = voicedStretches(played);
  const loudest = stretches.toSorted((a, b) => rms(b.samples) - rms(a.samples))[0];
  if (loudest === undefined) throw new Error('Nothing was played.');
  const lastLag = Math.max(0, received.length - stretchSamples);
  const lagSamples = bestLag(loudest.samples, received, 0, lastLag) - loudest.startSample;
  const shifts = stretches.map(({ samples, startSample }) => {
    const expected = startSample + lagSamples;
    const found = bestLag(samples, received, expected - reachSamples, expected + reachSamples);
    return Math.abs(found - expected);
  });
  return {
    correlation: correlationAt(played, received, lagSamples),
    lagSamples,
    shiftSamples: Math.max(...shifts),
  };
}

function voicedStretches(sound: Int16Array): { startSample: number; samples: Int16Array }[] {
  return Array.from({ length: Math.floor(sound.length / stretchSamples) }, (_, index) => {
    const startSample = index * stretchSamples;
    return { startSample, samples: sound.subarray(startSample, startSample + stretchSamples) };
  }).filter(({ samples }) => rms(samples) > voicedRms);
}

function bestLag(samples: Int16Array, within: Int16Array, first: number, last: number): number {
  // What lies outside of `within` counts as silence.
  const part = new Float64Array(last - first + samples.length);
  const [from, to] = [Math.max(first, 0), Math.min(first + part.length, within.length)];
  if (to > from) part.set(within.subarray(from, to), from - first);
  const products = crossCorrelation(Float64Array.from(samples), part);
  let energy = energyOf(part.subarray(0, samples.length));
  let best = { lag: first, correlation: -Infinity };
  for (const [index, product] of products.entries()) {
    // The energy of the samples is the same at every lag; sums of squares of integers are exact.
    const correlation = product / Math.sqrt(energy || 1);
    if (correlation > best.correlation) best = { lag: first + index, correlation };
    energy += (part[index + samples.length] ?? 0) ** 2 - (part[index] ?? 0) ** 2;
  }
  return best.lag;
}

const energyOf = (samples: Float64Array): number =>
  samples.reduce((sum, sample) => sum + sample * sample, 0);

/** What lies outside of `within` counts as silence. */
function correlationAt(samples: Int16Array, within: Int16Array, lag: number): number {
  let product = 0;
  let energy = 0;
  let energyWithin = 0;
  for (let n = 0; n < samples.length; n++) {
    const a = samples[n] ?? 0;
    const b = within[n + lag] ?? 0;
    product += a * b;
    energy += a * a;
    energyWithin += b * b;
  }
  return product / Math.sqrt(energy * energyWithin || 1);
}

const rms = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
