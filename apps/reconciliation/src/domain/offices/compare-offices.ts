// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@corridor/kernel'
import type { Interval } from '@corridor/statistics'
import { isSilent } from '../compare-sides'
import { saidBy } from '../said'
import {
  cellColumns,
  type OfficeCell,
  type OfficeCounting,
  type OfficeStatement,
} from './office-statement'

/**
 * What two offices of one state come to: `differs` is for figures that ought to be one, because both count alike. One that is
 * counted by another classification is not the same figure, and `one-sided` says that one of them gives none.
 */
export type OfficeOutcome =
  'agrees' | 'differs' | 'counted-differently' | 'not-comparable' | 'one-sided'

/** Two offices of one state about one figure. */
export interface OfficePair extends OfficeCell {
  readonly office: string
  /** Whom it is held against: the office whose figure is the state's, where one is. */
  readonly other: string
  readonly otherIsReleased: boolean
  readonly officeSays: number | null
  readonly otherSays: number | null
  /** In which the figures lie; null where an office gives none. */
  readonly officeInterval: Interval | null
  readonly otherInterval: Interval | null
  /** What the office says less what the other says; null where one of them is hidden or not there. */
  readonly difference: number | null
  readonly outcome: OfficeOutcome
  /** In what they count differently, in words. */
  readonly gaps: readonly string[]
  readonly officePosition: number
  readonly otherPosition: number
}

/**
 * Compares what the offices of a state say about one figure, two by two: first the one whose figure is the state's (of those that were
 * released, the last), then the others by name.
 */
export function compareOffices(
  contract: string,
  statements: readonly OfficeStatement[],
): readonly OfficePair[] {
  const released = statements
    .filter(({ isReleased }) => isReleased)
    .reduce<OfficeStatement | null>(
      (last, one) => (last === null || one.position > last.position ? one : last),
      null,
    )
  const others = statements
    .filter((one) => one !== released)
    .sort((one, other) => (one.office < other.office ? -1 : 1))
  const ordered = released === null ? others : [released, ...others]
  return ordered.flatMap((other, at) =>
    ordered
      .slice(at + 1)
      .map((office) => compareTwo(contract, { office, other, isReleased: other === released })),
  )
}

function compareTwo(
  contract: string,
  {
    office,
    other,
    isReleased,
  }: {
    readonly office: OfficeStatement
    readonly other: OfficeStatement
    readonly isReleased: boolean
  },
): OfficePair {
  const [own, theirs] = [saidBy(office), saidBy(other)]
  const [officeSays, otherSays] = [own.measured?.value ?? null, theirs.measured?.value ?? null]
  const counted = gapsBetween(office, other)
  const classified = classifiedDifferently(contract, office, other)
  const gaps = [...counted, ...classified]
  const outcomeOf = (): OfficeOutcome => {
    if (isSilent(own) || isSilent(theirs)) return 'one-sided'
    if (classified.length > 0) return 'not-comparable'
    if (doMeet(own.measured?.interval, theirs.measured?.interval)) return 'agrees'
    return counted.length > 0 ? 'counted-differently' : 'differs'
  }
  return {
    ...{ period: office.period, cell: office.cell },
    ...{ office: office.office, other: other.office, otherIsReleased: isReleased },
    ...{ officeSays, otherSays },
    officeInterval: own.measured?.interval ?? null,
    otherInterval: theirs.measured?.interval ?? null,
    difference: officeSays === null || otherSays === null ? null : officeSays - otherSays,
    ...{ outcome: outcomeOf(), gaps },
    ...{ officePosition: office.position, otherPosition: other.position },
  }
}

function doMeet(one: Interval | undefined, other: Interval | undefined): boolean {
  return (
    one !== undefined && other !== undefined && one.lower <= other.upper && other.lower <= one.upper
  )
}

function gapsBetween(office: OfficeCounting, other: OfficeCounting): readonly string[] {
  const members = new Set([...Object.keys(office.definition), ...Object.keys(other.definition)])
  return [...members].sort().flatMap((member) => {
    const [own, theirs] = [inWords(office.definition[member]), inWords(other.definition[member])]
    return own === theirs ? [] : [`${member}: ${own}, not ${theirs}`]
  })
}

function inWords(member: unknown): string {
  if (member === undefined) return 'none'
  return typeof member === 'string' ? member : canonicalJson(member)
}

// A column of which all are meant has no codes that could mean something else.
function classifiedDifferently(
  contract: string,
  office: OfficeStatement,
  other: OfficeStatement,
): readonly string[] {
  const codes = office.cell.split('.')
  return cellColumns(contract).flatMap((column, at) => {
    const [own, theirs] = [office.classifications[column], other.classifications[column]]
    if (own === theirs || codes[at] === '_T') return []
    return [`classification of ${column}: ${own ?? 'none'}, not ${theirs ?? 'none'}`]
  })
}
