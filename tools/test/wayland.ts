import { spawnSync } from 'node:child_process';
import { buildWhenStale } from '../start/build.ts';
import { say } from '../start/say.ts';
import { conclude, runTests } from './run.ts';

/* Runs the lane `wayland`. Arguments choose among its files by path. */
const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Why no compositor can be started on this machine; null if one can. */
function whyNot(): string | null {
  if (!runs('sway', '--version')) return 'sway cannot be installed here';
  // sway refuses to run as root, so the tests start it with another user id.
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !runs('unshare', '-U', '--map-user=1000', '--map-group=1000', 'true'))
    return 'user namespaces, in which sway is started as root, are not permitted here';
  return null;
}

const reason = process.platform === 'linux' ? whyNot() : 'Wayland exists on Linux only';
if (reason !== null) {
  say(`skipped: ${reason}. Nothing was run on Wayland.`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

buildWhenStale();
say('testing on Wayland…');
const tested = await runTests('--project', 'wayland', ...process.argv.slice(2));
process.exit(conclude(tested));
