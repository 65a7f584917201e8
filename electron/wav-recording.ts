/*
 * The WAV files that the app records: 16 kHz mono 16-bit PCM behind a header of 44 bytes. The capture
 * process writes them, and main reads them.
 */
const sampleRateHz = 16_000;
export const bytesPerSample = 2;

export const headerBytes = 44;
const riffSizeAt = 4;
const formatAt = 8;
const dataSizeAt = 40;

/** What stands between the two sizes of the header. */
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

/** The header of a recording without any sound. */
export function emptyHeader(): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0);
  format.copy(header, formatAt);
  setDataBytes(header, 0);
  return header;
}

/** Brings a header, or a file that begins with one, up to date in place. */
export function setDataBytes(header: Buffer, dataBytes: number): void {
  header.writeUInt32LE(dataBytes + headerBytes - formatAt, riffSizeAt);
  header.writeUInt32LE(dataBytes, dataSizeAt);
}

/** How many samples a recording of the app holds; its sound goes to the end of the file. */
export const samplesInFile = (sizeBytes: number): number =>
  Math.max(0, Math.floor((sizeBytes - headerBytes) / bytesPerSample));

/**
 * A chunk is written first and the header after it, so a recording that was cut short by a kill
 * can hold more sound than its header says. Such a header is brought up to date in `bytes`, which
 * is changed in place. Every other file stays as it is, because what is after its end is no sound.
 */
export function completeHeader(bytes: Buffer): void {
  if (bytes.length < headerBytes || !bytes.subarray(formatAt, dataSizeAt).equals(format)) return;
  const dataBytes = samplesInFile(bytes.length) * bytesPerSample;
  const [riffSize, dataSize] = [bytes.readUInt32LE(riffSizeAt), bytes.readUInt32LE(dataSizeAt)];
  if (dataSize >= dataBytes || riffSize !== dataSize + headerBytes - formatAt) return;
  setDataBytes(bytes, dataBytes);
}
