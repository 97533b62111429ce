// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { partiesOf } from '../terms'
import { finding, type Finding } from './finding'

/** The parties, the days and the numbers of the clauses. */
export function lintHead(terms: Agreement): readonly Finding[] {
  return [...lintParties(terms), ...lintDays(terms), ...lintIds(terms)]
}

function lintParties(terms: Agreement): readonly Finding[] {
  const { committee, id, supersedes } = terms
  const parties = partiesOf(terms)
  const inOrder = parties.every((party, i) => i === 0 || party > (parties[i - 1] ?? ''))
  return [
    ...(inOrder
      ? []
      : [
          finding(
            'TERMS_PARTIES_WRONG',
            [],
            'the parties must differ and stand in alphabetical order',
          ),
        ]),
    ...(committee !== undefined && parties.includes(committee)
      ? [finding('TERMS_PARTIES_WRONG', [], 'the committee cannot be a party')]
      : []),
    ...(supersedes === id
      ? [finding('CLAUSE_REFERENCE_UNKNOWN', [], 'an agreement cannot supersede itself')]
      : []),
  ]
}

// The last day belongs to the term, so a term of one day is a term.
function lintDays(terms: Agreement): readonly Finding[] {
  const { term, entryIntoForce: entry, provisionalApplication: provisional } = terms
  const wrong = (detail: string): Finding => finding('TERMS_DAYS_WRONG', [], detail)
  const found: Finding[] = []
  if (term.from > term.until) found.push(wrong(`the term ends on ${term.until}, before it begins`))
  if (entry.rule === 'on-date' && entry.date > term.until)
    found.push(wrong(`it comes into force on ${entry.date}, after its term ends`))
  if (provisional.rule !== 'from-date') return found
  if (provisional.date < term.from || provisional.date > term.until)
    found.push(wrong(`it is provisionally applied from ${provisional.date}, outside its term`))
  if (entry.rule === 'on-signature')
    found.push(
      wrong('it comes into force with the last signature, so there is nothing to apply before'),
    )
  if (entry.rule === 'on-date' && provisional.date >= entry.date)
    found.push(wrong(`it is in force from ${entry.date}, before it would be provisionally applied`))
  return found
}

function lintIds({ enforced, recorded }: Agreement): readonly Finding[] {
  const ids = [...enforced, ...recorded].map(({ id }) => id)
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i))
  return [...twice].map((id) => finding('CLAUSE_TWICE', [id], 'it stands twice'))
}
