import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      // Its CommonJS has no named exports that Node can see, so it is bundled.
      externalizeDeps: { exclude: ['@alexanderolsen/libsamplerate-js'] },
      rolldownOptions: {
        input: {
          index: resolve('electron/main/index.ts'),
          capture: resolve('electron/capture/index.ts'),
          'key-watch': resolve('electron/key-watch/index.ts'),
          store: resolve('electron/main/store/worker.ts'),
          'x11-delivery': resolve('electron/main/delivery/x11/worker.ts'),
          wayland: resolve('electron/wayland/index.ts'),
          'demo-server': resolve('electron/demo-server/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can neither be ESM nor load packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [svelte()],
    build: {
      rolldownOptions: {
        input: {
          captions: resolve('renderer/captions/index.html'),
          panel: resolve('renderer/panel/index.html'),
        },
      },
    },
  },
});
