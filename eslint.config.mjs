import js from '@eslint/js'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import vue from 'eslint-plugin-vue'
import path from 'node:path'
import tseslint from 'typescript-eslint'

/** Names that say nothing about what is inside, and barrels that hide where things are. */
const BANNED = /^(?:utils?|helpers?|common|misc|types?|index)\.(?:ts|vue|mjs)$/

const house = {
  rules: {
    'file-name': {
      meta: {
        type: 'problem',
        schema: [],
        messages: { banned: 'Name the file after its idea, not “{{name}}”.' },
      },
      create: (context) => ({
        Program(node) {
          const name = path.basename(context.filename)
          if (BANNED.test(name)) context.report({ node, messageId: 'banned', data: { name } })
        },
      }),
    },
  },
}

const restrictedImport = (...patterns) => ['error', { patterns }]
const ACROSS = {
  regex: '\\.\\./(?:\\.\\./)*(?:api/|web/|etl/|domain/|prisma/|bench/|charts/src/)',
  message: 'Import another package by its name; what it offers is in its exports.',
}
const NO_ZOD = { regex: '^zod$', message: 'Input is parsed at the doors only; inside, trust the types.' }

export default defineConfigWithVueTs(
  {
    ignores: [
      '**/dist/',
      '**/generated/',
      'data/',
      '**/node_modules/',
      'test-results/',
      '**/playwright-report/',
    ],
  },
  js.configs.recommended,
  vue.configs['flat/recommended'],
  vueTsConfigs.recommendedTypeChecked,
  {
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'house/file-name': 'error',
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
      'no-console': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Nest reads the types of constructor parameters at run time, where an `import type` is nothing.
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-imports': restrictedImport(ACROSS),
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts and cli.ts read the environment.' },
      ],
    },
  },
  // What tests stand on.
  { files: ['**/testing.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.spec.ts', 'web/test/**', 'bench/**'],
    rules: {
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['**/config.ts', '**/cli.ts', '**/*.config.ts', '**/*.config.mjs'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'console',
        'crypto',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is passed in.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The clock is passed in.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Chance is passed in.',
        },
      ],
      'no-restricted-imports': restrictedImport(ACROSS, NO_ZOD, {
        regex: '^node:',
        message: 'The domain is pure.',
      }),
    },
  },
  {
    files: ['api/src/**/*.ts', 'etl/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/request.ts', '**/config.ts', '**/contract/**', '**/cli.ts'],
    rules: { 'no-restricted-imports': restrictedImport(ACROSS, NO_ZOD) },
  },
  {
    files: ['api/src/**/*.ts'],
    ignores: ['**/compile.ts', '**/sql.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='trusted']",
          message: 'Text becomes SQL in compile.ts only, and only from the catalogue.',
        },
      ],
    },
  },
  { files: ['api/src/**/*.resolver.ts'], rules: { 'max-statements': ['error', 3] } },
  {
    files: ['web/**/*.{ts,vue}'],
    rules: {
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
    },
  },
  { files: ['web/src/pages/*.vue'], rules: { 'max-lines': ['error', { max: 60, skipBlankLines: true }] } },
  {
    files: ['web/src/**/*.{ts,vue}', 'charts/src/**/*.ts'],
    ignores: ['web/src/charts/{Drawn.vue,rare.ts}', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^echarts', allowTypeImports: true, message: 'Only Drawn.vue draws.' }, ACROSS],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.config.ts', 'web/codegen.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false },
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
    rules: { 'no-restricted-properties': 'off' },
  },
)
