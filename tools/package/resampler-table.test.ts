import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as original from '@alexanderolsen/libsamplerate-js';
import { afterAll, expect, test } from 'vitest';
import { withoutBestTable } from './resampler-table.ts';

const require = createRequire(import.meta.url);
const code = readFileSync(require.resolve('@alexanderolsen/libsamplerate-js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'captionkey-resampler-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chirp = Float32Array.from({ length: 48_000 }, (_, index) => Math.sin((index * index) / 2e5));

test('the library without a table is ten times smaller, and resamples to the same values', async () => {
  const small = withoutBestTable(code);
  expect(small.length).toBeLessThan(code.length / 8);
  const path = join(folder, 'small.cjs');
  writeFileSync(path, small);
  const trimmed = require(path) as typeof original;
  const converterType = original.ConverterType.SRC_SINC_MEDIUM_QUALITY;
  const results = await Promise.all(
    [original, trimmed].map(async ({ create }) =>
      (await create(1, 44_100, 16_000, { converterType })).simple(chirp),
    ),
  );
  expect(results[1]).toEqual(results[0]);
});

test('a library that is built differently is refused', () => {
  expect(() => withoutBestTable('')).toThrow('not where it was');
});
