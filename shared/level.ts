/** Root mean square of 16-bit little-endian PCM, 0 to 1 of full scale; 0 for no sound at all. */
export function levelOf(pcm: Uint8Array): number {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = Math.floor(pcm.byteLength / 2);
  let sum = 0;
  for (let index = 0; index < samples; index++)
    sum += (view.getInt16(2 * index, true) / 32_768) ** 2;
  return samples === 0 ? 0 : Math.sqrt(sum / samples);
}
