import { resolve } from 'node:path';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const root = import.meta.dirname;

/** The rooms of the code and what each may not reach into. */
const zones = [
  {
    target: './electron/core',
    from: ['./electron', './renderer', './tools', './test', './bench'],
    except: ['./core'],
    message: 'The core imports shared/ and itself only.',
  },
  {
    target: './shared',
    from: ['./electron', './renderer', './tools', './test', './bench'],
    message: 'shared/ imports nothing of the app.',
  },
  {
    target: './renderer',
    from: ['./electron', './tools', './test', './bench'],
    message: 'The renderer talks to main over IPC only.',
  },
  {
    target: './electron/capture',
    from: ['./electron/main', './electron/core', './electron/demo-server', './renderer'],
    message: 'The capture process is naudiodon and the WAV writer, nothing else.',
  },
  {
    target: './electron/key-watch',
    from: ['./electron/main', './electron/core', './electron/capture', './renderer'],
    message: 'The key watch matches one chord, nothing else.',
  },
  {
    target: './electron/wayland',
    from: ['./electron/main', './electron/core', './electron/capture', './renderer'],
    message: 'The Wayland helper moves bytes and presses keys; main decides.',
  },
  {
    target: './electron/demo-server',
    from: ['./electron/main', './electron/core', './electron/capture', './renderer'],
    message: 'The demo server must not share the code it checks.',
  },
  {
    target: ['electron', 'shared', 'renderer'].map((room) => `./${room}/**/!(*.test|*.fixture).ts`),
    from: ['./tools', './test', './bench'],
    message: 'The product does not import its tools and tests.',
  },
];

export default defineConfig(
  { ignores: ['out/', 'dist/', 'node_modules/', 'tools/segfault-handler-noop/'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: { allowDefaultProject: ['tools/*.mjs'] },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: resolve(root), zones }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  {
    files: ['electron/core/**', 'shared/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|electron$|ws$)', message: 'No I/O here: use a port.' }] },
      ],
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'performance', 'process', 'Date', 'fetch', 'Buffer'].map(
          (name) => ({ name, message: 'No clock and no I/O here: use a port.' }),
        ),
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: [
      'electron/main/shell/**',
      'electron/main/ipc/**',
      'electron/preload/**',
      '**/*.electron.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'electron', message: 'Only shell/, ipc/, preload/ and *.electron.ts.' }],
        },
      ],
    },
  },
  {
    files: ['renderer/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  { files: ['**/*.{mjs,js,cjs}'], extends: [ts.configs.disableTypeChecked] },
);
