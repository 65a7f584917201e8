import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, root } from '../start/build.ts';

/*
 * The tests that take too long for `npm test`. Arguments choose among them by path.
 * - Replay: 10,000 random captions, dictations and kills each in virtual time, and all mutations.
 * - The main job: all mutations.
 * - A kill: how much sound it costs.
 * - Insertion: 200 texts into a slow program beside each clipboard manager.
 * - Dictation: 50 in quick succession, into three more programs, and 60 holds that lose releases.
 */
const tests = [
  'electron/core/simulation',
  'electron/main/storage/recordings/crash.test.ts',
  'test/replay-mutations.desktop.test.ts',
  'test/e2e/mutations.spec.ts',
  'test/e2e/kill.spec.ts',
  'electron/main/insertion/x11/managers.desktop.test.ts',
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
