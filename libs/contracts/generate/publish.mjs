// SPDX-License-Identifier: Apache-2.0
// Stamps a version of a contract, so that it never changes again:
//   node libs/contracts/generate/publish.mjs migration-flow 1.0.0
//   node libs/contracts/generate/publish.mjs --check
// With --in <folder> it does so in another folder than contracts/.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { changedSince, contractDigest, readJson } from './contract-digest.mjs'

const own = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../contracts')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, in: { type: 'string', default: own } },
})
const contracts = path.resolve(values.in)
const list = path.join(contracts, 'published.json')
const published = fs.existsSync(list) ? readJson(list) : []

const { said, done } = values.check ? check() : stamp(positionals)
for (const line of said) (done ? console.log : console.error)(line)
process.exitCode = done ? 0 : 1

function check() {
  const changed = changedSince(contracts, published)
  if (changed.length > 0) return { said: changed, done: false }
  return { said: [`${published.length} published versions are what they were`], done: true }
}

function stamp([contract = '', version = '', ...others]) {
  const isNamed = /^[a-z][a-z0-9-]*$/.test(contract) && /^\d+\.\d+\.\d+$/.test(version)
  if (!isNamed || others.length > 0)
    return { said: ['usage: publish.mjs <contract> <version>, or --check'], done: false }
  const name = `${contract} ${version}`
  const folder = path.join(contracts, contract, version)
  if (!fs.existsSync(folder)) return { said: [`there is no ${name}`], done: false }
  const { $id } = readJson(path.join(folder, 'schema.json'))
  if ($id !== `urn:corridor:contract:${contract}:${version}`)
    return { said: [`the schema of ${name} calls itself ${$id}`], done: false }
  const digest = contractDigest(folder)
  const before = published.find((one) => one.contract === contract && one.version === version)
  if (before === undefined) return write({ contract, version, digest })
  if (before.digest === digest) return { said: [`${name} is published: ${digest}`], done: true }
  return { said: changedSince(contracts, [before]), done: false }
}

// Written beside and renamed, so that nobody reads half a list.
function write(entry) {
  fs.writeFileSync(`${list}.new`, `${JSON.stringify([...published, entry], undefined, 2)}\n`)
  fs.renameSync(`${list}.new`, list)
  return { said: [`published ${entry.contract} ${entry.version}: ${entry.digest}`], done: true }
}
