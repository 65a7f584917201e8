import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BoundedFile } from './bounded-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-bounded-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const line = `${'x'.repeat(9_999)}\n`;

test('any amount of output leaves three files of 1 MB, the newest last', async () => {
  for (let run = 0; run < 6; run++) {
    const file = new BoundedFile(folder, 'some.log');
    // Less than may wait.
    for (let count = 0; count < 90; count++) file.write(line);
    await file.close();
  }
  const file = new BoundedFile(folder, 'some.log');
  file.write('the end\n');
  await file.close();
  expect(readdirSync(folder).toSorted()).toEqual(['some.log', 'some.log.1', 'some.log.2']);
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThan(1_100_000);
  expect(readFileSync(join(folder, 'some.log'), 'utf8')).toMatch(/the end\n$/);
});

test('output for a disk that hangs is dropped and does not fill the memory', async () => {
  const file = new BoundedFile(folder, 'some.log');
  for (let count = 0; count < 1_000; count++) file.write(line);
  await file.close();
  const bytes = readdirSync(folder).reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );
  expect(bytes).toBeLessThan(1_100_000);
});

test('a file that cannot be written does no harm, whenever it is closed', async () => {
  const file = new BoundedFile('/dev/null/nowhere', 'some.log');
  for (let count = 0; count < 3; count++) {
    file.write(line);
    await file.close();
  }
});
