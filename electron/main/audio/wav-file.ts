import { readFile } from 'node:fs/promises';
import wavefile, { type WaveFile } from 'wavefile';
import * as v from 'valibot';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { sampleRateHz } from '#core/audio-format.ts';
import { completeHeader } from '../../wav-recording.ts';

const integer = 1;
const float = 3;
/** The encoding is in an extension. FFmpeg and SoX write this form for more than 16 bits. */
const extensible = 0xfffe;

/** The formats that can be read: PCM of 16, 24 or 32 bits or floats, 8 to 48 kHz, mono or stereo. */
const formatSchema = v.pipe(
  v.object({
    audioFormat: v.picklist([integer, float, extensible]),
    subformat: v.array(v.number()),
    numChannels: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2)),
    sampleRate: v.pipe(v.number(), v.integer(), v.minValue(8_000), v.maxValue(48_000)),
    bitsPerSample: v.picklist([16, 24, 32]),
  }),
  v.transform(({ audioFormat, subformat, ...format }) => ({
    ...format,
    encoding: audioFormat === extensible ? subformat[0] : audioFormat,
  })),
  v.check(
    ({ encoding, bitsPerSample }) =>
      encoding === integer || (encoding === float && bitsPerSample === 32),
  ),
);

type Format = v.InferOutput<typeof formatSchema>;

/**
 * Reads a WAV file as the sound that the app works with. A recording of the app is read to its real end,
 * even if a crash left its header outdated.
 *
 * @returns 16-bit little-endian mono PCM at 16 kHz, or a problem that names the file
 */
export async function readWavFile(path: string): Promise<Result<Uint8Array>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return failed(problem('cannot-read-wav', { path }));
  }
  completeHeader(bytes);
  try {
    const file = new wavefile.WaveFile(bytes);
    const format = v.safeParse(formatSchema, file.fmt);
    if (!format.success) return unsupported(path);
    return ok(await toPcm(file, format.output));
  } catch {
    return unsupported(path);
  }
}

async function toPcm(file: WaveFile, format: Format): Promise<Uint8Array> {
  const samples = mixToMono(decode(file, format), format.numChannels);
  const resampled = format.sampleRate === sampleRateHz ? samples : await resample(samples, format);
  return new Uint8Array(Int16Array.from(resampled, toInt16).buffer);
}

/** Interleaved samples between -1 and 1, exactly as they are in the file. */
function decode(file: WaveFile, { encoding, bitsPerSample }: Format): Float32Array {
  const samples = file.getSamples(true);
  if (encoding === integer) return Float32Array.from(samples, (n) => n / 2 ** (bitsPerSample - 1));
  if (file.bitDepth === '32f') return Float32Array.from(samples);
  // wavefile reads the floats of an extensible format as integers; their bits are right.
  return new Float32Array(Int32Array.from(samples).buffer);
}

function mixToMono(interleaved: Float32Array, channels: number): Float32Array {
  if (channels === 1) return interleaved;
  return Float32Array.from({ length: interleaved.length / 2 }, (_, frame) => {
    const [left = 0, right = 0] = interleaved.subarray(2 * frame, 2 * frame + 2);
    return (left + right) / 2;
  });
}

async function resample(samples: Float32Array, format: Format): Promise<Float32Array> {
  // Loaded here because it is two megabytes that nothing else needs.
  const { create, ConverterType } = await import('@alexanderolsen/libsamplerate-js');
  const converter = await create(1, format.sampleRate, sampleRateHz, {
    converterType: ConverterType.SRC_SINC_MEDIUM_QUALITY,
  });
  try {
    return converter.simple(samples);
  } finally {
    converter.destroy();
  }
}

const toInt16 = (value: number): number =>
  Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768)));

const unsupported = (path: string): Result<never> => failed(problem('unsupported-wav', { path }));
