import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../tools/start/build.ts';

/*
 * The proof that the tests of the replay can see: each mutation of the core, made in a copy, must
 * turn them red.
 */
const replay = 'electron/core/streaming/passage/replay.ts';
const planned = 'return { startSample: Math.min(startSample, range.endSample), overlap };';

const mutations = [
  {
    name: 'there is no replay',
    file: replay,
    find: planned,
    replace: 'return { startSample: range.endSample, overlap };',
  },
  {
    name: 'the replay begins one second too late',
    file: replay,
    find: planned,
    replace: planned.replace('startSample, range', 'startSample + 16_000, range'),
  },
  {
    name: 'the replay begins one second too early, and nobody looks for the overlap',
    file: replay,
    find: planned,
    replace: 'return { startSample: Math.max(0, startSample - 16_000), overlap: [] };',
  },
  {
    name: 'a wrong key is tried again',
    file: 'electron/core/streaming/close-codes.ts',
    find: "return { retry: 'never', describe: () => wrongKey };",
    replace: "return { retry: 'with-backoff', describe: () => wrongKey };",
  },
];

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'captionkey-mutation-'));
  for (const name of ['electron/core', 'shared', 'package.json', 'tsconfig.json'])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Whether the core's own tests are green in the copy. */
const isGreen = (): boolean =>
  spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--root', copy, '--bail=1', '--testTimeout=120000'],
    {
      cwd: copy,
      env: { ...process.env, CAPTIONKEY_REPLAY_CASES: '100' },
    },
  ).status === 0;

test('the copy as it is is green', { timeout: 300_000 }, () => {
  expect(isGreen()).toBe(true);
});

test.each(mutations)(
  'the tests are red when $name',
  { timeout: 300_000 },
  async ({ file, find, replace }) => {
    const path = join(copy, file);
    const source = await readFile(path, 'utf8');
    expect(source.split(find)).toHaveLength(2);
    await writeFile(path, source.replace(find, replace));
    const wasGreen = isGreen();
    await writeFile(path, source);
    expect(wasGreen).toBe(false);
  },
);
