import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import wavefile from 'wavefile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shown } from '#shared/problem.fixture.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import { recording, recordingPath } from '../../../test/support/recording.ts';
import { WavWriter } from '../../capture/wav-writer.ts';
import { readWavFile } from './wav-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-wav-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const seconds = 1.5;

/** A sound with a known value at every instant, below 3 kHz, that never repeats. */
const soundAt = (s: number): number =>
  0.5 * Math.sin(2 * Math.PI * (200 * s + 900 * s * s)) * (0.6 + 0.4 * Math.sin(7 * s));
/** The difference of the channels, which a mix of both does not contain. */
const differenceAt = (s: number): number => 0.3 * Math.sin(2 * Math.PI * 440 * s);

const scale: Record<string, number> = {
  '16': 2 ** 15 - 1,
  '24': 2 ** 23 - 1,
  '32': 2 ** 31 - 1,
  '32f': 1,
};

function wav(depth: string, rateHz: number, channels: number): Buffer {
  const length = Math.round(seconds * rateHz);
  const channel = (sign: number): Float64Array =>
    Float64Array.from({ length }, (_, n) => {
      const value = soundAt(n / rateHz) + sign * differenceAt(n / rateHz);
      return value * (scale[depth] ?? 1);
    });
  const file = new wavefile.WaveFile();
  file.fromScratch(
    channels,
    rateHz,
    depth,
    channels === 1 ? channel(0) : [channel(1), channel(-1)],
  );
  return Buffer.from(file.toBuffer());
}

const write = (bytes: Uint8Array): string => {
  const path = join(folder, 'file.wav');
  writeFileSync(path, bytes);
  return path;
};

async function read(bytes: Uint8Array): Promise<Int16Array> {
  const result = await readWavFile(write(bytes));
  if (!result.ok) throw new Error(sentenceOf(result.problem));
  return new Int16Array(result.value.slice().buffer);
}

/** The lower of the two halves' correlations, so that a drift of the rate shows. */
function correlation(heard: Int16Array): number {
  const half = Math.floor(heard.length / 2);
  const of = (from: number): number => {
    let [product, energy, expectedEnergy] = [0, 0, 0];
    for (let n = from; n < from + half; n++) {
      const [a, b] = [heard[n] ?? 0, soundAt(n / 16_000)];
      product += a * b;
      energy += a * a;
      expectedEnergy += b * b;
    }
    return product / Math.sqrt(energy * expectedEnergy || 1);
  };
  return Math.min(of(0), of(half));
}

describe.each(['16', '24', '32', '32f'])('%s bits', (depth) => {
  const shapes = [8_000, 16_000, 44_100, 48_000].flatMap((rateHz) =>
    [1, 2].map((channels) => [rateHz, channels] as const),
  );
  test.each(shapes)('at %d Hz on %d channels are the same sound', async (rateHz, channels) => {
    const heard = await read(wav(depth, rateHz, channels));
    expect(correlation(heard)).toBeGreaterThan(0.95);
    expect(Math.abs(heard.length - seconds * 16_000)).toBeLessThan(320);
    const loudest = heard.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest / 32_768).toBeCloseTo(0.5, 1);
  });
});

test('16 bits, mono, 16 kHz stay the same bit by bit', async () => {
  const every = Int16Array.from({ length: 65_536 }, (_, n) => n - 32_768);
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16_000, '16', every);
  expect(await read(file.toBuffer())).toEqual(every);

  const bundled = await readWavFile(recordingPath);
  expect(bundled.ok && Buffer.from(bundled.value)).toEqual(Buffer.from(recording.pcm.buffer));
});

test('floats beyond full scale are clipped, and NaN is silence', async () => {
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16_000, '32f', [2, -2, Number.NaN, 0.5]);
  expect([...(await read(file.toBuffer()))]).toEqual([32_767, -32_768, 0, 16_384]);
});

