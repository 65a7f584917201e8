export const sampleRateHz = 16_000;
export const frameStep = sampleRateHz / 100;
export const frameLength = 2 * frameStep;
export const bandCount = 8;

/** Narrow where vowels differ, wide above. */
const bandEdgesHz = [100, 300, 500, 750, 1_050, 1_400, 1_850, 2_500, 3_300];
const binHz = sampleRateHz / frameLength;

/** Hann's window, with the 0 that follows it. */
const hann = Float32Array.from(
  { length: frameLength + 1 },
  (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / frameLength),
);

/** A quarter of the frame is enough for a cosine and a sine, because the rest mirrors it. */
const quarter = frameLength / 4;

/** The first quarter of one cosine and sine for every frequency bin, grouped by band. */
const bands = Array.from({ length: bandCount }, (_, band) => {
  const firstBin = (bandEdgesHz[band] ?? 0) / binHz;
  const endBin = (bandEdgesHz[band + 1] ?? 0) / binHz;
  return Array.from({ length: endBin - firstBin }, (_, index) => {
    const bin = firstBin + index;
    const turn = (2 * Math.PI * bin) / frameLength;
    return {
      isEven: bin % 2 === 0,
      cosine: Float32Array.from({ length: quarter + 1 }, (_, n) => Math.cos(turn * n)),
      sine: Float32Array.from({ length: quarter + 1 }, (_, n) => Math.sin(turn * n)),
    };
  });
});

/**
 * The spectral shape of 20 ms of sound: the energies of eight bands, compressed so that quiet bands
 * count. A gain scales all of them equally.
 *
 * @param frame `frameLength` samples
 */
export function bandEnergies(frame: Float32Array): Float32Array {
  const windowed = hann.slice();
  for (let n = 0; n < frameLength; n++) windowed[n] = (hann[n] ?? 0) * (frame[n] ?? 0);
  const [forCosines, forSines] = [folded(windowed, 1), folded(windowed, -1)];
  const even = { real: folded(forCosines, 1), imaginary: folded(forSines, -1) };
  const odd = { real: folded(forCosines, -1), imaginary: folded(forSines, 1) };
  const energies = bands.map((bins) => {
    let energy = 0;
    for (const { isEven, cosine, sine } of bins) {
      const { real, imaginary } = isEven ? even : odd;
      energy += power({ cosine, sine }, { real, imaginary });
    }
    return energy ** 0.25;
  });
  return new Float32Array(energies);
}

/** Adds the second half, reversed and times `sign`, to the first. The middle value counts once. */
function folded(values: Float32Array, sign: 1 | -1): Float32Array {
  const last = values.length - 1;
  const half = values.slice(0, last / 2 + 1);
  for (let n = 0; n < last / 2; n++) half[n] = (values[n] ?? 0) + sign * (values[last - n] ?? 0);
  if (sign === -1) half[last / 2] = 0;
  return half;
}

/** The energy at one frequency. Both sums are in one loop, because a processor adds two at the same time. */
function power(
  { cosine, sine }: { cosine: Float32Array; sine: Float32Array },
  { real, imaginary }: { real: Float32Array; imaginary: Float32Array },
): number {
  let re = 0;
  let im = 0;
  for (let n = 0; n < cosine.length; n++) {
    re += (cosine[n] ?? 0) * (real[n] ?? 0);
    im += (sine[n] ?? 0) * (imaginary[n] ?? 0);
  }
  return re ** 2 + im ** 2;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += (a[n] ?? 0) * (b[n] ?? 0);
  return sum;
}
