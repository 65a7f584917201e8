import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';
import { say } from '../start/say.ts';
import { countTests } from './count.ts';

/* Runs the project `wayland`. Names on the command line choose among its tests. */
const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Why no compositor can be started here, or null. */
function whyNot(): string | null {
  if (!runs('sway', '--version')) return 'sway cannot be installed here';
  // sway refuses to run as root, so the tests start it under another number.
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !runs('unshare', '-U', '--map-user=1000', '--map-group=1000', 'true'))
    return 'user namespaces, in which sway is started as root, are not permitted here';
  return null;
}

const reason = process.platform === 'linux' ? whyNot() : 'Wayland is of Linux';
if (reason !== null) {
  say(`skipped: ${reason}. Nothing was run on Wayland.`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

buildWhenStale();
const folder = mkdtempSync(join(tmpdir(), 'captionkey-test-'));
const report = join(folder, 'report.json');
say('testing on Wayland…');
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  [
    'run',
    ...['--project', 'wayland', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  // Standard output is for the count.
  { cwd: root, stdio: ['ignore', 2, 2] },
);
const { passed, failed, skipped } = countTests(report);
rmSync(folder, { recursive: true });
// A run may fail without a failing test, for example by an error between tests.
const failures = status === 0 ? failed : Math.max(failed, 1);
console.log(`${passed} passed, ${failures} failed, ${skipped} skipped`);
process.exit(failures === 0 ? 0 : 1);
