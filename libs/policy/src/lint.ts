// SPDX-License-Identifier: Apache-2.0
import { structure, type Agreement } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { absent, enforcedTopics, recordedTopics } from './completed'
import { hasGrain, hasTotal, levelOf } from './levels'
import { monthsOf } from './months-of'
import { eachParty } from './standing'
import { clausesOf, partiesOf, type ClauseOf } from './terms'

/** Terms that do not hang together, or that this hub could not enforce, are refused when they are authored. */
export type LintRefusal = 'AGREEMENT_TERM_NOT_ENFORCEABLE'

/** Checks terms that already follow the contract. Nothing enters a signature round that the hub would not enforce to the letter. */
export function lintTerms(terms: Agreement): Outcome<Agreement, LintRefusal> {
  const findings = [
    ...lintParties(terms),
    ...lintTerm(terms),
    ...lintClauseIds(terms),
    ...clausesOf(terms, 'share').flatMap((clause) => lintShare(terms, clause)),
    ...lintProtection(terms),
    ...lintOthers(terms),
    ...lintTopics(terms),
  ]
  const first = findings[0]
  return first === undefined ? accept(terms) : refuse('AGREEMENT_TERM_NOT_ENFORCEABLE', first)
}

function lintParties(terms: Agreement): string[] {
  const parties = partiesOf(terms)
  if (parties.some((party, i) => i > 0 && party <= (parties[i - 1] ?? '')))
    return ['the parties must differ and stand in alphabetical order']
  return terms.committee !== undefined && parties.includes(terms.committee)
    ? ['the committee cannot be a party']
    : []
}

function lintTerm({ term }: Agreement): string[] {
  // The last day belongs to the term, so a term of one day is a term.
  return term.from <= term.until ? [] : [`the term ends on ${term.until}, before it begins`]
}

function lintClauseIds({ enforced, recorded }: Agreement): string[] {
  const ids = [...enforced, ...recorded].map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  return twice === undefined ? [] : [`clause ${twice} stands twice`]
}

function lintShare(terms: Agreement, clause: ClauseOf<'share'>): string[] {
  const where = `clause ${clause.id}`
  const { from, to, corridors, periods } = clause
  const stranger = [...from, ...to].find((one) => !isParty(terms, one))
  if (
    stranger !== undefined ||
    (from.length === 1 && to.length === 1 && from[0] === to[0] && from[0] !== eachParty)
  )
    return [
      `${where}: figures go from one party to another, not from ${from.join(', ')} to ${to.join(', ')}`,
    ]
  if (
    corridors?.some(({ origin, destination }) => origin === destination && origin !== eachParty) ===
    true
  )
    return [`${where}: a corridor needs two ends`]
  if (periods !== undefined && monthsOf(periods.from).first > monthsOf(periods.until).last)
    return [`${where}: the periods end in ${periods.until}, before they begin in ${periods.from}`]
  return lintCells(clause).map((said) => `${where}: ${said}`)
}

function lintCells(clause: ClauseOf<'share'>): string[] {
  const dimensions = structure(clause.contract).dimensions
  const moves = dimensions.some(({ role }) => role === 'origin')
  if (moves && clause.corridors === undefined)
    return [`${clause.contract} is about corridors, and the clause names none`]
  if (!moves && clause.corridors !== undefined)
    return [`${clause.contract} has no corridors, and the clause names some`]
  const unnamed = dimensions.find(
    (one) =>
      hasGrain(one) &&
      !hasTotal(one) &&
      levelOf(clause, one.column) === undefined &&
      clause.only?.some(({ dimension }) => dimension === one.column) !== true,
  )
  return unnamed === undefined
    ? []
    : [`${unnamed.column} has no total: name its codes or its level`]
}

function isParty(terms: Agreement, name: string): boolean {
  return name === eachParty || partiesOf(terms).includes(name)
}

// The parties have to say how figures are protected, be it that they are not.
function lintProtection(terms: Agreement): string[] {
  const shares = clausesOf(terms, 'share').length + clausesOf(terms, 'aggregate').length
  const protections = clausesOf(terms, 'protect').length
  if (shares === 0) return ['no clause shares anything']
  return protections === 1 ? [] : ['exactly one clause must say how figures are protected']
}

function lintOthers(terms: Agreement): string[] {
  const comparisons = clausesOf(terms, 'reconcile')
  if (comparisons.length > 1) return ['more than one clause sets the tolerance of the comparison']
  const givers = new Set(clausesOf(terms, 'share').flatMap(({ from }) => from))
  if (comparisons.length === 1 && givers.size < 2 && !givers.has(eachParty)) {
    return ['a comparison shows each side the figures of the other, so both sides must share']
  }
  for (const { id, from } of clausesOf(terms, 'aggregate')) {
    const stranger = from.find((one) => !isParty(terms, one))
    if (stranger !== undefined) return [`clause ${id}: ${stranger} is not a party`]
  }
  return []
}

// Silence is not read as consent: what is not agreed is said to be so.
function lintTopics(terms: Agreement): string[] {
  const [missing] = [
    ...absent(enforcedTopics, terms.enforced),
    ...absent(recordedTopics, terms.recorded),
  ]
  return missing === undefined
    ? []
    : [`no clause says what is agreed, or not agreed, on ${missing}`]
}
