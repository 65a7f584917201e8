import { closeSync, openSync, writeSync } from 'node:fs';

const headerBytes = 44;
const sampleRateHz = 16_000;
const bytesPerSample = 2;

/**
 * Writes 16 kHz mono 16-bit PCM as a WAV file. The header is brought up to date with every
 * chunk, so that the file can be played whenever the process happens to end.
 */
export class WavWriter {
  readonly #file: number;
  readonly #header = emptyHeader();
  #dataBytes = 0;

  /** @throws the file system's error where the file exists already or cannot be created */
  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600);
    writeSync(this.#file, this.#header, 0, headerBytes, 0);
  }

  /** @throws the file system's error, such as ENOSPC; the file stays valid */
  append(pcm: Uint8Array): void {
    const written = writeSync(this.#file, pcm, 0, pcm.byteLength, headerBytes + this.#dataBytes);
    this.#dataBytes += written - (written % bytesPerSample);
    this.#header.writeUInt32LE(headerBytes - 8 + this.#dataBytes, 4);
    this.#header.writeUInt32LE(this.#dataBytes, 40);
    writeSync(this.#file, this.#header, 0, headerBytes, 0);
    // A disk that is nearly full takes a part and says nothing.
    if (written < pcm.byteLength) throw new Error('ENOSPC: the recording was cut short');
  }

  close(): void {
    closeSync(this.#file);
  }
}

function emptyHeader(): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0);
  header.writeUInt32LE(headerBytes - 8, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * bytesPerSample, 28);
  header.writeUInt16LE(bytesPerSample, 32);
  header.writeUInt16LE(8 * bytesPerSample, 34);
  header.write('data', 36);
  return header;
}
