import { Stryker } from '@stryker-mutator/core';
import { root } from '../start/build.ts';

/* `npm run mutate [-- FILE…]`: runs the core's tests against each mutation that Stryker makes in the
   core, and fails if too few mutations make a test fail. */

process.chdir(root);

/** The core without its tests. */
const core = ['electron/core/**/*.ts', '!electron/core/**/*.{test,fixture}.ts'];
const asked = process.argv.slice(2);

const stryker = new Stryker({
  mutate: asked.length > 0 ? asked : core,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tools/mutate/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ['clear-text', 'html', 'progress-append-only'],
  // Print the mutations that survived, not the tests.
  clearTextReporter: { logTests: false, reportTests: false, skipFull: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  tempDirName: 'out/mutation',
  cleanTempDir: 'always',
  ignorePatterns: ['/out', '/dist', '/resources', '/renderer', '/bench', '/docs'],
});
await stryker.runMutationTest();
