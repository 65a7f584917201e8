/** A pulse. No other sound in the bench is as loud, and it survives resampling. */
export const mark = new Int16Array(160).fill(20_000);

const loud = 10_000;
/** Longer than loud-looking bytes in a WAV header, which the peers send as sound. */
const markSamples = 40;

/** Finds marks in sound that comes in frames. */
export class MarkFinder {
  #loudSamples = 0;
  #beganAtMs = 0;

  /**
   * @param pcm 16-bit little-endian
   * @returns for each mark found, when the frame in which it began arrived
   */
  hear(pcm: Buffer, arrivedAtMs: number): number[] {
    const found: number[] = [];
    for (let offset = 0; offset + 1 < pcm.byteLength; offset += 2) {
      if (pcm.readInt16LE(offset) < loud) {
        this.#loudSamples = 0;
        continue;
      }
      if (this.#loudSamples === 0) this.#beganAtMs = arrivedAtMs;
      this.#loudSamples += 1;
      if (this.#loudSamples === markSamples) found.push(this.#beganAtMs);
    }
    return found;
  }
}
