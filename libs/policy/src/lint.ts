// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { monthsOf } from './months-of'
import { clausesOf } from './terms'

/** Terms that do not hang together, or that this hub could not enforce, are refused when they are authored. */
export type LintRefusal = 'AGREEMENT_TERM_NOT_ENFORCEABLE'

/** Checks terms that already follow the contract. Nothing enters a signature round that the hub would not enforce to the letter. */
export function lintTerms(terms: Agreement): Outcome<Agreement, LintRefusal> {
  const findings = [
    ...lintParties(terms),
    ...lintTerm(terms),
    ...lintClauseIds(terms),
    ...lintShares(terms),
    ...lintProtection(terms),
    ...lintOthers(terms),
  ]
  const first = findings[0]
  return first === undefined ? accept(terms) : refuse('AGREEMENT_TERM_NOT_ENFORCEABLE', first)
}

function lintParties({ parties, committee }: Agreement): string[] {
  const [first, second] = parties
  if (first >= second) return ['the two parties must differ and stand in alphabetical order']
  return committee !== undefined && parties.includes(committee)
    ? ['the committee cannot be a party']
    : []
}

function lintTerm({ term }: Agreement): string[] {
  // The last day belongs to the term, so a term of one day is a term.
  return term.from <= term.until ? [] : [`the term ends on ${term.until}, before it begins`]
}

function lintClauseIds({ clauses }: Agreement): string[] {
  const twice = clauses.find(({ id }, i) => clauses.findIndex((other) => other.id === id) !== i)
  return twice === undefined ? [] : [`clause ${twice.id} stands twice`]
}

function lintShares(terms: Agreement): string[] {
  const isParty = (participant: string): boolean => terms.parties.includes(participant)
  return clausesOf(terms, 'share').flatMap((clause) => {
    const where = `clause ${clause.id}`
    if (!isParty(clause.from) || !isParty(clause.to) || clause.from === clause.to) {
      return [
        `${where}: figures go from one party to the other, not from ${clause.from} to ${clause.to}`,
      ]
    }
    const { corridors, periods } = clause
    if (corridors.some(({ origin, destination }) => origin === destination))
      return [`${where}: a corridor needs two ends`]
    return periods !== undefined && monthsOf(periods.from).first > monthsOf(periods.until).last
      ? [`${where}: the periods end in ${periods.until}, before they begin in ${periods.from}`]
      : []
  })
}

// The only protection that exists yet is none, and the parties have to say so themselves.
function lintProtection(terms: Agreement): string[] {
  const shares = clausesOf(terms, 'share').length + clausesOf(terms, 'aggregate').length
  const protections = clausesOf(terms, 'protect').length
  if (shares === 0) return ['no clause shares anything']
  return protections === 1 ? [] : ['exactly one clause must say how figures are protected']
}

function lintOthers(terms: Agreement): string[] {
  const comparisons = clausesOf(terms, 'reconcile')
  if (comparisons.length > 1) return ['more than one clause sets the tolerance of the comparison']
  const shares = clausesOf(terms, 'share')
  const bothWays = new Set(shares.map(({ from }) => from)).size === 2
  if (comparisons.length === 1 && !bothWays) {
    return ['a comparison shows each side the figures of the other, so both sides must share']
  }
  const stranger = clausesOf(terms, 'aggregate').find(({ from }) => !terms.parties.includes(from))
  return stranger === undefined ? [] : [`clause ${stranger.id}: ${stranger.from} is not a party`]
}
