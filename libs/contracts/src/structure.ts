// SPDX-License-Identifier: Apache-2.0
import { byVersion } from './version-order'
import type { CodeListId } from './generated/code-lists'
import { structures } from './generated/structures'

/** What a dimension is for: who reports, when, which way, from where to where. */
export type Role = 'reporter' | 'time' | 'direction' | 'origin' | 'destination' | 'partner'

/** A dimension of a statistical contract: the column that holds it, its SDMX concept, and what its codes are taken from. */
export interface Dimension {
  readonly position: number
  readonly column: string
  readonly concept: string
  readonly role?: Role
  readonly codelist?: CodeListId
  /** Several classifications: the message says which one it follows. */
  readonly classification?: Readonly<Record<string, CodeListId>>
  /** The few codes that the schema itself lists. */
  readonly values?: readonly string[]
}

/** A measure or an attribute of a statistical contract. */
export interface Component {
  readonly column: string
  readonly concept: string
  readonly unit?: string
  readonly attachment?: string
  readonly codelist?: CodeListId
  readonly set?: boolean
  readonly required?: boolean
  /** Said to the hub alone: it is in nothing that leaves the hub. */
  readonly hubOnly?: boolean
}

/** The data structure (SDMX) of a contract that carries statistics. */
export interface Structure {
  readonly id: string
  readonly version: string
  readonly contract: string
  readonly about?: string
  readonly unit?: string
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Component[]
  readonly attributes: readonly Component[]
}

/** A contract that has a data structure. */
export type StructuredContract = keyof typeof structures

/** The data structure of a contract, of its newest version: `structure('migration-flow').dimensions`. */
export function structure(contract: StructuredContract): Structure
/** The same for a name or a version that came from outside, undefined where there is none or it carries no statistics. */
export function structure(contract: string, version?: string): Structure | undefined
export function structure(contract: string, version?: string): Structure | undefined {
  const versions = byContract.get(contract) ?? []
  return version === undefined
    ? versions.at(-1)?.[1]
    : versions.find(([own]) => own === version)?.[1]
}

type Versions = readonly (readonly [version: string, structure: Structure])[]

// Oldest first.
const byContract: ReadonlyMap<string, Versions> = new Map(
  Object.entries<Readonly<Record<string, Structure>>>(structures).map(([name, versions]) => [
    name,
    Object.entries(versions).sort(([a], [b]) => byVersion(a, b)),
  ]),
)

/** The contracts that participants send figures by: those whose structure has dimensions with a reporter among them. */
export const statisticalContracts: readonly string[] = [...byContract.keys()].filter((name) =>
  structure(name)?.dimensions.some(({ role }) => role === 'reporter'),
)
