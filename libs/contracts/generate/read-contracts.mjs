// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { datasetSchema, fullStructure } from './dataset-schema.mjs'

/** Everything that contracts/ holds: contracts by name and version, code lists, problems. */
export function readContracts(folder) {
  const shared = readJson(path.join(folder, 'statistical.json'))
  return {
    contracts: contractFolders(folder).flatMap((name) => readVersions(folder, name, shared)),
    codeLists: filesIn(path.join(folder, 'codelists')).map(readJson),
    problems: readJson(path.join(folder, 'problems/problems.json')),
    mappings: filesIn(path.join(folder, 'mappings')).map(readJson),
    correspondences: filesIn(path.join(folder, 'correspondences')).map(readJson),
  }
}

const notContracts = ['codelists', 'problems', 'mappings', 'correspondences']

function contractFolders(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notContracts.includes(entry.name))
    .map((entry) => entry.name)
    .sort()
}

// Oldest first.
function readVersions(folder, name, shared) {
  const versions = fs.readdirSync(path.join(folder, name)).sort(byVersion)
  return versions.map((version) =>
    readVersion(path.join(folder, name, version), { name, version, shared }),
  )
}

/** The newest version of each contract: types and classes are made of it, under the contract's plain name. */
export function newestOf(contracts) {
  return [...new Map(contracts.map((contract) => [contract.name, contract])).values()]
}

function byVersion(a, b) {
  const numbers = [a, b].map((version) => {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`could not read the version "${version}"`)
    return version.split('.').map(Number)
  })
  const [before, after] = numbers
  return before[0] - after[0] || before[1] - after[1] || before[2] - after[2]
}

// A statistical contract has a data structure with dimensions and a title: its schema follows from it. `schemaFile` is to hold it.
function readVersion(own, { name, version, shared }) {
  const dsd = path.join(own, 'dsd.json')
  const structure = fs.existsSync(dsd) ? readJson(dsd) : null
  const schemaFile = path.join(own, 'schema.json')
  if (structure?.title === undefined)
    return { name, version, structure, schema: readJson(schemaFile), rules: [] }
  return {
    name,
    version,
    structure: fullStructure(structure, shared),
    schema: datasetSchema(structure, shared),
    schemaFile,
    rules: rulesIn(path.join(own, 'rules')),
  }
}

// In the order of the files, then as they stand in each.
function rulesIn(folder) {
  return fs.existsSync(folder) ? filesIn(folder).flatMap((file) => readJson(file).rules) : []
}

function filesIn(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name))
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
