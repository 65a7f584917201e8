import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemCodes, problemFacts } from './problem-facts.ts';

const factsOf = (code: string) => problemFacts({ code, sentence: 'Something secret.' });

test('a problem is its code, and the number apart from it', () => {
  expect(factsOf('wrong-key')).toEqual({ code: 'wrong-key', number: 0 });
  expect(factsOf('connection-lost-1006')).toEqual({ code: 'connection-lost', number: 1006 });
  expect(factsOf('http-503')).toEqual({ code: 'http', number: 503 });
});

test.each(['secret', 'secret-7', 'wrong-key\nsecret', ''])('%j could be anything', (code) => {
  expect(factsOf(code).code).toBe('other');
});

test('every code of the app is known', () => {
  const root = join(import.meta.dirname, '../../..');
  const files = globSync(['electron/{core,main,preload}/**/*.ts', 'shared/*.ts'], { cwd: root });
  const sources = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  // Languages have codes, too, of two letters.
  const used = [...sources.matchAll(/(?:failed\(|\bcode:)\s*(?:'([a-z-]{3,})'|`([a-z-]+)-\$)/g)];
  const codes = new Set(used.map(([, plain, numbered]) => plain ?? numbered));
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => !problemCodes.some((known) => known === code))).toEqual([]);
});
