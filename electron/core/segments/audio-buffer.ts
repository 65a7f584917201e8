import { bytesPerSample } from '../audio-format.ts';

interface Piece {
  startSample: number;
  endSample: number;
  pcm: Uint8Array;
}

/**
 * The sound that may still have to be sent, by sample index. It is copied only when it is read.
 */
export class AudioBuffer {
  #pieces: Piece[] = [];

  /** One past the newest sample held, or 0 before the first. */
  get endSample(): number {
    return this.#pieces.at(-1)?.endSample ?? 0;
  }

  /** Adds PCM that begins at `startSample`; it must not begin before the end of what is held. */
  append(startSample: number, pcm: Uint8Array): void {
    const endSample = startSample + pcm.byteLength / bytesPerSample;
    this.#pieces.push({ startSample, endSample, pcm });
  }

  /** A copy of the PCM from `startSample` to before `endSample`, then silence to `padToSample`. */
  read(startSample: number, endSample: number, padToSample: number): Uint8Array {
    const result = new Uint8Array((padToSample - startSample) * bytesPerSample);
    for (let index = this.#indexAt(startSample); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.startSample >= endSample) break;
      const from = Math.max(startSample, piece.startSample);
      const to = Math.min(endSample, piece.endSample);
      const bytes = piece.pcm.subarray(
        (from - piece.startSample) * bytesPerSample,
        (to - piece.startSample) * bytesPerSample,
      );
      result.set(bytes, (from - startSample) * bytesPerSample);
    }
    return result;
  }

  /** Drops the pieces before `sample`. */
  forgetBefore(sample: number): void {
    this.#pieces.splice(0, this.#indexAt(sample));
  }

  /** The index of the piece with a sample, or of the next one. Binary search: minutes may be held. */
  #indexAt(sample: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.endSample ?? 0) > sample) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
