import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../start/build.ts';
import { say } from '../start/say.ts';
import { countTests, testsNotRun, withoutReason, type Count } from './count.ts';

/** Runs a program of `node_modules/.bin`; resolves with whether it ended with 0. */
export async function run(command: string, args: string[], niceness = 0): Promise<boolean> {
  const child = spawn(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    // Standard output is for results, and what checks say is one.
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'exit');
  if (child.pid !== undefined) setPriority(child.pid, niceness);
  const [status, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  if (signal !== null) say(`${command} was ended by ${signal}, so what it did is not counted.`);
  return status === 0;
}

export interface TestRun {
  count: Count;
  /** The tests that were skipped, with the reason. */
  notRun: string[];
}

/** Runs vitest with these arguments. */
export async function runTests(...args: string[]): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const isGreen = await run('vitest', ['run', ...reporters, ...args]);
  const count = countTests(report);
  const notRun = testsNotRun(report);
  rmSync(folder, { recursive: true });
  // A run may fail without a failing test, for example by an error between tests.
  return { count: isGreen || count.failed > 0 ? count : { ...count, failed: 1 }, notRun };
}

/**
 * Says what was not run, prints the closing line of a run, and returns its exit status. A test that
 * is skipped for no reason fails the run.
 */
export function conclude(counts: Count[], notRun: string[]): number {
  const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
  const unexplained = withoutReason(notRun);
  for (const name of notRun) say(`skipped: ${name}`);
  for (const name of unexplained) say(`the name of a skipped test must say why: ${name}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') + unexplained.length === 0 ? 0 : 1;
}
