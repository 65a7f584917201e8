import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';

/*
 * The replay: 10,000 random lines in virtual time, and every mutation of it. The main job: every
 * mutation of it.
 * A kill: how much sound it costs. Delivery: 200 texts to a slow program beside each clipboard manager.
 * Dictation: 50 in quick succession, into three more programs, and 60 holds that lose releases.
 * Names on the command line choose among them.
 */
const tests = [
  'electron/core/simulation',
  'test/replay-mutations.desktop.test.ts',
  'test/e2e/mutations.spec.ts',
  'test/e2e/kill.spec.ts',
  'electron/main/delivery/x11/managers.desktop.test.ts',
  'test/e2e/dictation-series.spec.ts',
  'test/e2e/dictation-targets.spec.ts',
  'test/e2e/lost-releases.spec.ts',
];

const names = process.argv.slice(2);
const chosen = tests.filter(
  (path) => names.length === 0 || names.some((name) => path.includes(name)),
);

buildWhenStale();
const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--project', 'unit', '--project', 'desktop', '--project', 'e2e', ...chosen],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CAPTIONKEY_SLOW: '1',
      CAPTIONKEY_REPLAY_CASES: '10000',
      CAPTIONKEY_REPLAY_CUT_STEP: '1',
    },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
