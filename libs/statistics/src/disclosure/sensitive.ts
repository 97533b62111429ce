// SPDX-License-Identifier: Apache-2.0
import type { Contributions } from '@corridor/contracts'
import { numberOf } from './figure'
import type { DominanceRule, SuppressionRule } from './rule'
import type { TableCell, TableDimension } from './table'

/** Why a figure is hidden first of all; never told to the recipient. */
export type SensitiveReason =
  | 'small-count'
  | 'dominance'
  | 'estimate'
  | 'few-contributors'
  | 'contributions-unknown'
  | 'marked'
  | 'hidden-by-sender'

/** A figure that must not be told, and what anybody's interval for it must be, in the unit of the table. */
export interface Sensitive {
  readonly reason: SensitiveReason
  /** How wide it must stay. */
  readonly width: number
  /** How far its upper end must lie above the figure: who knows what a figure is at most knows what its largest contributor has. */
  readonly above?: number
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
  return concentrated && { ...concentrated, width }
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

/** So few contributors know each other's parts: each of two has what the other has not. */
const fewestContributors = 3

/**
 * The rules on contributors. X is the figure, x1 >= x2 >= … the contributions.
 * (n, k): x1 + … + xn > k/100 · X; the upper bound must then lie at least 100/k · (x1 + … + xn) − X above the figure.
 * p%: X − x1 − x2 < p/100 · x1; then at least p/100 · x1 − (X − x1 − x2) above it.
 * Under either a figure of one or two contributors is sensitive. Of contributions only x1 and x2 are stated, and of what was added up
 * only how much they are at most (`addContributions`): a figure passes where it would pass whatever they are within that.
 * Source: sdcTable, primarySuppression; the protection levels after Hundepool et al., Statistical Disclosure Control, 2012, 4.2.2.
 */
function concentration(
  figure: number,
  stated: Contributions | undefined,
  { dominance, estimatePercent }: SuppressionRule,
): Concentration | undefined {
  if (dominance === undefined && estimatePercent === undefined) return undefined
  const isKnown = stated !== undefined && arePossible(figure, stated)
  // Whoever it is might have all of it.
  const known = isKnown ? stated : { contributors: 1, largest: figure, second: 0 }
  const found = [
    dominance && dominated(figure, known, dominance),
    estimatePercent === undefined ? undefined : closeEstimate(figure, known, estimatePercent),
    known.contributors < fewestContributors ? few : undefined,
  ].filter((one) => one !== undefined)
  const [first] = found
  if (first === undefined) return undefined
  // Two rules may find one figure: the higher of the bounds is what both ask for.
  const above = Math.max(...found.map((one) => one.above))
  return { reason: isKnown ? first.reason : 'contributions-unknown', above }
}

// As they would be of a real figure: none more than the one before it, none but the first without another, each at least one.
function arePossible(figure: number, { contributors, largest, second }: Contributions): boolean {
  if (contributors < 1 || largest < 1 || second < 0 || second > largest) return false
  // Added up, they may be more than the figure: the worst is reckoned with.
  return largest + Math.max(0, contributors - 1) * second >= figure
}

const few = { reason: 'few-contributors', above: 1 } as const

function dominated(
  figure: number,
  { largest, second }: Contributions,
  { contributors, percent }: DominanceRule,
): Concentration | undefined {
  const most = Math.min(figure, largest + (contributors - 1) * second)
  return most * 100 > percent * figure
    ? { reason: 'dominance', above: Math.ceil((100 * most) / percent - figure) }
    : undefined
}

function closeEstimate(
  figure: number,
  { largest, second }: Contributions,
  percent: number,
): Concentration | undefined {
  const others = Math.max(0, figure - largest - second)
  const needed = (percent * Math.min(largest, figure)) / 100
  return others < needed ? { reason: 'estimate', above: Math.ceil(needed - others) } : undefined
}

interface Concentration {
  readonly reason: SensitiveReason
  readonly above: number
}
