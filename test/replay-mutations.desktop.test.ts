import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patienceMs } from '../tools/patience.ts';
import { root } from '../tools/start/build.ts';

/* Shows that the tests of the replay work: each mutation of the core, in a copy, must turn them red. */
const replay = 'electron/core/segments/replay.ts';
const planned = 'range.endSample, Math.max(from, voiceFrom - leadSamples)';
const alignment = 'electron/core/segments/alignment.ts';
const overlap = 'electron/core/segments/overlap.ts';

const mutations = [
  {
    name: 'there is no replay',
    file: replay,
    find: planned,
    replace: 'range.endSample, range.endSample',
  },
  {
    name: 'the replay begins one second too late',
    file: replay,
    find: planned,
    replace: 'range.endSample, 16_000 + Math.max(from, voiceFrom - leadSamples)',
  },
  {
    name: 'words that are heard again are taken for new',
    file: overlap,
    find: 'if (known.length === 0) return',
    replace: 'if (known.length >= 0) return',
  },
  {
    name: 'times decide before texts',
    file: alignment,
    find: '(unlikelyTimeCost * samples) / differSamples',
    replace: '(400 * samples) / differSamples',
  },
  {
    name: 'a word that is heard again with a later end is taken for new',
    file: overlap,
    find: 'const newCost = costOfNew(known, heard.slice(repeated));',
    replace:
      'const newCost = heard.slice(0, repeated).some((word) => word.endSample > (known.at(-1)?.endSample ?? 0)) ? 400 : 0;',
  },
  {
    name: 'a word that is put in is likelier than one that is heard as another',
    file: alignment,
    find: 'const otherCost = 0.75;',
    replace: 'const otherCost = 1.1;',
  },
  {
    name: 'what was asked for behind the end is asked for behind sound of another session',
    file: 'electron/core/assemblyai/sending.ts',
    find: 'Math.min(request?.atSample ?? Infinity, open.capturedTo)',
    replace: 'request?.atSample ?? open.capturedTo',
  },
  {
    name: 'a wrong key is tried again',
    file: 'electron/core/assemblyai/refusals.ts',
    find: "{ code: 'wrong-key', retry: never }",
    replace: "{ code: 'wrong-key', retry: later }",
  },
  {
    name: 'the backlog is sent in one go',
    file: 'electron/core/assemblyai/pace.ts',
    find: 'allowance - samples;',
    replace: 'allowance + 0 * samples;',
  },
  {
    name: 'sound that came too fast is given up',
    file: 'electron/core/assemblyai/refusal-table.ts',
    find: "{ code: 'too-fast', retry: later }",
    replace: "{ code: 'too-fast', retry: never }",
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

/** `npm run test:slow` makes each mutation, and runs all tests of the core for it. */
const isSlow = process.env.CAPTIONKEY_SLOW === '1';
const made = isSlow ? mutations : mutations.slice(0, 1);
const tests = isSlow ? [] : ['electron/core/segments'];

/** Whether the core's own tests are green in the copy. */
const isGreen = (): boolean =>
  spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', ...tests, '--root', copy, '--bail=1', `--testTimeout=${5 * patienceMs}`],
    {
      cwd: copy,
      // The simulation runs once for each mutation: a part of it notices them.
      env: { ...process.env, CAPTIONKEY_REPLAY_CASES: '20', CAPTIONKEY_REPLAY_CUT_STEP: '7' },
    },
  ).status === 0;

test('the unchanged copy is green', () => {
  expect(isGreen()).toBe(true);
});

test.each(made)('the tests are red when $name', async ({ file, find, replace }) => {
  const path = join(copy, file);
  const source = await readFile(path, 'utf8');
  expect(source.split(find)).toHaveLength(2);
  await writeFile(path, source.replace(find, replace));
  const wasGreen = isGreen();
  await writeFile(path, source);
  expect(wasGreen).toBe(false);
});
