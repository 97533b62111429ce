// SPDX-License-Identifier: Apache-2.0
import { agePartition, type CodeList, type SumRule } from '@corridor/contracts'
import { totalCode } from './levels'

/** What a block is looked for in. */
export interface BlockSource {
  readonly lists: readonly CodeList[]
  /** The rule by which the contract adds up the column. */
  readonly rule: SumRule
  readonly reporter: string
}

/** The parts that make up a whole, and the codes for what is not known or does not apply, which count into a total too. */
export interface WholeParts {
  readonly parts: readonly string[]
  readonly rest: readonly string[]
}

/**
 * The codes at hand that make up a whole, each with nothing left out and nothing twice; undefined where they leave a gap. A total
 * whose rest is open (people of other or unknown sex) is complete only where a code for the rest is there.
 */
export function partsOf(
  whole: string,
  atHand: ReadonlySet<string>,
  source: BlockSource,
): WholeParts | undefined {
  const parts = madeUpOf(whole, atHand, source)
  if (parts === undefined || parts.length === 0) return undefined
  if (whole !== totalCode || source.rule.blocks !== undefined) return { parts, rest: [] }
  const rest = [...atHand].filter((code) => code.startsWith('_') && code !== totalCode)
  return source.rule.rest === 'open' && rest.length === 0 ? undefined : { parts, rest }
}

function madeUpOf(
  whole: string,
  atHand: ReadonlySet<string>,
  { lists, rule, reporter }: BlockSource,
): readonly string[] | undefined {
  if (rule.blocks !== undefined) {
    const parts = rule.blocks.find((block) => block.whole === whole)?.parts
    return parts?.every((code) => atHand.has(code)) === true ? parts : undefined
  }
  const list = lists.find(({ codes, id }) => id === 'CL_AGE' || codes.includes(whole))
  if (list === undefined) return undefined
  if (list.id === 'CL_AGE') return agePartition(whole, [...atHand])
  const without = rule.leavesOut === undefined ? undefined : reporter
  return childrenOf(whole, { list, atHand, without })
}

// A child that is not at hand may be there in its own children, to the bottom of the hierarchy.
function childrenOf(
  whole: string,
  search: {
    readonly list: CodeList
    readonly atHand: ReadonlySet<string>
    readonly without: string | undefined
  },
): readonly string[] | undefined {
  const found: string[] = []
  for (const child of search.list.children(whole)) {
    if (child === search.without || child.startsWith('_')) continue
    const parts = search.atHand.has(child) ? [child] : childrenOf(child, search)
    if (parts === undefined || parts.length === 0) return undefined
    found.push(...parts)
  }
  return found
}
