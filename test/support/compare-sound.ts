/** How a sound that was received compares with the one that was played. */
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

/** A quarter of a second: long enough to be told from every other, short enough to be local. */
const stretchSamples = 4_000;
/** Two lost frames; nobody needs to know by how much more. */
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
  let best = { lag: first, correlation: -1 };
  for (let lag = first; lag <= last; lag++) {
    const correlation = correlationAt(samples, within, lag);
    if (correlation > best.correlation) best = { lag, correlation };
  }
  return best.lag;
}

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
