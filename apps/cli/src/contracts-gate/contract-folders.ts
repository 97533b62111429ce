// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  parseContractUrn,
  type ContractEdition,
  type Defaults,
  type Structure,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { clean } from '../output/clean'

/** A version of a contract in a folder of its own: `<name>/<version>/schema.json`, with its data structure beside it. */
export interface FolderEdition {
  readonly name: string
  readonly edition: ContractEdition
  readonly folder: string
}

/** Every version of every contract below a folder. */
export function editionsIn(folder: string): Outcome<readonly FolderEdition[]> {
  const found: FolderEdition[] = []
  for (const version of versionFolders(folder)) {
    const edition = editionOf(version)
    if (!edition.ok) return edition
    found.push(edition.value)
  }
  return accept(found)
}

// A folder of contracts, of one contract, or of one version: whatever somebody has at hand.
function versionFolders(folder: string): readonly string[] {
  if (existsSync(join(folder, 'schema.json'))) return [folder]
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => versionFolders(join(folder, name)))
}

function editionOf(folder: string): Outcome<FolderEdition> {
  const schema = readJson(join(folder, 'schema.json'))
  const id: unknown = schema === undefined ? undefined : Reflect.get(schema, '$id')
  const named = typeof id === 'string' ? parseContractUrn(id) : undefined
  if (schema === undefined || named === undefined)
    return refuse(
      'FILE_UNREADABLE',
      `${clean(folder)} has no schema.json whose $id names a contract and version`,
    )
  const structure = readJson(join(folder, 'dsd.json'))
  const conversion = readJson(join(folder, 'conversion.json'))
  const defaults: unknown =
    conversion === undefined ? undefined : Reflect.get(conversion, 'defaults')
  return accept({
    name: named.name,
    folder,
    edition: {
      version: named.version,
      schema,
      ...(structure === undefined ? {} : { structure: structureOf(structure) }),
      // Written beside the schema by people, and judged by the tests of the contracts.
      ...(defaults === undefined ? {} : { defaults: defaults as Defaults }),
    },
  })
}

// Measure and attributes that all figures have stand in one place for all contracts, and not in each data structure.
function structureOf(file: object): Structure {
  return { measures: [], attributes: [], ...file } as unknown as Structure
}

function readJson(file: string): object | undefined {
  if (!existsSync(file)) return undefined
  try {
    const body: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}
