// SPDX-License-Identifier: Apache-2.0
import type { CodeListId } from './generated/code-lists'
import { structures } from './generated/structures'

/** A dimension of a statistical contract: the column that holds it, its SDMX concept, and what its codes are taken from. */
export interface Dimension {
  readonly position: number
  readonly column: string
  readonly concept: string
  readonly codelist?: CodeListId
  readonly pattern?: string
}

/** A measure or an attribute of a statistical contract. */
export interface Component {
  readonly column: string
  readonly concept: string
  readonly unit?: string
  readonly attachment?: string
  readonly codelist?: CodeListId
  readonly set?: boolean
}

/** The data structure (SDMX) of a contract that carries statistics. */
export interface Structure {
  readonly id: string
  readonly version: string
  readonly contract: string
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Component[]
  readonly attributes: readonly Component[]
}

/** The data structure of a contract: `structure('migration-flow').dimensions`. */
export function structure(contract: keyof typeof structures): Structure {
  return structures[contract]
}
