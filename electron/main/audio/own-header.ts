import { bytesPerSample, sampleRateHz } from '#core/audio-format.ts';

export const headerBytes = 44;
const riffSizeAt = 4;
const formatAt = 8;
const dataSizeAt = 40;

/** What stands between the two sizes in the header of every recording that the app writes. */
const format = Buffer.alloc(dataSizeAt - formatAt);
format.write('WAVEfmt ', 0);
format.writeUInt32LE(16, 8);
format.writeUInt16LE(1, 12);
format.writeUInt16LE(1, 14);
format.writeUInt32LE(sampleRateHz, 16);
format.writeUInt32LE(sampleRateHz * bytesPerSample, 20);
format.writeUInt16LE(bytesPerSample, 24);
format.writeUInt16LE(8 * bytesPerSample, 26);
format.write('data', 28);

/** Samples in a recording of ours, whose sound goes to the end of the file. */
export const samplesInFile = (sizeBytes: number): number =>
  Math.max(0, Math.floor((sizeBytes - headerBytes) / bytesPerSample));

/**
 * A chunk is written first and the header after it, so a recording that was cut short by a kill
 * can hold more sound than its header says. Such a header is brought up to date in `bytes`, which
 * is changed in place; every other file stays as it is, because what is behind its end is no sound.
 */
export function completeOwnHeader(bytes: Buffer): void {
  if (bytes.length < headerBytes || !bytes.subarray(formatAt, dataSizeAt).equals(format)) return;
  const dataBytes = samplesInFile(bytes.length) * bytesPerSample;
  const [riffSize, dataSize] = [bytes.readUInt32LE(riffSizeAt), bytes.readUInt32LE(dataSizeAt)];
  if (dataSize >= dataBytes || riffSize !== dataSize + headerBytes - formatAt) return;
  bytes.writeUInt32LE(dataBytes + headerBytes - formatAt, riffSizeAt);
  bytes.writeUInt32LE(dataBytes, dataSizeAt);
}
