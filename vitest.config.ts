import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Debian's Chromium where Playwright's own cannot be downloaded. */
const executablePath = process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{electron,shared,tools,bench,test}/**/*.test.ts'],
          testTimeout: 20_000,
          // Apps and desktops are ended in them.
          hookTimeout: 60_000,
          // Many wait for what is said in real time.
          maxWorkers: 3,
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: 'svelte',
          include: ['renderer/**/*.test.ts'],
          // Light and dark are of the page that all files share.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
