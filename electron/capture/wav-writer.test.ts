import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import wavefile from 'wavefile';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WavWriter } from './wav-writer.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-writer-'));
  path = join(folder, 'recording.wav');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The file as another program reads it. */
const read = () => {
  const bytes = readFileSync(path);
  const file = new wavefile.WaveFile(bytes);
  return { bytes, format: file.fmt, samples: [...file.getSamples(true)] };
};

test('the file is a valid WAV file with all sound after each chunk', () => {
  const writer = new WavWriter(path);
  const written: number[] = [];
  expect(read().samples).toEqual([]);
  for (let chunk = 0; chunk < 20; chunk++) {
    const pcm = Int16Array.from({ length: 320 }, (_, n) => (chunk * 320 + n) * 5 - 16_000);
    writer.append(new Uint8Array(pcm.buffer));
    written.push(...pcm);
    const { bytes, format, samples } = read();
    expect(samples).toEqual(written);
    expect(format).toMatchObject({ audioFormat: 1, numChannels: 1, sampleRate: 16_000 });
    expect(format).toMatchObject({ byteRate: 32_000, blockAlign: 2, bitsPerSample: 16 });
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44);
  }
  writer.close();
  expect(read().samples).toEqual(written);
});

test('writes only the given view of a larger buffer', () => {
  const writer = new WavWriter(path);
  writer.append(new Uint8Array(new Int16Array([1, 2, 3, 4]).buffer).subarray(2, 6));
  writer.close();
  expect(read().samples).toEqual([2, 3]);
});

test('only its owner may read the file, whatever the umask is', () => {
  const umask = process.umask(0);
  try {
    new WavWriter(path).close();
  } finally {
    process.umask(umask);
  }
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('never overwrites a recording', () => {
  writeFileSync(path, 'precious');
  expect(() => new WavWriter(path)).toThrow(/EEXIST/);
  expect(readFileSync(path, 'utf8')).toBe('precious');
});

test('throws if the folder does not exist', () => {
  expect(() => new WavWriter(join(folder, 'missing', 'a.wav'))).toThrow(/ENOENT/);
});
