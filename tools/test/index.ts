import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';
import { findRuntime } from '../start/runtime.ts';
import { say } from '../start/say.ts';
import { countTests, testsNotRun, type Count } from './count.ts';

/** Each counts as one test. */
const checks: [name: string, command: string, ...args: string[]][] = [
  ['formatting', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'eslint', '--max-warnings=0', '.'],
  ['types', 'tsc', '-p', '.'],
  ['types of the renderer', 'svelte-check', '--tsconfig', 'renderer/tsconfig.json'],
];

const bin = join(root, 'node_modules/.bin');

/** The checks take what the tests leave of the machine. */
const background = 10;

async function run(command: string, args: string[], niceness = 0): Promise<boolean> {
  const child = spawn(join(bin, command), args, {
    cwd: root,
    // Standard output is for results, and what checks say is one.
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (child.pid !== undefined) setPriority(child.pid, niceness);
  const [status] = (await once(child, 'exit')) as [number | null];
  return status === 0;
}

async function runChecks(): Promise<Count> {
  let passed = 0;
  for (const [name, command, ...args] of checks) {
    const isGreen = await run(command, args, background);
    say(`${name}: ${isGreen ? 'as it should be' : 'not as it should be'}.`);
    if (isGreen) passed += 1;
  }
  return { passed, failed: checks.length - passed, skipped: 0 };
}

async function runTests(): Promise<{ count: Count; notRun: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-test-'));
  const report = join(folder, 'report.json');
  const isGreen = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const count = countTests(report);
  const notRun = testsNotRun(report);
  rmSync(folder, { recursive: true });
  // A run may fail without a failing test, for example by an error between tests.
  return { count: isGreen || count.failed > 0 ? count : { ...count, failed: 1 }, notRun };
}

const startedAtMs = performance.now();
buildWhenStale();
// What has to be downloaded is, before several tests ask for it at once.
findRuntime();
say('checking and testing…');
const [checked, { count: tested, notRun }] = await Promise.all([runChecks(), runTests()]);
const counts = [checked, tested];
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
say(`took ${Math.round((performance.now() - startedAtMs) / 1_000)} s.`);
if (notRun.length > 0) {
  say(`${notRun.length} of the skipped need Electron itself (npm run test:electron):`);
  for (const name of notRun) say(`  not run: ${name}`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
