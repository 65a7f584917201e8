/** The only audio format inside the app and on the wire: 16-bit signed little-endian mono PCM. */
export const sampleRateHz = 16_000;
export const bytesPerSample = 2;

/** Samples in a stretch of time, rounded down. */
export const samplesIn = (durationMs: number): number =>
  Math.floor((durationMs * sampleRateHz) / 1000);

/** Length in milliseconds of a number of samples. */
export const millisecondsOf = (samples: number): number => (samples * 1000) / sampleRateHz;
