// SPDX-License-Identifier: Apache-2.0
// What a tool can check of the house's style, it checks here; the boundaries between rooms are in .dependency-cruiser.cjs.
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { local } from './test/boundaries/lint-rules.mjs'

const sources = ['libs/*/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}']
const tests = ['**/*.test.{ts,tsx}', 'test/**/*.{ts,tsx}', 'libs/testing/src/**/*.{ts,tsx}']
const scripts = ['**/*.{js,mjs,cjs}']

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'name what you export: one name per idea, everywhere',
}
const vagueName = {
  selector:
    ':matches(ClassDeclaration, FunctionDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)' +
    ' > Identifier.id[name=/(Manager|Helper|Helpers|Util|Utils|Impl|Processor)$/]',
  message: 'name the thing by its domain word (style, rule 4)',
}
const clockAndChance = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'time comes as an argument',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'time comes as an argument',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'time comes as an argument' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'chance comes as an argument',
  },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'time comes as an argument',
  },
]
const thrown = {
  selector: 'ThrowStatement',
  message: 'the domain returns a Refusal; only a shell meets bugs and broken servers',
}
const outsideWorld = ['process', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'require'].map(
  (name) => ({ name, message: 'the domain is pure: it comes as an argument' }),
)
const environment = [
  'error',
  {
    object: 'process',
    property: 'env',
    message: "settings are read once, in a service's main.ts, and handed on",
  },
]

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/coverage/',
      '.cache/',
      '.corridor*/',
      'test/bench/peers/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: sources,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program over every source, tests included, resolved to sources: nothing need be built before.
      parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { local },
    rules: {
      // TypeORM and Nest type their plain option objects as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'local/spdx-line': 'error',
      'local/kebab-file': 'error',
      'local/max-parameters': ['error', { most: 3, constructors: 4 }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-nested-ternary': 'error',
      'no-else-return': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', defaultExport, vagueName],
      'no-restricted-properties': environment,
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A Nest module is a class with a decorator and nothing in it.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/domain/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', defaultExport, vagueName, ...clockAndChance, thrown],
      'no-restricted-globals': ['error', ...outsideWorld],
    },
  },
  {
    // Pure like a domain, but they may throw on a caller's bug.
    files: ['libs/{kernel,policy,statistics,proof}/src/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', defaultExport, vagueName, ...clockAndChance] },
  },
  {
    files: ['apps/*/src/main.ts', 'apps/cli/src/**/*.ts', ...tests],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Jest takes a run's set-up from a default export.
    files: ['libs/testing/src/global-{setup,teardown}.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['libs/contracts/src/generated/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'local/max-parameters': 'off',
    },
  },
  {
    files: scripts,
    plugins: { local },
    languageOptions: { sourceType: 'module' },
    rules: {
      'local/spdx-line': 'error',
      'local/max-parameters': ['error', { most: 3, constructors: 4 }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-nested-ternary': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.cjs', 'jest.config.js'], languageOptions: { sourceType: 'commonjs' } },
)
