// SPDX-License-Identifier: Apache-2.0
import type { AgreementClause } from '@corridor/contracts'
import { monthsOf } from './months-of'
import type { KnownAgreement } from './standing'
import { clausesOf, type ClauseOf } from './terms'

/** A period of which the parties of an agreement have committed to their figures, so that each may see the other's. */
export interface OpenedPeriod {
  readonly agreement: string
  readonly contract: string
  readonly period: string
}

/** The contracts of which an agreement's parties commit to their figures before they compare them. */
export function committedFirst({ terms }: KnownAgreement): readonly string[] {
  return clausesOf(terms, 'reconcile').flatMap(({ contract, commitFirst }) =>
    commitFirst === true ? [contract] : [],
  )
}

/**
 * The agreements as they grant while figures wait for the other side's: where parties commit first, a share clause of the contract
 * speaks only of periods that are open, and of what lies within them. It keeps its number, so what is decided names it. Where nothing is open
 * it speaks of nothing. To be compiled and asked like any others.
 */
export function asOpened(
  agreements: readonly KnownAgreement[],
  opened: readonly OpenedPeriod[],
): readonly KnownAgreement[] {
  return agreements.map((agreement) => {
    const waiting = committedFirst(agreement)
    if (waiting.length === 0) return agreement
    const { terms, standing } = agreement
    const own = opened.filter((one) => one.agreement === terms.id)
    const enforced = terms.enforced.flatMap((clause): readonly AgreementClause[] =>
      clause.kind === 'share' && waiting.includes(clause.contract)
        ? narrowed(clause, own)
        : [clause],
    )
    return { terms: { ...terms, enforced }, standing }
  })
}

function narrowed(
  clause: ClauseOf<'share'>,
  opened: readonly OpenedPeriod[],
): readonly ClauseOf<'share'>[] {
  const { from, until } = clause.periods ?? { from: '0001', until: '9999' }
  const [begins, ends] = [monthsOf(from).first, monthsOf(until).last]
  return opened.flatMap(({ contract, period }) => {
    const { first, last } = monthsOf(period)
    return contract === clause.contract && first >= begins && last <= ends
      ? [{ ...clause, periods: { from: period, until: period } }]
      : []
  })
}
