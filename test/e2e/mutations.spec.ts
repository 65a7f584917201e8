import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../tools/start/build.ts';

/*
 * Shows that the spec of the main job works: each mutation of the source, in a copy of the checkout,
 * must turn it red.
 */
const mutated = 'electron/core/assemblyai/sending.ts';

const sendFrame = `effects.push({ type: 'send-audio', ...frame });`;

const mutations = [
  {
    name: 'one frame is dropped',
    find: sendFrame,
    replace: `if (sentTo !== 80_000) ${sendFrame}`,
    seenBy: 'every sample reached the service',
  },
  {
    name: 'one frame is sent twice',
    find: sendFrame,
    replace: `${sendFrame} if (sentTo === 80_000) ${sendFrame}`,
    seenBy: 'every sample reached the service',
  },
  {
    name: 'ForceEndpoint is not sent',
    find: `{ type: 'send', message: { type: 'ForceEndpoint' } },`,
    replace: '',
    seenBy: 'a key press, speech, a key press',
  },
];

const copied = [
  ...['electron', 'renderer', 'shared', 'resources', 'test', 'tools'],
  ...[
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'electron.vite.config.ts',
    'vitest.config.ts',
  ],
];

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'captionkey-mutation-'));
  for (const name of copied) await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

const run = (...command: [string, ...string[]]) =>
  spawnSync(join(root, 'node_modules/.bin', command[0]), command.slice(1), {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });

/** The tests that see the mutations. The later ones of the main job would wait in vain. */
const seeing = '^(a key press|every sample)';

/** Builds the copy and runs the spec of the main job in it. */
function runMainJob(): { isGreen: boolean; output: string } {
  const built = run('electron-vite', 'build');
  if (built.status !== 0) throw new Error(`The copy does not build:\n${built.stderr}`);
  const { status, stdout } = run('vitest', 'run', '--project', 'e2e', 'main-job', '-t', seeing);
  return { isGreen: status === 0, output: stdout };
}

test.each(mutations)('there is one place where $name', async ({ find }) => {
  expect((await readFile(join(copy, mutated), 'utf8')).split(find)).toHaveLength(2);
});

/** Each takes a build and a main job; `npm run test:slow` makes all of them. */
const made = process.env.CAPTIONKEY_SLOW === '1' ? mutations : mutations.slice(0, 1);

test.each(made)('the main job is red when $name', async ({ find, replace, seenBy }) => {
  const path = join(copy, mutated);
  const source = await readFile(path, 'utf8');
  await writeFile(path, source.replace(find, replace));
  const { isGreen, output } = runMainJob();
  await writeFile(path, source);
  expect(isGreen).toBe(false);
  expect(output).toContain(`× ${seenBy}`);
});
