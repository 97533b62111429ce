// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The repository. */
export const root = path.resolve(__dirname, '../..')

/** A broken rule: its name, the file that imports, what it imports. */
export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** What a cruise met: the broken rules, and every import with what it resolved to. */
export interface Cruise {
  readonly violations: readonly Violation[]
  readonly imports: readonly { from: string; written: string; resolved: string }[]
}

interface Report {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  modules: { source: string; dependencies: { module: string; resolved: string }[] }[]
}

/** Runs dependency-cruiser over `apps` and `libs` below a folder, with the rules that lie in it. */
export function cruise(folder: string): Cruise {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const places = ['--config', '.dependency-cruiser.cjs', 'apps', 'libs']
  const printed = execFileSync(process.execPath, [program, '-T', 'json', ...places], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  const report = JSON.parse(printed) as Report
  return {
    violations: report.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
    })),
    imports: report.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ module, resolved }) => ({ from: source, written: module, resolved })),
    ),
  }
}

const rules = [
  '.dependency-cruiser.cjs',
  'eslint.config.mjs',
  'test/boundaries/lint-rules.mjs',
  'tsconfig.base.json',
  'tsconfig.check.json',
]

/**
 * A small tree with the rooms of this repository, its rules and its packages, and the given files in it.
 * Every package has a front door, so that an import fails for what it is and not because nothing is there.
 */
export function plant(files: Readonly<Record<string, string>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-boundaries-')))
  for (const file of rules) write(folder, file, fs.readFileSync(path.join(root, file), 'utf8'))
  linkPackages(folder)
  for (const room of rooms()) {
    write(folder, `${room}/src/index.ts`, 'export const door = 1\n')
    const name = `@corridor/${path.basename(room)}`
    write(folder, `${room}/package.json`, JSON.stringify({ name, main: 'dist/index.js' }))
    const link = path.join(folder, 'node_modules', name)
    fs.mkdirSync(path.dirname(link), { recursive: true })
    fs.symlinkSync(path.join(folder, room), link)
  }
  for (const [file, text] of Object.entries(files)) write(folder, file, text)
  return folder
}

function rooms(): string[] {
  return ['libs', 'apps'].flatMap((kind) =>
    fs
      .readdirSync(path.join(root, kind))
      .filter((name) => fs.existsSync(path.join(root, kind, name, 'package.json')))
      .map((name) => `${kind}/${name}`),
  )
}

/** Every published package as it is; our own packages are those of the planted tree. */
function linkPackages(folder: string): void {
  const from = path.join(root, 'node_modules')
  fs.mkdirSync(path.join(folder, 'node_modules'))
  for (const name of fs.readdirSync(from)) {
    if (name === '@corridor' || name.startsWith('.')) continue
    fs.symlinkSync(path.join(from, name), path.join(folder, 'node_modules', name))
  }
}

function write(folder: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text)
}
