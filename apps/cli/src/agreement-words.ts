// SPDX-License-Identifier: Apache-2.0
import { label, type Agreement } from '@corridor/contracts'
import { clauseInWords, notAgreedInWords, partiesOf, recordInWords } from '@corridor/policy'
import type { AgreementShown } from '@corridor/sdk'
import { clean } from './output/clean'
import { day, list } from './output/words'

/** The terms of an agreement in plain words, a line for each thing that is agreed. */
export function termsInWords(terms: Agreement): string {
  const parties = partiesOf(terms).map(place)
  const committee = terms.committee === undefined ? '' : `; committee ${terms.committee}`
  const agreed = [
    ...linesOf(terms.enforced, clauseInWords),
    ...linesOf(terms.recorded, recordInWords).map(
      ([id, says]) => [id, `Recorded. ${says}`] as const,
    ),
  ]
  const silent = notAgreedInWords([...terms.enforced, ...terms.recorded])
  const widest = Math.max(0, ...agreed.map(([id]) => id.length))
  return [
    `${terms.id}  ${clean(terms.title)}`,
    `  between ${list(parties)}${committee}`,
    `  from ${day(terms.term.from)} to ${day(terms.term.until)}, once all have signed`,
    '',
    ...agreed.map(([id, says]) => `  ${id.padStart(widest)}  ${clean(says, 4_500)}`),
    ...(silent === undefined ? [] : [`  ${silent}`]),
  ].join('\n')
}

// What is not agreed is told in one line at the end.
function linesOf<Clause extends { readonly id: string; readonly kind: string }>(
  clauses: readonly Clause[],
  words: (clause: Clause) => string,
): readonly (readonly [id: string, says: string])[] {
  return clauses
    .filter(({ kind }) => kind !== 'not-agreed')
    .map((clause) => [clause.id, words(clause)] as const)
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
  const { terms, state, until, endedAt, lastAct } = shown
  const date = today.toISOString().slice(0, 10)
  const end = until === null ? '' : ` until ${day(until.slice(0, 10))}`
  switch (state) {
    case 'proposed':
    case 'signing':
      return { mark: 'WAIT', says: `waits for ${missingWords(shown, participant)}${end}` }
    case 'signed':
      return { mark: 'WAIT', says: `is signed by all; ${waitingOf(shown)}${end}` }
    case 'provisional':
      return { mark: 'OK', says: `is applied provisionally${end}` }
    case 'suspended':
      return { mark: 'WAIT', says: `is suspended by ${list(shown.suspendedBy)}` }
    case 'in-force':
      if (terms.term.until < date) return { mark: 'END', says: `ended on ${day(terms.term.until)}` }
      if (terms.term.from > date)
        return { mark: 'WAIT', says: `is signed by all; begins on ${day(terms.term.from)}` }
      return { mark: 'OK', says: `in force until ${day(terms.term.until)}` }
    default: {
      const by = lastAct.by === null ? '' : ` by ${lastAct.by}`
      const on = endedAt === null ? '' : ` on ${day(endedAt.slice(0, 10))}`
      return { mark: 'END', says: `${standingWords(state)}${by}${on}` }
    }
  }
}

function waitingOf({ terms: { entryIntoForce }, parties, notices }: AgreementShown): string {
  if (entryIntoForce.rule !== 'on-notices') return 'waits for its day'
  return `waits for the notice of ${list(parties.filter((party) => !notices.includes(party)))}`
}

const words: Readonly<Record<string, string>> = {
  proposed: 'proposed',
  signing: 'signed by some and not by all',
  signed: 'signed by all and not in force yet',
  provisional: 'applied provisionally',
  'in-force': 'in force',
}

/** A state in words that follow "is" or "was". */
export function standingWords(state: string): string {
  return words[state] ?? clean(state, 40)
}

/** The parties for whom not as many people have signed as the terms ask for. */
export function missingSignatures({ terms, signatures }: AgreementShown): readonly string[] {
  return terms.parties
    .filter(({ participant, signatures: asked }) => {
      return signatures.filter((one) => one.participant === participant).length < asked
    })
    .map(({ participant }) => participant)
}

function missingWords(shown: AgreementShown, participant: string): string {
  const missing = missingSignatures(shown)
  const [only = 'a signature'] = missing
  if (missing.length > 1) return `the signatures of ${list(missing)}`
  return only === participant ? 'your signature' : `the signature of ${only}`
}
