import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { smallResampler } from './tools/package/resampler-table.ts';

export default defineConfig({
  main: {
    plugins: [smallResampler],
    build: {
      // The CommonJS of libsamplerate has no named exports that Node can see. Of valibot most is unused,
      // and a bundle leaves that out.
      externalizeDeps: { exclude: ['@alexanderolsen/libsamplerate-js', 'valibot'] },
      rolldownOptions: {
        input: {
          index: resolve('electron/main/index.ts'),
          capture: resolve('electron/capture/index.ts'),
          'key-watch': resolve('electron/key-watch/index.ts'),
          store: resolve('electron/main/storage/database/worker.ts'),
          'x11-insertion': resolve('electron/main/insertion/x11/worker.ts'),
          'gnome-clipboard': resolve('electron/main/insertion/gnome/worker.ts'),
          'windows-insertion': resolve('electron/main/insertion/windows/worker.ts'),
          wayland: resolve('electron/wayland/index.ts'),
          'demo-server': resolve('electron/demo-server/index.ts'),
        },
        // The names and lines of stack traces in the diagnostics stay readable.
        output: { comments: { annotation: true, jsdoc: false, legal: true } },
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
          pill: resolve('renderer/pill/index.html'),
          panel: resolve('renderer/panel/index.html'),
          doctor: resolve('renderer/doctor/index.html'),
        },
      },
    },
  },
});
