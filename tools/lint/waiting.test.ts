import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'captionkey-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the linter says of a line of a test. */
function lint(line: string): string {
  const file = join(folder, 'waits.spec.ts');
  writeFileSync(file, `${line}\n`);
  const config = ['--config', join(root, '.oxlintrc.json'), '--disable-nested-config'];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), [...config, file], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return stdout;
}

test.each([
  'await vi.waitFor(isDone);',
  'await vi.waitUntil(isDone);',
  'await expect.poll(isDone).toBe(true);',
  'await vi.waitFor(isDone, { timeout: 5_000 });',
  'beforeAll(start, 5_000);',
  "test('waits', isDone, 5_000);",
])('a bound of a test alone is refused: %s', (line) => {
  expect(lint(line)).toContain('waiting(one-bound)');
});

test('a wait with the bound of all facts is accepted', () => {
  const said = lint('await vi.waitFor(isDone, patient);');
  expect(said).toContain('on 1 file');
  expect(said).not.toContain('waiting(one-bound)');
});
