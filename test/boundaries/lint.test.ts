// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { plant, root } from './planted-tree'

const spdx = '// SPDX-License-Identifier: Apache-2.0\n'
const domain = 'apps/access/src/domain'

/** One habit of the house that is broken a line: the rule that must speak up, where, and the text. */
const broken: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-restricted-syntax', `${domain}/clock.ts`, 'export const at = (): number => Date.now()\n'],
  ['no-restricted-syntax', `${domain}/today.ts`, 'export const at = (): Date => new Date()\n'],
  [
    'no-restricted-syntax',
    `${domain}/chance.ts`,
    'export const any = (): number => Math.random()\n',
  ],
  [
    'no-restricted-syntax',
    `${domain}/thrown.ts`,
    "export const no = (): never => {\n  throw new Error('no')\n}\n",
  ],
  [
    'no-restricted-globals',
    `${domain}/process.ts`,
    'export const id = (): number => process.pid\n',
  ],
  [
    'no-restricted-globals',
    `${domain}/crypto.ts`,
    'export const id = (): string => crypto.randomUUID()\n',
  ],
  [
    'no-restricted-syntax',
    'libs/policy/src/clock.ts',
    'export const at = (): number => Date.now()\n',
  ],
  [
    'no-restricted-properties',
    'apps/access/src/shell/env.ts',
    'export const home = process.env.HOME\n',
  ],
  [
    'no-restricted-properties',
    'libs/platform/src/env.ts',
    'export const home = process.env.HOME\n',
  ],
  ['no-restricted-syntax', 'apps/access/src/shell/default.ts', 'export default 1\n'],
  [
    'no-restricted-syntax',
    'apps/access/src/shell/name.ts',
    'export class KeyManager {\n  key = 1\n}\n',
  ],
  ['@typescript-eslint/no-explicit-any', 'libs/kernel/src/any.ts', 'export type Loose = any\n'],
  [
    '@typescript-eslint/ban-ts-comment',
    'libs/kernel/src/hush.ts',
    '// @ts-ignore\nexport const one = 1\n',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'apps/access/src/shell/floating.ts',
    'export const go = (): void => {\n  Promise.resolve(1)\n}\n',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    `${domain}/switch.ts`,
    "export function say(tag: 'on' | 'off'): number {\n  switch (tag) {\n    case 'on':\n      return 1\n  }\n  return 0\n}\n",
  ],
  [
    'local/max-parameters',
    'libs/kernel/src/four.ts',
    'export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d\n',
  ],
  ['local/kebab-file', 'libs/kernel/src/camelCase.ts', 'export const one = 1\n'],
  ['max-lines', 'libs/kernel/src/long.ts', 'export {}\n'.repeat(300)],
  [
    'max-lines-per-function',
    'libs/kernel/src/long-function.ts',
    `export function long(): string[] {\n  return [\n${"    'x',\n".repeat(60)}  ]\n}\n`,
  ],
]

/** What the same rules let pass. */
const kept: Readonly<Record<string, string>> = {
  [`${domain}/given.ts`]: 'export const at = (time: string): Date => new Date(time)\n',
  [`${domain}/given.test.ts`]: 'export const at = (): Date => new Date()\n',
  'apps/access/src/main.ts': 'export const home = process.env.HOME\n',
  'apps/access/src/shell/four.ts':
    'export class Four {\n  readonly sum: number\n' +
    '  constructor(a: number, b: number, c: number, d: number) {\n    this.sum = a + b + c + d\n  }\n}\n',
}

interface Linted {
  readonly filePath: string
  readonly messages: readonly { ruleId: string | null }[]
}

describe('a tree with one broken habit a file', () => {
  let folder: string
  let rulesBroken: ReadonlyMap<string, readonly (string | null)[]>

  beforeAll(() => {
    const texts = Object.entries(kept).concat(broken.map(([, file, text]) => [file, text]))
    const planted = Object.fromEntries(texts.map(([file, text]) => [file, spdx + text]))
    folder = plant({ ...planted, 'libs/kernel/src/bare.ts': 'export const one = 1\n' })
    rulesBroken = lint(folder)
  })
  afterAll(() => {
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it.each(broken)('%s speaks up in %s', (rule, file) => {
    expect(new Set(rulesBroken.get(file))).toEqual(new Set([rule]))
  })

  it('a file without its licence line is told', () => {
    expect(rulesBroken.get('libs/kernel/src/bare.ts')).toEqual(['local/spdx-line'])
  })

  it.each(Object.keys(kept))('%s is left alone', (file) => {
    expect(rulesBroken.get(file)).toEqual([])
  })
})

function lint(folder: string): ReadonlyMap<string, readonly (string | null)[]> {
  const program = path.join(root, 'node_modules/eslint/bin/eslint.js')
  const run = spawnSync(process.execPath, [program, '--format', 'json', 'apps', 'libs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const linted = JSON.parse(run.stdout) as Linted[]
  return new Map(
    linted.map(({ filePath, messages }) => [
      path.relative(folder, filePath),
      messages.map(({ ruleId }) => ruleId),
    ]),
  )
}
