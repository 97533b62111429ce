// SPDX-License-Identifier: Apache-2.0
// Writes docs/reference/**/*.md from what the hub itself goes by. With --check it writes nothing and exits 1 where a page is stale.
// Needs a build (node deploy/local/prepare.mjs): settings, HTTP numbers and commands are asked of the built code.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readContracts } from '../../libs/contracts/generate/read-contracts.mjs'
import { commandLinePage } from './command-line.mjs'
import { contractPages, contractsPage } from './contracts.mjs'
import { httpPage } from './http.mjs'
import { problemsPage } from './problems.mjs'
import { settingsPage } from './settings.mjs'
import { subjectsPage } from './subjects.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const target = path.join(root, 'docs/reference')
const law = readContracts(path.join(root, 'contracts'))

const pages = new Map([
  ['problems.md', problemsPage(law.problems)],
  ['settings.md', settingsPage()],
  ['contracts.md', contractsPage(law)],
  ...contractPages(law, root),
  ['subjects.md', subjectsPage(root)],
  ['http.md', httpPage(root)],
  ['command-line.md', commandLinePage()],
])

const stale = [...pages.keys(), ...present()].filter((name) => read(name) !== pages.get(name))
if (process.argv.includes('--check')) {
  for (const name of new Set(stale)) console.error(`stale: docs/reference/${name}`)
  if (stale.length > 0) console.error('run: npm run build && node docs/generate/main.mjs')
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  fs.mkdirSync(target, { recursive: true })
  for (const name of new Set(stale)) replace(name)
  console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'the reference is fresh')
}

// A page that nothing writes any more is stale too.
function present() {
  if (!fs.existsSync(target)) return []
  const found = fs.readdirSync(target, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(target, path.join(entry.parentPath, entry.name)))
}

function read(name) {
  const file = path.join(target, name)
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined
}

// Written beside and renamed, so that nobody reads half a page.
function replace(name) {
  const file = path.join(target, name)
  const text = pages.get(name)
  if (text === undefined) return fs.rmSync(file)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(`${file}.new`, text)
  return fs.renameSync(`${file}.new`, file)
}
