import { defineConfig } from 'vitest/config';

/** The core's own tests: what a break in the core must be noticed by. */
export default defineConfig({
  test: { include: ['electron/core/**/*.test.ts'] },
});
