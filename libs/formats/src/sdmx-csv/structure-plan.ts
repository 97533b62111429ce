// SPDX-License-Identifier: Apache-2.0
import { contractColumns } from '../csv/contract-columns'
import type { Mapping } from '@corridor/contracts'
import { sourceColumns } from '../mapping/source-columns'
import { contractOfStructure } from './structure-id'
import type { StructurePlan } from './read-structure'

/** Structures that a file may follow: the project's own, and those for which there is a mapping. */
export interface KnownStructures {
  readonly mappings: readonly Mapping[]
  readonly numbers: 'recognised' | 'point'
}

/** How rows of a structure become those of a contract, undefined where nobody knows. */
export function planOf(id: string, known: KnownStructures): StructurePlan | undefined {
  const contract = contractOfStructure(id)
  if (contract !== undefined) {
    const columns = contractColumns(contract.name, contract.version) ?? []
    return { contract, componentIds: [...columns.map(({ concept }) => concept), 'OBS_FLAG'] }
  }
  const bare = id.replace(/\(.*/, '')
  const mapping =
    known.mappings.find(({ structures = [] }) => structures.includes(id)) ??
    known.mappings.find(({ structures = [] }) => structures.includes(bare)) ??
    known.mappings.find(({ structures }) => structures === undefined)
  if (mapping === undefined) return undefined
  return { contract: mapping.contract, mapping, componentIds: [...sourceColumns(mapping)] }
}
