import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';
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

const run = (command: string, args: string[]): boolean =>
  spawnSync(join(bin, command), args, {
    cwd: root,
    // Standard output is for results, and what checks say is one.
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  }).status === 0;

function runChecks(): Count {
  const results = checks.map(([name, command, ...args]) => {
    say(`checking ${name}…`);
    return run(command, args);
  });
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

function runTests(): { count: Count; notRun: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-test-'));
  const report = join(folder, 'report.json');
  say('testing…');
  const isGreen = run('vitest', [
    'run',
    // It has a command of its own: npm run test:wayland.
    '--project=!wayland',
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
const checked = runChecks();
const { count: tested, notRun } = runTests();
const counts = [checked, tested];
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
say(`took ${Math.round((performance.now() - startedAtMs) / 1_000)} s.`);
if (notRun.length > 0) {
  say(`${notRun.length} of the skipped need Electron itself (npm run test:electron):`);
  for (const name of notRun) say(`  not run: ${name}`);
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
