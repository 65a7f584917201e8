import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../start/build.ts';
import { say } from '../start/say.ts';
import { countTests, failedTests, testsNotRun, withoutReason, type Count } from './count.ts';

/** Runs a program of `node_modules/.bin`. Resolves with whether it exited with 0. */
export async function run(command: string, args: string[], niceness = 0): Promise<boolean> {
  const child = spawn(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    // The output of checks is a result, so it goes to standard output.
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'exit');
  if (child.pid !== undefined) setPriority(child.pid, niceness);
  const [status, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  if (signal !== null) say(`${command} was ended by ${signal}, so what it did is not counted.`);
  return status === 0;
}

/** A run of tests, or of checks that count as tests. */
export interface TestRun {
  count: Count;
  /** The tests that failed, with the beginning of the error. */
  failures: string[];
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
  const failures = failedTests(report, root);
  const notRun = testsNotRun(report);
  rmSync(folder, { recursive: true });
  if (isGreen || count.failed > 0) return { count, failures, notRun };
  // A run may fail without a failing test, for example by an error between tests.
  if (failures.length === 0) failures.push('vitest failed, although no test did');
  return { count: { ...count, failed: 1 }, failures, notRun };
}

/**
 * Prints the tests that were not run, those that failed and the closing line, and returns the exit
 * status. A skipped test without a reason in its name fails the run.
 */
export function conclude(...runs: TestRun[]): number {
  const sum = (key: keyof Count): number =>
    runs.reduce((total, { count }) => total + count[key], 0);
  const notRun = runs.flatMap((one) => one.notRun);
  const unexplained = withoutReason(notRun);
  for (const name of notRun) say(`skipped: ${name}`);
  for (const name of unexplained) say(`the name of a skipped test must say why: ${name}`);
  // Once more at the end, where they are found in a long output.
  for (const failure of runs.flatMap(({ failures }) => failures))
    console.log(`failed: ${failure.replaceAll('\n', '\nfailed:   ')}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') + unexplained.length === 0 ? 0 : 1;
}
