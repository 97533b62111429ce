// SPDX-License-Identifier: Apache-2.0
// Reads contracts/ and writes libs/contracts/src/generated/*.ts. With --check it writes nothing and exits 1 where a file is stale.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import prettier from 'prettier'
import { newestOf, readContracts } from './read-contracts.mjs'
import { writeCodeLists } from './write-code-lists.mjs'
import { writeCorrespondences } from './write-correspondences.mjs'
import { writeDtos } from './write-dtos.mjs'
import { writeMappings } from './write-mappings.mjs'
import { writeProblems } from './write-problems.mjs'
import { writeRules } from './write-rules.mjs'
import { writeSchemas, writeStructures } from './write-schemas.mjs'
import { writeTypes } from './write-types.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../../..')
const target = path.resolve(here, '../src/generated')
const banner =
  '// SPDX-License-Identifier: Apache-2.0\n// Generated from contracts/ by libs/contracts/generate/main.mjs: change the contract, then run `npm run generate`.\n\n'

const law = readContracts(path.join(root, 'contracts'))
const files = {
  'types.ts': writeTypes(newestOf(law.contracts)),
  'schemas.ts': writeSchemas(law.contracts),
  'structures.ts': writeStructures(law.contracts),
  'code-lists.ts': writeCodeLists(law.codeLists),
  'problems.ts': writeProblems(law.problems),
  'rules.ts': writeRules(law.contracts),
  'mappings.ts': writeMappings(law.mappings),
  'correspondences.ts': writeCorrespondences(law.correspondences),
  'dtos.ts': writeDtos(newestOf(law.contracts)),
}

const style = await prettier.resolveConfig(path.join(target, 'types.ts'))
const fresh = new Map()
for (const [name, text] of Object.entries(files)) {
  const file = path.join(target, name)
  fresh.set(file, await prettier.format(banner + text, { ...style, parser: 'typescript' }))
}
for (const { schema, schemaFile } of law.contracts) {
  if (schemaFile === undefined) continue
  fresh.set(schemaFile, await prettier.format(JSON.stringify(schema), { ...style, parser: 'json' }))
}

const stale = staleFiles()
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`stale: ${path.relative(root, file)}`)
  if (stale.length > 0) console.error('run: npm run generate')
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  fs.mkdirSync(target, { recursive: true })
  for (const file of stale) replaceFile(file)
  const names = stale.map((file) => path.relative(root, file))
  console.log(names.length > 0 ? `generated: ${names.join(', ')}` : 'generated files are fresh')
}

// A file that nothing generates any more is stale too.
function staleFiles() {
  const present = fs.existsSync(target) ? fs.readdirSync(target) : []
  const left = present.map((name) => path.join(target, name)).filter((file) => !fresh.has(file))
  const changed = [...fresh].filter(
    ([file, text]) => !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text,
  )
  return [...changed.map(([file]) => file), ...left].sort()
}

// Written beside and renamed, so that nobody reads half a file.
function replaceFile(file) {
  const text = fresh.get(file)
  if (text === undefined) return fs.rmSync(file)
  fs.writeFileSync(`${file}.new`, text)
  return fs.renameSync(`${file}.new`, file)
}
