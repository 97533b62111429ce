// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, structure, type Dataset } from '@corridor/contracts'
import { reportTest, type PartnerRole, type ReportRight } from '@corridor/policy'

/** What a partner who is no state may report: what it is registered as, and the clauses that name it. */
export interface PartnerRights {
  readonly organisation: string | null
  readonly rights: readonly ReportRight[]
}

/** How a partner reports a dataset. */
export interface PartnerReport {
  /** Whether a row, counted from 0, lies within a clause. */
  readonly mayReport: (row: number) => boolean
  /** The role in which it reports; null where no clause lets it report by this contract at all. */
  readonly role: PartnerRole | null
}

/**
 * What of a dataset a partner may report at an instant: each row has to lie within one clause that names the partner in the very role that
 * it is registered with. Fail closed: without a clause, or with another role, there is none.
 */
export function partnerReport(
  { contract, dataset }: { readonly contract: string; readonly dataset: Dataset },
  { organisation, rights }: PartnerRights,
  at: Date,
): PartnerReport {
  const now = at.getTime()
  const clauses = rights
    .filter(({ from, until }) => now >= from && now < until)
    .map(({ clause }) => clause)
    .filter((clause) => clause.contract === contract && clause.as === organisation)
  const tests = clauses.map((clause) => reportTest(clause, dataset.classifications))
  const columns = (structure(contract)?.dimensions ?? []).flatMap(({ column }) => {
    const told = columnOf(dataset, column)
    return told === undefined ? [] : [[column, told] as const]
  })
  const mayReport = (row: number): boolean => {
    const codes = Object.fromEntries(columns.map(([name, told]) => [name, cell(told, row)]))
    return tests.some((lets) => lets(codes))
  }
  return { mayReport, role: clauses[0]?.as ?? null }
}

/** The same for each dataset of a message; null for a state's, and for what is no figures. */
export function partnerReports(
  parts: readonly { readonly contract: string; readonly dataset: Dataset | null }[],
  partner: PartnerRights | null,
  at: Date,
): readonly (PartnerReport | null)[] {
  return parts.map(({ contract, dataset }) =>
    partner === null || dataset === null ? null : partnerReport({ contract, dataset }, partner, at),
  )
}

/** What the rules are told of a report: without one a sender reports for itself alone. */
export function mayReportBy(
  report: PartnerReport | null | undefined,
): Partial<Pick<PartnerReport, 'mayReport'>> {
  return report ? { mayReport: report.mayReport } : {}
}
