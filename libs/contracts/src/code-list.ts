// SPDX-License-Identifier: Apache-2.0
import { childrenIn, levelIn, parentIn } from './code-hierarchy'
import { codeOfLabel, labelOf, lies, makeTable, normalised, type CodeTable } from './code-table'
import { codeListValues, type CodeListId, type CodeListValue } from './generated/code-lists'

/**
 * A code list to look things up in. An alias does wherever a code is asked for. It may be kept: what extensions add or take
 * away later is seen through it.
 */
export interface CodeList {
  readonly id: CodeListId
  /** The released version, with `+` and a short digest of the codes that extensions add to it. */
  readonly version: string
  readonly source: string
  /** The listed codes in their order; codes that are built by a rule (ages) are not among them. */
  readonly codes: readonly string[]
  /** The code that a code, its alias or another spelling of an age stands for, or undefined: EL gives GR, Y0T14 gives Y_LT15. */
  readonly normalise: (code: string) => string | undefined
  /** The English label of a code or its alias; the code itself where the list does not have it. */
  readonly label: (code: string) => string
  /** The code that an English label speaks of, whatever its case; undefined where there is none or more than one. */
  readonly codeOfLabel: (label: string) => string | undefined
  /** The parent of a code, or the nearest code above it among those given. Bands of ages have the total above them, or given bands. */
  readonly parent: (code: string, atHand?: Iterable<string>) => string | undefined
  /** The children of a code or the members of an aggregate; of codes given, those inside it with none of the others between. */
  readonly children: (code: string, atHand?: Iterable<string>) => readonly string[]
  /** True where a code lies in another, at whatever depth: `contains('EU27_2020', 'BE')`, `contains('Y15T64', 'Y15T19')`. */
  readonly contains: (wide: string, code: string) => boolean
  /** How many codes stand above a code, undefined where the list does not have it. */
  readonly level: (code: string) => number | undefined
  /** True where the list has a code and the code holds on that ISO day. */
  readonly validAt: (code: string, day: string) => boolean
  /** Who writes an alias, undefined where it is none: `aliasSource('EL') // 'Eurostat'`. */
  readonly aliasSource: (alias: string) => string | undefined
}

/** What one list gains: codes, and a digest of them. */
export interface AddedToList {
  readonly codes: CodeListValue['codes']
  readonly digest: string
}

/** The ids of all code lists. */
export const codeListIds: readonly string[] = Object.keys(codeListValues)

// Written by addCodes alone: what the extensions of this process add.
let added: ReadonlyMap<CodeListId, AddedToList> = new Map()

// Filled on first use and emptied by addCodes: there are as many entries as code lists.
const tables = new Map<CodeListId, CodeTable>()
const lists = new Map<CodeListId, CodeList>()

/** A code list by its id: `codeList('CL_AREA').normalise('EL') // 'GR'`. */
export function codeList(id: CodeListId): CodeList {
  const found = lists.get(id)
  if (found !== undefined) return found
  const made = openList(id)
  lists.set(id, made)
  return made
}

/** The English label of a code: `label('CL_AREA', 'BE') // 'Belgium'`. */
export function label(id: CodeListId, code: string): string {
  return codeList(id).label(code)
}

/** Puts other codes in place of those that were added to code lists before. The caller has judged them. */
export function addCodes(codes: ReadonlyMap<CodeListId, AddedToList>): void {
  added = codes
  tables.clear()
}

function tableOf(id: CodeListId): CodeTable {
  const found = tables.get(id)
  if (found !== undefined) return found
  const made = makeTable(codeListValues[id], added.get(id)?.codes)
  tables.set(id, made)
  return made
}

// Every look-up asks for the table anew, so that a list that somebody keeps is never an old one.
function openList(id: CodeListId): CodeList {
  const known = (code: string): string | undefined => normalised(tableOf(id), code)
  return {
    id,
    source: codeListValues[id].source,
    get version() {
      const digest = added.get(id)?.digest
      return `${codeListValues[id].version}${digest === undefined ? '' : `+${digest}`}`
    },
    get codes() {
      return tableOf(id).codes
    },
    normalise: known,
    label: (code) => labelOf(tableOf(id), code) ?? code,
    codeOfLabel: (text) => codeOfLabel(tableOf(id), text),
    parent: (code, atHand) => parentIn(tableOf(id), known(code) ?? code, setOf(atHand)),
    children: (code, atHand) => childrenIn(tableOf(id), known(code) ?? code, setOf(atHand)),
    contains: (wide, code) => lies(tableOf(id), known(code) ?? code, known(wide) ?? wide),
    level: (code) => {
      const own = known(code)
      return own === undefined ? undefined : levelIn(tableOf(id), own)
    },
    validAt: (code, day) => isValidAt(tableOf(id), known(code), day),
    aliasSource: (alias) => tableOf(id).aliases.get(alias)?.source,
  }
}

function setOf(codes: Iterable<string> | undefined): ReadonlySet<string> | undefined {
  return codes === undefined ? undefined : new Set(codes)
}

function isValidAt(table: CodeTable, code: string | undefined, day: string): boolean {
  if (code === undefined) return false
  const { validFrom = '', validUntil } = table.details.get(code) ?? {}
  return validFrom <= day && (validUntil === undefined || day < validUntil)
}
