import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { patienceMs } from './tools/patience.ts';
import { LongestFirst } from './tools/test/longest-first.ts';

/** Debian's Chromium where Playwright's own cannot be downloaded. */
const executablePath = process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium';

const rooms = '{electron,renderer,shared,tools,bench,test}';

/**
 * No test has a bound of its own: what is waited for comes, on a slow machine late. A test or hook waits
 * for more than one fact, so it may take longer than one of them.
 */
const bounds = {
  testTimeout: 5 * patienceMs,
  hookTimeout: 5 * patienceMs,
  expect: { poll: { timeout: patienceMs } },
};

/** Tests mostly wait, for what is spoken and for other processes: more of them fit two cores. */
const sharing = { maxWorkers: 5, sequence: { groupOrder: 0 } };

/** A worker loads each module once for all of its files: some 0.8 CPU seconds less for each file. */
const shared = { isolate: false };

/** The programs and threads that tests start from sources are compiled once for all tests. */
const compiled = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/captionkey-compiled'),
};

/** The lanes. The name of a test file says what it needs: `tools/test/lanes.ts` has the rules. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.ts`],
          exclude: ['**/*.{browser,desktop,wayland,wine}.test.ts'],
          ...shared,
          setupFiles: ['test/support/clock.setup.ts'],
          // A display or a sound server that the machine has is out of reach.
          env: {
            ...compiled,
            ...{ DISPLAY: '', WAYLAND_DISPLAY: '', PULSE_SERVER: 'unix:/nonexistent' },
          },
          ...bounds,
          ...sharing,
        },
      },
      {
        test: {
          name: 'desktop',
          include: [`${rooms}/**/*.desktop.test.ts`],
          ...shared,
          setupFiles: ['test/support/processes.setup.ts'],
          env: compiled,
          ...bounds,
          ...sharing,
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: 'browser',
          include: ['renderer/**/*.browser.test.ts'],
          // Light and dark are of the page that all files share.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...bounds,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                // Pages may sound, as the window of the captions may.
                args: [
                  ...['--no-sandbox', '--disable-gpu'],
                  '--autoplay-policy=no-user-gesture-required',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          ...shared,
          env: compiled,
          setupFiles: ['test/support/logs.setup.ts', 'test/support/processes.setup.ts'],
          ...bounds,
          ...sharing,
        },
      },
      {
        test: {
          name: 'wayland',
          include: [`${rooms}/**/*.wayland.test.ts`, 'test/wayland/**/*.spec.ts'],
          env: compiled,
          setupFiles: ['test/support/logs.setup.ts'],
          // Each has a compositor, a sound server and an app of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
          ...bounds,
        },
      },
      {
        test: {
          name: 'wine',
          include: [`${rooms}/**/*.wine.test.ts`],
          // Each has a Windows and a display of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 5 },
          ...bounds,
        },
      },
    ],
  },
});
