// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import { grainOf } from './grain'
import { isWithinPeriods } from './months-of'
import { partiesIn, spanOf, type KnownAgreement } from './standing'
import { clausesOf, type ClauseOf } from './terms'

/** The role in which a partner who is no state reports. */
export type PartnerRole = ClauseOf<'report'>['as']

/**
 * What a partner may report at all in its role, by contract: codes of a dimension, or all cells where it is null. What is not here stays
 * with the states, whatever is agreed: who moved, who works, who was given a permit is counted by nobody else.
 */
export const reportable: Readonly<Record<PartnerRole, Readonly<Record<string, RoleSlice | null>>>> =
  {
    employers: {
      'labour-market': {
        dimension: 'indicator',
        codes: ['DEMAND', 'POSTS', 'VAC', 'SHORTAGE', 'SURPLUS'],
      },
    },
    workers: {
      'labour-market': { dimension: 'indicator', codes: ['SUPPLY', 'SHORTAGE', 'SURPLUS'] },
    },
    migrants: { deployment: null },
    recruiters: {
      'labour-market': { dimension: 'indicator', codes: ['VAC'] },
      deployment: null,
    },
  }

/** Codes of one dimension. */
export interface RoleSlice {
  readonly dimension: string
  readonly codes: readonly string[]
}

/** A report clause as it holds for one partner: its areas are those that are parties now and have not reserved it. */
export interface ReportRight {
  readonly agreement: string
  readonly clause: ClauseOf<'report'>
  /** Milliseconds; the end does not belong to it. */
  readonly from: number
  readonly until: number
}

/** What an agreement lets a partner report, whenever it holds; nothing where it does not. */
export function reportRights(agreement: KnownAgreement, partner: string): readonly ReportRight[] {
  const span = spanOf(agreement)
  if (span === undefined) return []
  return reportsOf(agreement, partner).map((clause) => {
    return { agreement: agreement.terms.id, clause, ...span }
  })
}

/** The report clauses of an agreement for a partner, with the areas that hold now. */
export function reportsOf(
  agreement: KnownAgreement,
  partner: string,
  contract?: string,
): readonly ClauseOf<'report'>[] {
  return clausesOf(agreement.terms, 'report')
    .filter((clause) => contract === undefined || clause.contract === contract)
    .filter(({ id, by }) => partiesIn(agreement, { id, named: by }).includes(partner))
    .map((clause) => {
      const areas = partiesIn(agreement, { id: clause.id, named: clause.areas })
      return { ...clause, areas: areas.filter((area) => area !== partner) }
    })
}

/** True where a report clause, and the role that it names, let a partner report a row of its contract. */
export type ReportTest = (row: Readonly<Record<string, unknown>>) => boolean

/** The test of a report clause for rows of its contract in the newest version. */
export function reportTest(
  clause: ClauseOf<'report'>,
  classifications: object | undefined,
): ReportTest {
  const { contract, areas, periods, as: role } = clause
  const allowed = reportable[role][contract]
  if (allowed === undefined) return () => false
  const { dimensions } = structure(contract)
  const columnOf = (role: 'reporter' | 'time'): string =>
    dimensions.find((one) => one.role === role)?.column ?? ''
  const [reporter, time] = [columnOf('reporter'), columnOf('time')]
  const judged = [[...(clause.only ?? [])], allowed === null ? [] : [allowed]].flatMap((only) => {
    // Whatever lies below a code that is named, to any level.
    const levels = only.map(({ dimension }) => ({ dimension, level: 'all' as const }))
    const { id } = clause
    const slices = { id, kind: 'share', from: [], to: [], contract, only, levels } as const
    return dimensions
      .filter(({ column }) => only.some(({ dimension }) => dimension === column))
      .flatMap((one) => grainOf({ ...slices, confStatus: [] }, one, classifications) ?? [])
  })
  return (row) =>
    areas.some((area) => area === row[reporter]) &&
    isWithinPeriods(periods, row[time]) &&
    judged.every(({ column, denial }) => denial(row[column]) === null)
}
