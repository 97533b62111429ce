// SPDX-License-Identifier: Apache-2.0
import { agePartition, codeList, type CodeListId, type SumRule } from '@corridor/contracts'
import type { CodeBlock } from './table'

/** A part that no cell has: it says that the others need not be all. */
const others = '~others'

/** The codes of a dimension that are at hand, and how they are added up. */
export interface CodesAtHand {
  readonly codes: ReadonlySet<string>
  readonly list: CodeListId | undefined
  /** The rule of the contract for sums over the dimension; undefined where they are not checked. */
  readonly rule: SumRule | undefined
  /** Totals leave out the reporter itself. */
  readonly reporters: ReadonlySet<string>
}

/**
 * The blocks that anybody can add up, of the codes at hand and those above them; undefined where bands of ages overlap, which no
 * tree of blocks can hold. Where the contract knows no sums each code is a part of the total, and no more than it.
 */
export function codeBlocks(at: CodesAtHand): readonly CodeBlock[] | undefined {
  const { rule, list } = at
  if (rule?.blocks !== undefined) return rule.blocks
  if (rule === undefined || list === undefined) return partsOfTotal(at)
  return list === 'CL_AGE' ? ageBlocks(at) : listedBlocks(at, list, rule)
}

function partsOfTotal({ codes }: CodesAtHand): readonly CodeBlock[] {
  if (!codes.has('_T')) return []
  const parts = [...codes].filter((code) => code !== '_T' && code !== '_Z')
  return parts.map((part) => ({ whole: '_T', parts: [part, others] }))
}

function listedBlocks(
  { codes, reporters }: CodesAtHand,
  id: CodeListId,
  rule: SumRule,
): readonly CodeBlock[] {
  const list = codeList(id)
  const wholes = new Set(codes)
  for (const code of codes)
    for (let above = list.parent(code); above !== undefined; above = list.parent(above))
      wholes.add(above)
  return [...wholes].flatMap((whole): readonly CodeBlock[] => {
    const parts = list.children(whole).filter((part) => {
      if (part === whole || (rule.leavesOut !== undefined && reporters.has(part))) return false
      // People of unknown or other sex: where no row speaks of them, there are presumed to be none.
      return !part.startsWith('_') || codes.has(part)
    })
    return parts.length === 0 ? [] : [{ whole, parts }]
  })
}

function ageBlocks({ codes }: CodesAtHand): readonly CodeBlock[] | undefined {
  const list = codeList('CL_AGE')
  const blocks: CodeBlock[] = []
  for (const whole of codes) {
    const parts = list.children(whole, codes)
    if (parts.length === 0) continue
    const bands = parts.filter((part) => !part.startsWith('_'))
    if (bands.some((one) => bands.some((other) => other !== one && overlaps(one, other))))
      return undefined
    const isWhole = bands.length > 0 && agePartition(whole, bands) !== undefined
    blocks.push({ whole, parts: isWhole ? parts : [...parts, others] })
  }
  return blocks
}

// Neighbours in a tree lie side by side; two that do not lie apart, nor in each other, overlap.
function overlaps(one: string, other: string): boolean {
  const [a, b] = [bandOf(one), bandOf(other)]
  return a !== undefined && b !== undefined && a.from < b.until && b.from < a.until
}

function bandOf(code: string): { from: number; until: number } | undefined {
  const [, open, first, last] = /^Y(_GE|_LT)?(\d+)(?:T(\d+))?$/.exec(code) ?? []
  if (first === undefined) return undefined
  const age = Number(first)
  if (open === '_GE') return { from: age, until: Infinity }
  return open === '_LT' ? { from: 0, until: age } : { from: age, until: Number(last ?? first) + 1 }
}

/** The blocks of periods: a year, its half-years, quarters and months, as far as they lie above the periods at hand. */
export function periodBlocks(codes: ReadonlySet<string>): readonly CodeBlock[] {
  const years = new Set([...codes].map((code) => code.slice(0, 4)))
  const month = (n: number): string => String(n).padStart(2, '0')
  return [...years].flatMap((year) => [
    { whole: year, parts: [`${year}-S1`, `${year}-S2`] },
    ...[1, 2].map((half) => ({
      whole: `${year}-S${half}`,
      parts: [`${year}-Q${2 * half - 1}`, `${year}-Q${2 * half}`],
    })),
    ...[1, 2, 3, 4].map((quarter) => ({
      whole: `${year}-Q${quarter}`,
      parts: [2, 1, 0].map((less) => `${year}-${month(3 * quarter - less)}`),
    })),
  ])
}
