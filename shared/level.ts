/** Root mean square of 16-bit little-endian PCM, 0 to 1 of full scale; 0 for no sound at all. */
export function levelOf(pcm: Uint8Array): number {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = Math.floor(pcm.byteLength / 2);
  let sum = 0;
  for (let index = 0; index < samples; index++)
    sum += (view.getInt16(2 * index, true) / 32_768) ** 2;
  return samples === 0 ? 0 : Math.sqrt(sum / samples);
}

/** 25 ms at 16 kHz. The loudness of such stretches separates words from clicks and pauses. */
export const levelSamples = 400;

const bytesPerSample = 2;

/** PCM in stretches of {@link levelSamples}; the last may be shorter. There is always one. */
export function levelStretches(pcm: Uint8Array): Uint8Array[] {
  const length = levelSamples * bytesPerSample;
  const count = Math.max(1, Math.ceil(pcm.byteLength / length));
  return Array.from({ length: count }, (_, index) =>
    pcm.subarray(index * length, (index + 1) * length),
  );
}

/** The level of each of the {@link levelStretches}. */
export const levelsOf = (pcm: Uint8Array): number[] => levelStretches(pcm).map(levelOf);