/** The form that FFmpeg and SoX write for more than 16 bits: the encoding is in an extension. */
function extended(encoding: number, bits: number, samples: Buffer): Buffer {
  const header = Buffer.alloc(68);
  header.write('RIFF');
  header.writeUInt32LE(60 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(40, 16);
  header.writeUInt16LE(0xfffe, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(16_000, 24);
  header.writeUInt32LE((16_000 * bits) / 8, 28);
  header.writeUInt16LE(bits / 8, 32);
  header.writeUInt16LE(bits, 34);
  header.writeUInt16LE(22, 36);
  header.writeUInt16LE(bits, 38);
  header.writeUInt32LE(4, 40);
  header.writeUInt16LE(encoding, 44);
  header.write('000000001000800000aa00389b71', 46, 'hex');
  header.write('data', 60);
  header.writeUInt32LE(samples.length, 64);
  return Buffer.concat([header, samples]);
}

describe('a recording of the app with an outdated header', () => {
  const first = new Int16Array(320).fill(1_000);
  const second = new Int16Array(321).fill(2_000);
  const cutShort = (changes: (bytes: Buffer) => void = () => undefined): Buffer => {
    const path = join(folder, 'own.wav');
    rmSync(path, { force: true });
    const writer = new WavWriter(path);
    writer.append(new Uint8Array(first.buffer));
    writer.close();
    const bytes = readFileSync(path);
    changes(bytes);
    return Buffer.concat([bytes, Buffer.from(second.buffer)]);
  };

  test('is read to its real end', async () => {
    expect(await read(cutShort())).toEqual(Int16Array.of(...first, ...second));
  });

  test('is read to its last whole sample', async () => {
    const heard = await read(cutShort().subarray(0, -1));
    expect(heard).toEqual(Int16Array.of(...first, ...second.subarray(0, -1)));
  });

  test.each<[string, (bytes: Buffer) => void]>([
    ['stereo', (bytes) => bytes.writeUInt16LE(2, 22)],
    ['with another chunk behind its sound', (bytes) => bytes.writeUInt32LE(44 - 8 + 640 + 642, 4)],
  ])("another program's file is not, %s", async (_what, change) => {
    const heard = await read(cutShort(change));
    expect([...heard].every((sample) => sample === 1_000)).toBe(true);
  });
});

test('extended headers are read: floats as floats, integers as integers', async () => {
  const floats = Buffer.from(Float32Array.of(0.25, -1, 0.5).buffer);
  expect([...(await read(extended(3, 32, floats)))]).toEqual([8_192, -32_768, 16_384]);
  const integers = Buffer.from(Int32Array.of(2 ** 29, -(2 ** 31), 2 ** 30).buffer);
  expect([...(await read(extended(1, 32, integers)))]).toEqual([8_192, -32_768, 16_384]);
});

describe('chunks of other programs are skipped', () => {
  const samples = Int16Array.from({ length: 320 }, (_, n) => n);
  const chunk = (id: string, body: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.write(id);
    head.writeUInt32LE(body.byteLength, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.byteLength % 2)]);
  };
  const plain = Buffer.from(
    (() => {
      const file = new wavefile.WaveFile();
      file.fromScratch(1, 16_000, '16', samples);
      return file.toBuffer();
    })(),
  );
  const format = plain.subarray(20, 36);
  const sound = chunk('data', new Uint8Array(samples.buffer));
  const riff = (...chunks: Buffer[]): Buffer => {
    const body = Buffer.concat([Buffer.from('WAVE'), ...chunks]);
    return chunk('RIFF', body);
  };

  test.each<[string, Buffer]>([
    ['JUNK before the format', riff(chunk('JUNK', Buffer.alloc(28)), chunk('fmt ', format), sound)],
    ['of an odd length', riff(chunk('fmt ', format), chunk('PEAK', Buffer.alloc(13)), sound)],
    ['of 100 kB', riff(chunk('fmt ', format), chunk('PAD ', Buffer.alloc(100_000)), sound)],
    ['behind the sound', riff(chunk('fmt ', format), sound, chunk('ID3 ', Buffer.alloc(40)))],
    ['an 18-byte format', riff(chunk('fmt ', Buffer.concat([format, Buffer.alloc(2)])), sound)],
    ['an empty list', riff(chunk('fmt ', format), chunk('LIST', Buffer.from('INFO')), sound)],
  ])('%s', async (_what, bytes) => {
    expect(await read(bytes)).toEqual(samples);
  });
});

