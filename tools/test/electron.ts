import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';
import { findRuntime } from '../start/runtime.ts';
import { say } from '../start/say.ts';

/* Runs on real Electron the specs that `npm test` runs on the stand-in, and those that it skips. */
if (findRuntime().isStandIn) {
  say('Electron is not here and cannot be downloaded, so nothing was run on it.');
  process.exit(1);
}
buildWhenStale();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const projects = [
  ['--project', 'e2e'],
  ['--project', 'desktop', 'tools/electron-stand-in/conformance'],
];
const runs = projects.map((project) =>
  spawnSync(process.execPath, [vitest, 'run', ...project], { cwd: root, stdio: 'inherit' }),
);
process.exit(runs.every(({ status }) => status === 0) ? 0 : 1);
