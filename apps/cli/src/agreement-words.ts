// SPDX-License-Identifier: Apache-2.0
import { label, type Agreement, type AgreementClause, type ShareClause } from '@corridor/contracts'
import type { AgreementShown } from '@corridor/sdk'
import { clean } from './output/clean'
import { day, list } from './output/words'

/** The terms of an agreement in plain words, a line for each thing that is agreed. */
export function termsInWords(terms: Agreement): string {
  const [a, b] = terms.parties
  const committee = terms.committee === undefined ? '' : `; committee ${terms.committee}`
  const widest = Math.max(...terms.clauses.map(({ id }) => id.length))
  return [
    `${terms.id}  ${clean(terms.title)}`,
    `  between ${place(a)} and ${place(b)}${committee}`,
    `  from ${day(terms.term.from)} to ${day(terms.term.until)}, once both have signed`,
    '',
    ...terms.clauses.map((clause) => `  ${clause.id.padStart(widest)}  ${clauseInWords(clause)}`),
  ].join('\n')
}

function clauseInWords(clause: AgreementClause): string {
  switch (clause.kind) {
    case 'share':
      return shareInWords(clause)
    case 'protect':
      return 'The figures are published ones: they are handed over without further protection.'
    case 'reconcile':
      return `Both sides' figures are compared; an asymmetry above ${String(clause.tolerance.asymmetryPercent)} % is shown as outside tolerance.`
    case 'aggregate':
      return `${clause.from} lets its figures go into the sums of the region.`
  }
}

function shareInWords({ from, to, corridors, breakdowns, periods }: ShareClause): string {
  const ways = list(corridors.map(({ origin, destination }) => `${origin} → ${destination}`))
  const when = periods === undefined ? 'all periods' : `${periods.from} to ${periods.until}`
  const detailed = Object.entries(breakdowns).flatMap(([name, detail]) =>
    detail === 'all' ? [name] : [],
  )
  const depth = detailed.length === 0 ? 'totals only' : `broken down by ${list(detailed)}`
  return `${from} gives ${to} its figures on ${ways}, ${when}, ${depth}.`
}

// The region's own participants need not be countries.
function place(id: string): string {
  const name = label('CL_AREA', id)
  return name === id ? id : `${name} (${id})`
}

/** Where an agreement stands: a word, and what it waits for or until when. */
export interface Standing {
  readonly mark: 'WAIT' | 'OK' | 'END'
  readonly says: string
}

/** Where an agreement stands today, for the participant who asks. */
export function standingOf(shown: AgreementShown, participant: string, today: Date): Standing {
  const { terms, state, revokedAt } = shown
  const date = today.toISOString().slice(0, 10)
  if (state === 'revoked')
    return { mark: 'END', says: `was revoked${revokedAt === null ? '' : ` on ${day(revokedAt)}`}` }
  if (terms.term.until < date) return { mark: 'END', says: `ended on ${day(terms.term.until)}` }
  if (state === 'proposed')
    return { mark: 'WAIT', says: `waits for ${missingWords(shown, participant)}` }
  if (terms.term.from > date)
    return { mark: 'WAIT', says: `is signed by both; begins on ${day(terms.term.from)}` }
  return { mark: 'OK', says: `in force until ${day(terms.term.until)}` }
}

/** The parties that have not signed. */
export function missingSignatures({ terms, signatures }: AgreementShown): readonly string[] {
  return terms.parties.filter(
    (party) => !signatures.some(({ participant }) => participant === party),
  )
}

function missingWords(shown: AgreementShown, participant: string): string {
  const missing = missingSignatures(shown)
  const [only = 'a signature'] = missing
  if (missing.length === 2) return `the signatures of ${list(missing)}`
  return only === participant ? 'your signature' : `the signature of ${only}`
}
