export const sampleRateHz = 16_000;
export const frameStep = sampleRateHz / 100;
export const frameLength = 2 * frameStep;
export const bandCount = 8;

/** Narrow where vowels tell themselves apart, wide above. */
const bandEdgesHz = [100, 300, 500, 750, 1_050, 1_400, 1_850, 2_500, 3_300];
const binHz = sampleRateHz / frameLength;

/** One windowed cosine and sine for every frequency bin, grouped by band. */
const bands = Array.from({ length: bandCount }, (_, band) => {
  const firstBin = (bandEdgesHz[band] ?? 0) / binHz;
  const endBin = (bandEdgesHz[band + 1] ?? 0) / binHz;
  return Array.from({ length: endBin - firstBin }, (_, index) => {
    const turn = (2 * Math.PI * (firstBin + index)) / frameLength;
    const hann = (n: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / frameLength);
    return {
      cosine: Float32Array.from({ length: frameLength }, (_, n) => hann(n) * Math.cos(turn * n)),
      sine: Float32Array.from({ length: frameLength }, (_, n) => hann(n) * Math.sin(turn * n)),
    };
  });
});

/**
 * The shape of 20 ms of sound: the loudness of eight bands, compressed so that quiet bands count.
 * A gain scales all of them alike.
 *
 * @param frame `frameLength` samples
 */
export function bandEnergies(frame: Float32Array): Float32Array {
  return Float32Array.from(bands, (bins) => {
    let energy = 0;
    for (const { cosine, sine } of bins) {
      let real = 0;
      let imaginary = 0;
      for (let n = 0; n < frameLength; n++) {
        const sample = frame[n] ?? 0;
        real += sample * (cosine[n] ?? 0);
        imaginary += sample * (sine[n] ?? 0);
      }
      energy += real * real + imaginary * imaginary;
    }
    return energy ** 0.25;
  });
}
