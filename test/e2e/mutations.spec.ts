import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../tools/start/build.ts';

/*
 * The proof that the spec of the main job can see: each mutation of the source must turn it red.
 * They are made in a copy of the checkout.
 */
interface Mutation {
  name: string;
  file: string;
  find: string;
  replace: string;
}

const listener = 'electron/main/listening/listener.ts';
const sending = 'this.#connection?.sendBinary(';

const mutations: Mutation[] = [
  {
    name: 'one frame is dropped',
    file: listener,
    find: sending,
    replace: `if (startSample === 80_000) return;\n        ${sending}`,
  },
  {
    name: 'one frame is sent twice',
    file: listener,
    find: sending,
    replace: `if (startSample === 80_000) ${sending}this.#audio.read(startSample, endSample, padToSample));\n        ${sending}`,
  },
  {
    name: 'ForceEndpoint is not sent',
    file: listener,
    find: 'this.#connection?.sendText(JSON.stringify(effect.message))',
    replace: `effect.message.type === 'ForceEndpoint' ? undefined : this.#connection?.sendText(JSON.stringify(effect.message))`,
  },
];

const copied = [
  ...['electron', 'renderer', 'shared', 'resources', 'test', 'tools'],
  ...['package.json', 'package-lock.json', 'electron.vite.config.ts', 'vitest.config.ts'],
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
  });

/** Builds the copy and runs the spec of the main job in it. */
function runMainJob(): { isGreen: boolean; output: string } {
  const built = run('electron-vite', 'build');
  if (built.status !== 0) throw new Error(`The copy does not build:\n${built.stderr}`);
  const { status, stdout } = run('vitest', 'run', '--project', 'e2e', 'main-job');
  return { isGreen: status === 0, output: stdout };
}

test.each(mutations)('the main job is red when $name', async ({ file, find, replace }) => {
  const path = join(copy, file);
  const source = await readFile(path, 'utf8');
  expect(source.split(find)).toHaveLength(2);
  await writeFile(path, source.replace(find, replace));
  const { isGreen, output } = runMainJob();
  await writeFile(path, source);
  expect(output).toMatch(/AssertionError/);
  expect(isGreen).toBe(false);
});
