import { Stryker } from '@stryker-mutator/core';
import { root } from '../start/build.ts';

/* `npm run mutate [-- FILE…]`: breaks the core in every way Stryker knows, one way at a time, and
   fails where its own tests do not notice enough of them. */

process.chdir(root);

/** Types and tests have nothing that can be broken; all the rest of the core counts. */
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
  // Which tests passed is not the news; which breaks they overlooked is.
  clearTextReporter: { logTests: false, reportTests: false, skipFull: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  tempDirName: 'out/mutation',
  cleanTempDir: 'always',
  ignorePatterns: ['/out', '/dist', '/resources', '/renderer', '/bench', '/docs'],
});
await stryker.runMutationTest();
