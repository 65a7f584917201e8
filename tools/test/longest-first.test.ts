import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../start/build.ts';
import { longest } from './longest-first.ts';

test('each of the longest files exists', () => {
  expect(longest.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
