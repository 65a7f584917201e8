import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../start/build.ts';

/* Runs the first lane: names on the command line choose among its files. */
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'unit',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
