import { existsSync } from 'node:fs';
import { loader, prepareWine } from '../desktop-harness/wine/prepare.ts';
import { buildWhenStale } from '../start/build.ts';
import { say } from '../start/say.ts';
import { conclude, runTests } from './run.ts';

/* Runs the lane `wine`. Arguments choose among its files by path. */

/** Why no Windows program can be run on this machine; null if one can. */
function whyNot(): string | null {
  if (process.platform !== 'linux') return 'Wine is used on Linux only';
  return existsSync(loader) ? null : 'wine64 cannot be installed here';
}

const reason = whyNot();
if (reason !== null) {
  say(`skipped: ${reason}. Nothing was run on Windows.`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

buildWhenStale();
say('preparing Windows (first time: half a minute)…');
await prepareWine();
say('testing on Windows…');
const tested = await runTests('--project', 'wine', ...process.argv.slice(2));
process.exit(conclude(tested));
