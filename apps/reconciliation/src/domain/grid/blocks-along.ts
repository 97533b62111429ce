// SPDX-License-Identifier: Apache-2.0
import { rulesOf, structure, type SumRule } from '@corridor/contracts'
import {
  ages,
  dimensionBlocks,
  isRest,
  listed,
  type Classification,
  type DimensionBlock,
} from '@corridor/statistics'

/** A dimension of a contract. */
export interface Along {
  readonly contract: string
  readonly column: string
}

/** The codes that a side gives along a dimension, and the version of the classification that they are of, where there are several. */
export interface CodesAlong {
  readonly codes: readonly string[]
  readonly scheme: string | undefined
}

/** What two sides have in common along a dimension. Codes add up by the rule with which the contract itself checks its sums. */
export function blocksAlong(
  along: Along,
  origin: CodesAlong,
  destination: CodesAlong,
): readonly DimensionBlock[] {
  const key = [along.contract, along.column, sideKey(origin), sideKey(destination)].join('|')
  const found = known.get(key)
  if (found !== undefined) return found
  const made = areApart(origin, destination)
    ? dimensionBlocks(null, {
        origin: origin.codes.filter(isRest),
        destination: destination.codes,
      })
    : dimensionBlocks(classificationOf(along, origin, destination), {
        origin: origin.codes,
        destination: destination.codes,
      })
  if (known.size === mostKnown) known.clear()
  known.set(key, made)
  return made
}

/** Breakdowns whose blocks are kept ready: most flows of a contract have the same. */
const mostKnown = 500
// Codes of a list may grow while the process runs; they never move. Written by `blocksAlong` alone.
const known = new Map<string, readonly DimensionBlock[]>()

function sideKey({ codes, scheme }: CodesAlong): string {
  return `${scheme ?? ''} ${codes.join(' ')}`
}

/** The rule by which a contract adds up the codes of a column; undefined where they do not add up. */
export function sumRuleOf({ contract, column }: Along): SumRule | undefined {
  return rulesOf(contract, structure(contract)?.version ?? '').find(
    (rule): rule is SumRule =>
      rule.kind === 'sum' && rule.column === column && rule.blocks === undefined,
  )
}

function classificationOf(
  along: Along,
  origin: CodesAlong,
  destination: CodesAlong,
): Classification | null {
  const codes = [...new Set([...origin.codes, ...destination.codes])]
  if (codes.length === 1 || sumRuleOf(along) === undefined) return null
  const scheme = isTotalAlone(origin) ? destination.scheme : origin.scheme
  return classifiedBy(along, scheme, codes)
}

// Breakdowns by two versions of a classification: a code of one may stand for something else in the other.
function areApart(origin: CodesAlong, destination: CodesAlong): boolean {
  const areBroken = !isTotalAlone(origin) && !isTotalAlone(destination)
  return areBroken && origin.scheme !== destination.scheme
}

function isTotalAlone({ codes }: CodesAlong): boolean {
  return codes.length === 1 && codes[0] === '_T'
}

/** Codes of a dimension as a grid needs them; null where they are of no list. */
export function classifiedBy(
  { contract, column }: Along,
  scheme: string | undefined,
  codes: readonly string[],
): Classification | null {
  const dimension = structure(contract)?.dimensions.find((one) => one.column === column)
  const list = dimension?.codelist ?? dimension?.classification?.[scheme ?? '']
  if (list === undefined) return null
  return list === 'CL_AGE' ? ages(codes) : listed(list, codes)
}
