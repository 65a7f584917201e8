import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';
import { patient } from '../../test/support/patient.ts';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The running commands that contain a text. */
const commandsWith = (text: string): string[] =>
  spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((command) => command.includes(text));

const pidOf = async (stdout: NodeJS.ReadableStream): Promise<number> => {
  const [chunk] = (await once(stdout, 'data')) as [Buffer];
  return Number(String(chunk));
};

test('stop ends the process and removes its folder', async () => {
  const folder = await makeTemporaryFolder('test');
  const owned = startOwned(['sh', '-c', 'echo $$; exec sleep 60'], { env: process.env, folder });
  const pid = await pidOf(owned.stdout);
  expect(isRunning(pid)).toBe(true);
  await owned.stop();
  expect([isRunning(pid), existsSync(folder)]).toEqual([false, false]);
});

test('ended resolves with the exit status', async () => {
  expect(await startOwned(['sh', '-c', 'exit 3'], { env: process.env }).ended).toBe(3);
});

test('nothing of a process that has ended is left to signal its number, which another process may get', async () => {
  const mark = `owned-${process.pid}-${Date.now()}`;
  await startOwned(['sh', '-c', 'exit 0', mark], { env: process.env }).ended;
  await vi.waitFor(() => expect(commandsWith(mark)).toEqual([]), patient);
});

test('killing the owner ends the process and removes its folder', async () => {
  const folder = await makeTemporaryFolder('test');
  const module = join(import.meta.dirname, 'owned-process.ts');
  const script = `
    const { startOwned } = await import(${JSON.stringify(module)});
    const command = ['sh', '-c', 'echo $$; exec sleep 60'];
    const options = { env: process.env, folder: ${JSON.stringify(folder)} };
    startOwned(command, options).stdout.pipe(process.stdout);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const pid = await pidOf(owner.stdout);
  owner.kill('SIGKILL');
  await vi.waitFor(
    () => expect([isRunning(pid), existsSync(folder)]).toEqual([false, false]),
    patient,
  );
});
