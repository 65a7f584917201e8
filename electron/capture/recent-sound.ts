const bytesPerSample = 2;

/**
 * The half second of pre-roll, and the time by which a busy main may be late. The sound is kept in
 * memory, and only while the microphone is open.
 */
const keptSamples = 2 * 16_000;

/** The newest sound, for recordings that begin with sound captured shortly before. */
export class RecentSound {
  #endSample = 0;
  #chunks: Buffer[] = [];
  #samples = 0;

  /** One past the newest sample. */
  get endSample(): number {
    return this.#endSample;
  }

  /** Forgets everything; the next sample is `startSample`. */
  restart(startSample: number): void {
    this.#endSample = startSample;
    this.#chunks = [];
    this.#samples = 0;
  }

  append(pcm: Buffer): void {
    const samples = pcm.byteLength / bytesPerSample;
    this.#chunks.push(pcm);
    this.#samples += samples;
    this.#endSample += samples;
    while (this.#samples > keptSamples) {
      const oldest = this.#chunks.shift();
      this.#samples -= (oldest?.byteLength ?? 0) / bytesPerSample;
    }
  }

  /**
   * The sound from `startSample` on. If that is older than the oldest kept sample, the sound begins
   * there, and so does the returned `startSample`.
   */
  from(startSample: number): { startSample: number; pcm: Buffer } {
    const samples = Math.max(0, Math.min(this.#endSample - startSample, this.#samples));
    const kept = Buffer.concat(this.#chunks);
    const pcm = kept.subarray(kept.byteLength - samples * bytesPerSample);
    return { startSample: this.#endSample - samples, pcm };
  }
}
