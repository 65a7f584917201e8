import { open } from 'node:fs/promises';
import { bytesPerSample } from '#core/audio-format.ts';
import { headerBytes, samplesInFile } from '../../../wav-recording.ts';

/** The part of a file that is in memory at a time, in bytes. */
const blockBytes = 1 << 20;

/**
 * Reads samples of a recording of the app, counted from the beginning of the file, up to its end.
 *
 * @returns 16-bit little-endian mono PCM at 16 kHz
 * @throws the file system's error
 */
export async function readSamples(path: string, from: number, to: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const end = Math.min(to, samplesInFile((await file.stat()).size));
    const pcm = Buffer.alloc(Math.max(0, end - from) * bytesPerSample);
    const { bytesRead } = await file.read(pcm, 0, pcm.length, headerBytes + from * bytesPerSample);
    return pcm.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Overwrites samples of a recording of the app with silence, on the disk, too. The file may still be
 * written: later sound is appended.
 *
 * @param enough the number of samples after which counting stops
 * @returns the samples of sound that remain in the file, without exact zeros
 * @throws the file system's error
 */
export async function eraseSamples(
  path: string,
  from: number,
  to: number,
  enough: number,
): Promise<number> {
  const file = await open(path, 'r+');
  try {
    const samples = samplesInFile((await file.stat()).size);
    const silence = Buffer.alloc(blockBytes);
    const endByte = headerBytes + Math.min(to, samples) * bytesPerSample;
    for (let at = headerBytes + from * bytesPerSample; at < endByte; at += blockBytes)
      await file.write(silence, 0, Math.min(blockBytes, endByte - at), at);
    await file.sync();

    const block = new Int16Array(blockBytes / bytesPerSample);
    let sounding = 0;
    for (let at = headerBytes; sounding < enough;) {
      const { bytesRead } = await file.read(block, 0, block.byteLength, at);
      if (bytesRead === 0) break;
      const read = block.subarray(0, Math.floor(bytesRead / bytesPerSample));
      sounding += read.reduce((count, sample) => (sample === 0 ? count : count + 1), 0);
      at += bytesRead;
    }
    return sounding;
  } finally {
    await file.close();
  }
}
