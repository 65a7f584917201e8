import { buildWhenStale } from '../start/build.ts';
import { findRuntime } from '../start/runtime.ts';
import { say } from '../start/say.ts';
import type { Count } from './count.ts';
import { conclude, run, runTests } from './run.ts';

/** Each counts as one test. */
const checks: [name: string, command: string, ...args: string[]][] = [
  ['check of the formatting', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'eslint', '--max-warnings=0', '.'],
  ['check of the types', 'tsc', '-p', '.'],
  ['check of the types of the renderer', 'svelte-check', '--tsconfig', 'renderer/tsconfig.json'],
];

/** The checks take what the tests leave of the machine. */
const background = 10;

async function runChecks(): Promise<Count> {
  let passed = 0;
  for (const [name, command, ...args] of checks) {
    const isGreen = await run(command, args, background);
    say(`the ${name} ${isGreen ? 'passed' : 'failed'}.`);
    if (isGreen) passed += 1;
  }
  return { passed, failed: checks.length - passed, skipped: 0 };
}

const startedAtMs = performance.now();
buildWhenStale();
// Electron is downloaded before several tests ask for it at once.
findRuntime();
say('checking and testing…');
const [checked, tested] = await Promise.all([runChecks(), runTests()]);
say(`took ${Math.round((performance.now() - startedAtMs) / 1_000)} s.`);
process.exit(conclude([checked, tested.count], tested.notRun));
