// SPDX-License-Identifier: MIT
// ESLint for the TypeScript in web/ and e2e/ (with types) and for the scripts and tests in plain JavaScript.
// The rules of this project itself are in scripts/lint/rules.mjs.
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { siteRules } from './scripts/lint/rules.mjs';

const typescript = ['web/**/*.ts', 'e2e/**/*.ts', '*.config.ts'];
const javascript = ['scripts/**/*.mjs', 'tests/**/*.mjs', '*.config.js'];

const nodeNames =
  'AbortController AbortSignal Blob Buffer URL WebAssembly clearInterval clearTimeout console fetch performance process queueMicrotask ' +
  'setImmediate setInterval setTimeout structuredClone ReadableStream Response TextDecoder TextEncoder TransformStream File';

export default defineConfig([
  globalIgnores(['build/', 'dist/', 'test-results/', 'playwright-report/', 'tests/data/']),
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, siteRules],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Off: an index that the line before has checked; a flag that a callback changes; Lit binds its event handlers.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: javascript,
    extends: [tseslint.configs.recommended, siteRules],
    languageOptions: { globals: Object.fromEntries(nodeNames.split(' ').map((name) => [name, 'readonly'])) },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
]);
