import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';

buildWhenStale();
const packager = join(root, 'node_modules/electron-builder/cli.js');
const { status } = spawnSync(process.execPath, [packager, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
