// SPDX-License-Identifier: Apache-2.0
import { numberOf } from './figure'
import type { SuppressionRule } from './rule'
import type { TableCell, TableDimension } from './table'

/** Why a figure is hidden first of all; never told to the recipient. */
export type SensitiveReason =
  'small-count' | 'dominance' | 'estimate' | 'contributions-unknown' | 'marked' | 'hidden-by-sender'

/** A figure that must not be told, and how wide anybody's interval for it must stay, in the unit of the table. */
export interface Sensitive {
  readonly reason: SensitiveReason
  readonly width: number
}

/**
 * The sender's marks (CL_CONF_STATUS) that hide a figure: confidential, primary for whatever cause, secondary. N only bars
 * publication and E only embargoes, so neither hides a figure from a recipient that may have it.
 */
const hidingMarks: ReadonlySet<string> = new Set(['C', 'A', 'O', 'T', 'G', 'M', 'D', 'S'])

/**
 * Primary suppression: is a cell sensitive under a rule? Undefined where it may be told.
 * Sources: frequency rule 1 <= n <= maxN, (n, k) dominance and the p% rule as sdcTable has them; where a rule on contributors
 * is agreed and the sender has not given their contributions, the cell does not pass.
 */
export function sensitive(
  cell: TableCell,
  dimensions: readonly TableDimension[],
  rule: SuppressionRule,
): Sensitive | undefined {
  const threshold = thresholdOf(cell, dimensions, rule)
  const width = leastWidth(threshold, rule)
  if (cell.figure.status === 'suppressed') return { reason: 'hidden-by-sender', width }
  const value = numberOf(cell.figure)
  if (value === undefined) return undefined
  if (hidingMarks.has(cell.confStatus ?? 'F')) return { reason: 'marked', width }
  if (isSmall(value, threshold, rule.zeros)) return { reason: 'small-count', width }
  if (value === 0) return undefined
  const concentrated = concentration(value, cell.contributions, rule)
  return concentrated && { ...concentrated, width: Math.max(width, concentrated.width) }
}

/** True for a count that the frequency rule hides: from 1 to the threshold, and 0 where zeros are hidden. */
export function isSmall(value: number, threshold: number, zeros: boolean): boolean {
  return value <= threshold && (value > 0 || zeros)
}

/**
 * The threshold of a cell: of the rule's and those of all groups that it belongs to, the strictest. A cell belongs to a group
 * where its code is one of the group's or lies below one.
 */
export function thresholdOf(
  { codes }: Pick<TableCell, 'codes'>,
  dimensions: readonly TableDimension[],
  { threshold, groups = [] }: Pick<SuppressionRule, 'threshold' | 'groups'>,
): number {
  return groups.reduce((strictest, group) => {
    const position = dimensions.findIndex(({ name }) => name === group.dimension)
    const code = codes[position]
    if (code === undefined || group.threshold <= strictest) return strictest
    const above = dimensions[position]?.above?.get(code) ?? []
    return [code, ...above].some((one) => group.codes.includes(one)) ? group.threshold : strictest
  }, threshold)
}

/** How wide an interval must stay for a threshold: that percentage of it, rounded up, and never a single number. */
export function leastWidth(
  threshold: number,
  rule: { readonly protectionPercent: number },
): number {
  return Math.max(1, Math.ceil((threshold * rule.protectionPercent) / 100))
}

/**
 * The rules on contributors. X is the figure, x1 >= x2 >= … the contributions.
 * (n, k): x1 + … + xn > k/100 · X; the upper bound must then lie at least 100/k · (x1 + … + xn) − X above the figure.
 * p%: X − x1 − x2 < p/100 · x1; then at least p/100 · x1 − (X − x1 − x2) above it.
 * Source: sdcTable, primarySuppression; the protection levels after Hundepool et al., Statistical Disclosure Control, 2012, 4.2.2.
 */
function concentration(
  figure: number,
  contributions: readonly number[] | undefined,
  { dominance, estimatePercent }: SuppressionRule,
): Sensitive | undefined {
  if (dominance === undefined && estimatePercent === undefined) return undefined
  const asked = Math.max(dominance?.contributors ?? 0, estimatePercent === undefined ? 0 : 2)
  if (!areStated(figure, contributions, asked))
    return { reason: 'contributions-unknown', width: figure }
  if (dominance !== undefined) {
    const largest = sumOf(contributions.slice(0, dominance.contributors))
    if (largest * 100 > dominance.percent * figure)
      return { reason: 'dominance', width: Math.ceil((100 * largest) / dominance.percent - figure) }
  }
  return estimatePercent === undefined
    ? undefined
    : closeEstimate(figure, contributions, estimatePercent)
}

function closeEstimate(
  figure: number,
  [first = 0, second = 0]: readonly number[],
  percent: number,
): Sensitive | undefined {
  const others = figure - first - second
  const needed = (percent * first) / 100
  return others < needed ? { reason: 'estimate', width: Math.ceil(needed - others) } : undefined
}

// As many as the rule asks for, or all that there are; largest first, none negative, no more than the figure together.
function areStated(
  figure: number,
  contributions: readonly number[] | undefined,
  asked: number,
): contributions is readonly number[] {
  if (contributions === undefined) return false
  const ordered = contributions.every(
    (one, i) => one >= 0 && one <= (contributions[i - 1] ?? Infinity),
  )
  const sum = sumOf(contributions)
  return ordered && sum <= figure && (contributions.length >= asked || sum === figure)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
