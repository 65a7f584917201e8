import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Debian's Chromium where Playwright's own cannot be downloaded. */
const executablePath = process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium';

const rooms = '{electron,renderer,shared,tools,bench,test}';

/** The lanes. The name of a test file says what it needs: `tools/test/lanes.ts` has the rules. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.ts`],
          exclude: ['**/*.{browser,desktop,wayland}.test.ts'],
          // A display or a sound server that the machine has is out of reach.
          env: { DISPLAY: '', WAYLAND_DISPLAY: '', PULSE_SERVER: 'unix:/nonexistent' },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'desktop',
          include: [`${rooms}/**/*.desktop.test.ts`],
          testTimeout: 20_000,
          // Apps and desktops are ended in them.
          hookTimeout: 60_000,
          // Many wait for what is said in real time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: 'browser',
          include: ['renderer/**/*.browser.test.ts'],
          // Light and dark are of the page that all files share.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
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
          setupFiles: ['test/support/logs.setup.ts'],
          // Each has a display and a sound server of its own, and mostly waits for what is spoken.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'wayland',
          include: [`${rooms}/**/*.wayland.test.ts`, 'test/wayland/**/*.spec.ts'],
          setupFiles: ['test/support/logs.setup.ts'],
          // Each has a compositor, a sound server and an app of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
