// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'

/** Everything that contracts/ holds: contracts by name and version, code lists, problems. */
export function readContracts(folder) {
  return {
    contracts: contractFolders(folder).flatMap((name) => readVersions(folder, name)),
    codeLists: filesIn(path.join(folder, 'codelists')).map(readJson),
    problems: readJson(path.join(folder, 'problems/problems.json')),
  }
}

function contractFolders(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['codelists', 'problems'].includes(entry.name))
    .map((entry) => entry.name)
    .sort()
}

function readVersions(folder, name) {
  const versions = fs.readdirSync(path.join(folder, name)).sort()
  if (versions.length !== 1) {
    throw new Error(
      `could not generate ${name}: the generator knows one version of a contract, not ${versions.length}`,
    )
  }
  return versions.map((version) => {
    const own = path.join(folder, name, version)
    const dsd = path.join(own, 'dsd.json')
    return {
      name,
      version,
      schema: readJson(path.join(own, 'schema.json')),
      structure: fs.existsSync(dsd) ? readJson(dsd) : null,
    }
  })
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
