// SPDX-License-Identifier: Apache-2.0
import {
  codeList,
  listOfDimension,
  rulesOf,
  type Dimension,
  type Structure,
  type SumRule,
} from '@corridor/contracts'
import { codeBlocks, periodBlocks } from './code-blocks'
import type { GroupRule } from './rule'
import type { CodeBlock, TableDimension } from './table'

/** Contracts that count people at a moment: their periods are not added up. The others count what happened in a period. */
const stocks: ReadonlySet<string> = new Set(['labour-market', 'migrant-stock', 'social-protection'])

/** What dimensions are made for: the codes of all rows at hand, released now or before, by dimension. */
export interface DimensionsAsked {
  readonly structure: Structure
  readonly classifications: object | undefined
  readonly codes: readonly ReadonlySet<string>[]
  readonly groups: readonly GroupRule[]
}

/** The dimensions of a contract as a table has them; undefined where bands of ages overlap. */
export function dimensionsOf(asked: DimensionsAsked): readonly TableDimension[] | undefined {
  const { structure, codes } = asked
  const place = structure.dimensions.findIndex(({ role }) => role === 'reporter')
  const reporters = codes[place] ?? new Set<string>()
  const made: TableDimension[] = []
  for (const [i, dimension] of structure.dimensions.entries()) {
    const atHand = codes[i] ?? new Set<string>()
    const blocks = blocksOf(dimension, asked, { codes: atHand, reporters })
    if (blocks === undefined) return undefined
    made.push({ name: dimension.column, blocks, above: aboveOf(dimension, asked, atHand) })
  }
  return made
}

function blocksOf(
  dimension: Dimension,
  { structure, classifications }: DimensionsAsked,
  at: { readonly codes: ReadonlySet<string>; readonly reporters: ReadonlySet<string> },
): readonly CodeBlock[] | undefined {
  if (dimension.role === 'time') return stocks.has(structure.contract) ? [] : periodBlocks(at.codes)
  // One reporter's figures, or one direction's, are never a part of another's.
  if (dimension.role === 'reporter' || dimension.role === 'direction') return []
  const rule = rulesOf(structure.contract, structure.version).find(
    (one): one is SumRule => one.kind === 'sum' && one.column === dimension.column,
  )
  return codeBlocks({ ...at, list: listOfDimension(dimension, classifications), rule })
}

// The codes of groups with a threshold of their own that a code lies in.
function aboveOf(
  dimension: Dimension,
  { classifications, groups }: DimensionsAsked,
  codes: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const id = listOfDimension(dimension, classifications)
  const named = groups.filter((group) => group.dimension === dimension.column)
  if (id === undefined || named.length === 0) return new Map()
  const list = codeList(id)
  const wide = [...new Set(named.flatMap((group) => group.codes))]
  return new Map(
    [...codes].map((code) => [
      code,
      wide.filter((one) => one !== code && list.contains(one, code)),
    ]),
  )
}
