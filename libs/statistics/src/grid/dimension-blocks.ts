// SPDX-License-Identifier: Apache-2.0
import type { Classification } from './atoms'
import { commonGrid, type SideCodes } from './common-grid'

/** A block of one dimension: its own code, and the codes of each side that make it up. */
export interface DimensionBlock {
  readonly code: string
  readonly origin: readonly string[]
  readonly destination: readonly string[]
  /** True where the block is the total. */
  readonly whole: boolean
}

/**
 * The blocks that two breakdowns of one dimension have in common: every code that both give, the finest blocks that both make up, and
 * every wider code of one side that the other makes up. Without a classification codes do not add up, and stand for themselves.
 * A block of which no side has a code, and none can be built, has no name and is left out.
 * @example dimensionBlocks(ages(all), { origin: ['Y15T19', 'Y20T24'], destination: ['Y15T24'] })[0]?.code // 'Y15T24'
 */
export function dimensionBlocks(
  classification: Classification | null,
  { origin, destination }: SideCodes,
): readonly DimensionBlock[] {
  const same = origin
    .filter((code) => destination.includes(code))
    .map((code) => ({ code, origin: [code], destination: [code], whole: code === '_T' }))
  if (classification === null) return same
  const finest = commonGrid(classification, { origin, destination }).blocks.flatMap((block) => {
    const code = codeFor(classification, block)
    return code === undefined ? [] : [{ ...block, code }]
  })
  const wider = [
    ...widerCodes(classification, origin, destination).map(({ code, parts }) => ({
      ...{ code, origin: [code], destination: parts, whole: code === '_T' },
    })),
    ...widerCodes(classification, destination, origin).map(({ code, parts }) => ({
      ...{ code, origin: parts, destination: [code], whole: code === '_T' },
    })),
  ]
  const found = new Map<string, DimensionBlock>()
  for (const block of [...same, ...finest, ...wider])
    found.set(`${block.origin.join()} ${block.destination.join()}`, block)
  return [...found.values()]
}

function codeFor(
  { built }: Classification,
  { origin, destination, whole }: Omit<DimensionBlock, 'code'>,
): string | undefined {
  if (whole) return '_T'
  const [first, second] = [origin, destination].filter(({ length }) => length === 1)
  return (first ?? second)?.[0] ?? built([...origin, ...destination])
}

// Codes of a side that the other does not give as such.
function widerCodes(
  { partition }: Classification,
  own: readonly string[],
  others: readonly string[],
): readonly { readonly code: string; readonly parts: readonly string[] }[] {
  return own
    .filter((code) => !others.includes(code))
    .flatMap((code) => {
      const parts = partition(code, others)
      return parts === undefined || parts.length === 0 ? [] : [{ code, parts }]
    })
}
