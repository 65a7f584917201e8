import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const root = import.meta.dirname;

/** Components, their state and plain JavaScript. Oxlint checks TypeScript, but has no rules of Svelte. */
export default defineConfig(
  { ignores: ['**/*.ts', '!**/*.svelte.ts'] },
  { ignores: ['out/', 'dist/', 'node_modules/', 'tools/segfault-handler-noop/'] },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
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
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Oxlint only has to know that names with an underscore count, too.
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used' }],
      // French sentences have no-break spaces.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
    },
  },
  {
    files: ['renderer/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // The presets have these for TypeScript only.
    rules: {
      'no-self-assign': 'error',
      'no-var': 'error',
      'prefer-rest-params': 'error',
      'prefer-spread': 'error',
      'svelte/prefer-const': 'error',
    },
  },
);
