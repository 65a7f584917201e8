import type { create } from '@alexanderolsen/libsamplerate-js';

type Converter = Awaited<ReturnType<typeof create>>;

const sampleRateHz = 16_000;
const bytesPerSample = 2;
const fullScale = 32_768;

/** Resamples a stream of 16-bit little-endian mono PCM to 16 kHz, chunk by chunk. */
export class Resampler {
  readonly #converter: Converter;

  private constructor(converter: Converter) {
    this.#converter = converter;
  }

  /** @throws if the library cannot be loaded or does not support the rate */
  static async create(fromRateHz: number): Promise<Resampler> {
    // Loaded on demand: the library has two megabytes, and few devices need it.
    const { create, ConverterType } = await import('@alexanderolsen/libsamplerate-js');
    const converterType = ConverterType.SRC_SINC_MEDIUM_QUALITY;
    return new Resampler(await create(1, fromRateHz, sampleRateHz, { converterType }));
  }

  /**
   * The chunk at 16 kHz. The filter looks ahead, so the output lags by 3 ms: the first chunk is 3 ms
   * shorter, and the last 3 ms of the stream are lost.
   */
  resample(pcm: Buffer): Buffer {
    const samples = Float32Array.from(
      { length: pcm.byteLength / bytesPerSample },
      (_, index) => pcm.readInt16LE(bytesPerSample * index) / fullScale,
    );
    const resampled = this.#converter.full(samples);
    const result = Buffer.alloc(bytesPerSample * resampled.length);
    for (const [index, value] of resampled.entries())
      result.writeInt16LE(toInt16(value), bytesPerSample * index);
    return result;
  }

  destroy(): void {
    this.#converter.destroy();
  }
}

/** Clips, because the filter overshoots near full scale. */
const toInt16 = (value: number): number =>
  Math.max(-fullScale, Math.min(fullScale - 1, Math.round(value * fullScale)));
