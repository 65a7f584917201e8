import { buildWhenStale } from '../start/build.ts';
import { findRuntime } from '../start/runtime.ts';
import { say } from '../start/say.ts';
import { conclude, run, runTests, type TestRun } from './run.ts';

/** Each counts as one test. */
const checks: [name: string, command: string, ...args: string[]][] = [
  ['check of the formatting', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'eslint', '--max-warnings=0', '.'],
  ['lint by types, and check of the types', 'oxlint', '--deny-warnings'],
  ['check of the types of the renderer', 'svelte-check', '--tsconfig', 'renderer/tsconfig.json'],
];

/** Without Wayland and Windows, which have separate commands. */
const projects = ['unit', 'desktop', 'e2e'].flatMap((name) => ['--project', name]);

/** The niceness of the checks, so that the tests go first. */
const background = 10;

async function runChecks(): Promise<TestRun> {
  const failures: string[] = [];
  for (const [name, command, ...args] of checks) {
    const isGreen = await run(command, args, background);
    if (!isGreen) failures.push(`the ${name}`);
    say(`the ${name} ${isGreen ? 'passed' : 'failed'}.`);
  }
  const failed = failures.length;
  return { count: { passed: checks.length - failed, failed, skipped: 0 }, failures, notRun: [] };
}

/** What runs beside the tests that mostly wait. The files of the browser share a page, one after the other. */
async function runBeside(): Promise<TestRun[]> {
  return [await runChecks(), await runTests('--project', 'browser')];
}

const startedAtMs = performance.now();
buildWhenStale();
// Download Electron before several tests try to at the same time.
findRuntime();
say('checking and testing…');
const [beside, tested] = await Promise.all([runBeside(), runTests(...projects)]);
say(`took ${Math.round((performance.now() - startedAtMs) / 1_000)} s.`);
process.exit(conclude(...beside, tested));
