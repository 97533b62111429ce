// SPDX-License-Identifier: Apache-2.0
// Reads contracts/ and writes libs/contracts/src/generated/*.ts. With --check it writes nothing and exits 1 where a file is stale.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import prettier from 'prettier'
import { readContracts } from './read-contracts.mjs'
import { writeCodeLists } from './write-code-lists.mjs'
import { writeDtos } from './write-dtos.mjs'
import { writeProblems } from './write-problems.mjs'
import { writeSchemas, writeStructures } from './write-schemas.mjs'
import { writeTypes } from './write-types.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../../..')
const target = path.resolve(here, '../src/generated')
const banner =
  '// SPDX-License-Identifier: Apache-2.0\n// Generated from contracts/ by libs/contracts/generate/main.mjs: change the contract, then run `npm run generate`.\n\n'

const law = readContracts(path.join(root, 'contracts'))
const files = {
  'types.ts': writeTypes(law.contracts),
  'schemas.ts': writeSchemas(law.contracts),
  'structures.ts': writeStructures(law.contracts),
  'code-lists.ts': writeCodeLists(law.codeLists),
  'problems.ts': writeProblems(law.problems),
  'dtos.ts': writeDtos(law.contracts),
}

const style = await prettier.resolveConfig(path.join(target, 'types.ts'))
const fresh = new Map()
for (const [name, text] of Object.entries(files)) {
  fresh.set(name, await prettier.format(banner + text, { ...style, parser: 'typescript' }))
}

const stale = staleFiles()
if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`stale: libs/contracts/src/generated/${name}`)
  if (stale.length > 0) console.error('run: npm run generate')
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  fs.mkdirSync(target, { recursive: true })
  for (const name of stale) replaceFile(name)
  console.log(stale.length > 0 ? `generated: ${stale.join(', ')}` : 'generated files are fresh')
}

// A file that nothing generates any more is stale too.
function staleFiles() {
  const present = fs.existsSync(target) ? fs.readdirSync(target) : []
  const left = present.filter((name) => !fresh.has(name))
  const changed = [...fresh].filter(
    ([name, text]) => !present.includes(name) || read(name) !== text,
  )
  return [...changed.map(([name]) => name), ...left].sort()
}

function read(name) {
  return fs.readFileSync(path.join(target, name), 'utf8')
}

// Written beside and renamed, so that nobody reads half a file.
function replaceFile(name) {
  const file = path.join(target, name)
  const text = fresh.get(name)
  if (text === undefined) return fs.rmSync(file)
  fs.writeFileSync(`${file}.new`, text)
  return fs.renameSync(`${file}.new`, file)
}