test('a file without sound has no samples', async () => {
  const file = new wavefile.WaveFile();
  for (const rateHz of [16_000, 48_000]) {
    file.fromScratch(1, rateHz, '16', []);
    expect(await read(file.toBuffer())).toHaveLength(0);
  }
});

describe('a file that is no recording is one sentence that names it', () => {
  const valid = wav('16', 16_000, 1);
  const patched = (at: number, value: number, bytes: 2 | 4): Buffer => {
    const copy = Buffer.from(valid);
    copy.writeUIntLE(value, at, bytes);
    return copy;
  };
  const encoded = (depth: string): Buffer => {
    const file = new wavefile.WaveFile();
    file.fromScratch(1, 8_000, '16', new Int16Array(1_010));
    if (depth === '4') file.toIMAADPCM();
    else if (depth === '8m') file.toMuLaw();
    else file.toBitDepth(depth);
    return Buffer.from(file.toBuffer());
  };

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a word', Buffer.from('RIFF')],
    ['half a header', valid.subarray(0, 30)],
    ['a header without data', valid.subarray(0, 36)],
    ['zeros', Buffer.alloc(4_096)],
    ['text', Buffer.from('captionkey '.repeat(500))],
    ['another container', Buffer.concat([Buffer.from('FORM'), valid.subarray(4)])],
    ['no channel', patched(22, 0, 2)],
    ['three channels', patched(22, 3, 2)],
    ['65535 channels', patched(22, 65_535, 2)],
    ['no rate', patched(24, 0, 4)],
    ['96 kHz', patched(24, 96_000, 4)],
    ['4 GHz', patched(24, 0xffff_ffff, 4)],
    ['no bits', patched(34, 0, 2)],
    ['13 bits', patched(34, 13, 2)],
    ['floats of 16 bits', patched(20, 3, 2)],
    ['floats of another extension', extended(0x2000, 32, Buffer.alloc(64))],
    ['MP3 in a WAV', patched(20, 0x55, 2)],
    ['ADPCM', encoded('4')],
    ['mu-law', encoded('8m')],
    ['8 bits', encoded('8')],
    ['64-bit floats', encoded('64')],
  ])('%s', async (_what, bytes) => {
    const path = write(bytes);
    expect(shown(await readWavFile(path))).toEqual({
      ok: false,
      problem: {
        code: 'unsupported-wav',
        sentence: `${path} is not a WAV file that CaptionKey can read. Convert it to 16-bit PCM, 8 to 48 kHz, mono or stereo.`,
      },
    });
  });

  test.each(['missing.wav', '.', 'a\u0000b.wav'])('%j, which cannot be read', async (name) => {
    const path = `${folder}/${name}`;
    const sentence = `Cannot read ${path}. Name a WAV file that exists.`;
    expect(shown(await readWavFile(path))).toEqual({
      ok: false,
      problem: { code: 'cannot-read-wav', sentence },
    });
  });

  test.each([
    ['that claims more than there is', patched(40, 0xffff_fff0, 4)],
    ['that claims more in its first chunk', patched(4, 0xffff_fff0, 4)],
    ['whose end is missing', valid.subarray(0, 20_001)],
  ])('a file %s is read as far as it goes', async (_what, bytes) => {
    const heard = await read(bytes);
    expect(heard.length).toBeGreaterThan(9_000);
    expect(correlation(heard.subarray(0, 9_000))).toBeGreaterThan(0.95);
  });

  test('random bytes after a header neither throw nor allocate memory', async () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31);
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(valid.subarray(0, 400));
      for (let n = 0; n < 1 + (round % 8); n++) bytes[random() % 60] = random() % 256;
      const result = await readWavFile(write(bytes));
      if (result.ok) expect(result.value.byteLength).toBeLessThan(4_000);
      else expect(sentenceOf(result.problem)).toMatch(/is not a WAV file/);
    }
  });
});
