// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * The digest of a version of a contract, `sha-256:<base64url>`: over the RFC 8785 text of its schema, its data structure and
 * its rules, each where there is one. Texts for readers and examples are not in it: they may get better.
 */
export function contractDigest(folder) {
  const bound = {
    schema: readJson(path.join(folder, 'schema.json')),
    dsd: readIfPresent(path.join(folder, 'dsd.json')),
    rules: readRules(path.join(folder, 'rules')),
  }
  return `sha-256:${createHash('sha256').update(canonicalJson(bound)).digest('base64url')}`
}

/** What was published and is not any more what it was: a sentence each. */
export function changedSince(contracts, published) {
  return published.flatMap(({ contract, version, digest }) => {
    const folder = path.join(contracts, contract, version)
    if (!fs.existsSync(folder)) return [`${contract} ${version} was published and is gone`]
    return contractDigest(folder) === digest
      ? []
      : [`${contract} ${version} was published and has changed: a change is a new version`]
  })
}

function readRules(folder) {
  if (!fs.existsSync(folder)) return undefined
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'))
  if (names.length === 0) return undefined
  return Object.fromEntries(names.map((name) => [name, readJson(path.join(folder, name))]))
}

function readIfPresent(file) {
  return fs.existsSync(file) ? readJson(file) : undefined
}

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

// The kernel's canonicalJson again, as this runs where nothing is built yet; a test holds the two against each other.
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
