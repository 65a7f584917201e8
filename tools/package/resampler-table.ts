/*
 * libsamplerate carries the coefficients of three qualities, and those of the best take 1.8 of its two
 * megabytes. The app resamples with the medium quality, so the build leaves the others' table out.
 */

/** The memory of the compiled library: where it begins, and its bytes as base64. */
const memory = /(\w+\(\w+,)(\d+),"([A-Za-z0-9+/=]{1000000,})"\)/;

/** The table of the best quality in libsamplerate's high_qual_coeffs.h: its increment, then floats. */
const best = { increment: 2_381, coefficients: 340_239 };
const wordBytes = 4;

/**
 * The library's code without the table of the best quality. Memory that is not filled is zero, so that
 * quality would be silent.
 *
 * @throws an Error if the library is built differently
 */
export function withoutBestTable(code: string): string {
  const [whole, call = '', address = '', base64 = ''] = memory.exec(code) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  const increment = Buffer.alloc(wordBytes);
  increment.writeInt32LE(best.increment);
  const start = bytes.indexOf(increment) + wordBytes;
  const end = start + wordBytes * best.coefficients;
  if (whole === undefined || start < wordBytes || end > bytes.length)
    throw new Error('The table of the resampler is not where it was.');
  const fill = (from: number, to?: number): string =>
    `${call}${Number(address) + from},"${bytes.subarray(from, to).toString('base64')}")`;
  return code.replace(whole, () => `${fill(0, start)},${fill(end)}`);
}

/** The plugin of the build. */
export const smallResampler = {
  name: 'small-resampler',
  transform: (code: string, id: string): string | null =>
    id.endsWith('/libsamplerate-js/dist/libsamplerate.js') ? withoutBestTable(code) : null,
};
