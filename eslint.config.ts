import { resolve } from 'node:path';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { zones } from './tools/lint/zones.ts';

const root = import.meta.dirname;

export default defineConfig(
  { ignores: ['out/', 'dist/', 'node_modules/', 'tools/segfault-handler-noop/'] },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  // Oxlint checks all other files with the rules that need types, but cannot read components.
  {
    files: ['**/*.svelte'],
    extends: [ts.configs.strictTypeCheckedOnly, ts.configs.stylisticTypeCheckedOnly],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  svelte.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: resolve(root), zones }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // French sentences have no-break spaces.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
    },
  },
  {
    files: ['electron/core/**', 'shared/**'],
    ignores: ['**/*.{test,fixture}.ts'],
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
      'electron/main/windows/**',
      'electron/main/ipc/**',
      'electron/preload/**',
      '**/*.electron.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'electron', message: 'Only windows/, ipc/, preload/ and *.electron.ts.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{test,spec,fixture}.ts', 'test/support/**'],
    ignores: ['**/*.browser.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(CallExpression[callee.object.name="vi"][callee.property.name=/^waitFor|^waitUntil/], CallExpression[callee.object.name="expect"][callee.property.name="poll"])[arguments.length=1]',
          message: 'Gives up after a second, and a busy machine is slower: pass `patient`.',
        },
        {
          selector:
            'CallExpression[callee.name=/^(before|after)(All|Each)$|^(test|it)$/] > Literal[raw=/^[0-9]/]',
          message: 'The configuration has one bound for every test and hook.',
        },
        {
          selector:
            'CallExpression:matches([callee.object.name="vi"], [callee.object.name="expect"]) > ObjectExpression > Property[key.name="timeout"]',
          message: 'There is one bound for all facts: pass `patient`.',
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
);
