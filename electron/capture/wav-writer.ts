import { closeSync, openSync, writeSync } from 'node:fs';
import { bytesPerSample, emptyHeader, headerBytes, setDataBytes } from '../wav-recording.ts';

/**
 * Writes 16 kHz mono 16-bit PCM as a WAV file. Updates the header with every chunk, so that the file
 * is valid whenever the process ends.
 */
export class WavWriter {
  readonly #file: number;
  readonly #header = emptyHeader();
  #dataBytes = 0;

  /** @throws the file system's error if the file exists or cannot be created */
  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600);
    writeSync(this.#file, this.#header, 0, headerBytes, 0);
  }

  /** @throws the file system's error, such as ENOSPC; the file stays valid */
  append(pcm: Uint8Array): void {
    const written = writeSync(this.#file, pcm, 0, pcm.byteLength, headerBytes + this.#dataBytes);
    this.#dataBytes += written - (written % bytesPerSample);
    setDataBytes(this.#header, this.#dataBytes);
    writeSync(this.#file, this.#header, 0, headerBytes, 0);
    // On a nearly full disk, a write can be cut short without an error.
    if (written < pcm.byteLength) throw new Error('ENOSPC: the recording was cut short');
  }

  close(): void {
    closeSync(this.#file);
  }
}
