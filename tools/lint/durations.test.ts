import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** A name with a unit of time that gets a number, other than zero. */
const duration = /\b(?:\w*Ms|\w*[sS]econds)\b\s*[:=]\s*[1-9][\d_]*/g;

/** The durations that a source text defines. */
const durationsIn = (source: string): string[] => source.match(duration) ?? [];

test('core and main define their durations in the tuning tables only', () => {
  const sources = globSync('electron/{core,main}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(test|fixture)\.ts$/.test(file),
  );
  const found = sources
    .map((file) => [file, durationsIn(readFileSync(join(root, file), 'utf8'))] as const)
    .filter(([, durations]) => durations.length > 0);

  expect(found.map(([file]) => file).sort()).toEqual([
    'electron/core/tuning.ts',
    'electron/main/insertion/tuning.ts',
    'electron/main/time/tuning.ts',
  ]);
});

test('a constant and a property with a duration are found, and a zero is not', () => {
  expect(durationsIn('const waitMs = 1_000;')).toEqual(['waitMs = 1_000']);
  expect(durationsIn('open({ timeoutMs: 5 });')).toEqual(['timeoutMs: 5']);
  expect(durationsIn('#atMs = 0; const seconds = waitMs;')).toEqual([]);
});
