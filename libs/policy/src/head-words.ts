// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'

/** A member of the head of terms in plain words. */
export interface HeadMember {
  readonly member: string
  readonly says: string
}

/** All that terms say besides their clauses, a member each, in the order in which people read it. */
export function headInWords(terms: Agreement): readonly HeadMember[] {
  const { id, title, parties, committee, supersedes, term } = terms
  return [
    { member: 'id', says: id },
    { member: 'title', says: title },
    { member: 'parties', says: parties.map(partyInWords).join(', ') },
    ...(committee === undefined ? [] : [{ member: 'committee', says: committee }]),
    ...(supersedes === undefined ? [] : [{ member: 'supersedes', says: supersedes }]),
    { member: 'term', says: `from ${term.from} to ${term.until}` },
    { member: 'entryIntoForce', says: entryInWords(terms) },
    { member: 'provisionalApplication', says: provisionalInWords(terms) },
    { member: 'accession', says: accessionInWords(terms) },
    { member: 'signatureDays', says: `all sign within ${days(terms.signatureDays)}` },
  ]
}

function partyInWords({ participant, signatures }: Agreement['parties'][number]): string {
  return signatures === 1 ? participant : `${participant} (${String(signatures)} people sign)`
}

function entryInWords({ entryIntoForce }: Agreement): string {
  switch (entryIntoForce.rule) {
    case 'on-signature':
      return 'with the last signature'
    case 'on-date':
      return `on ${entryIntoForce.date}, once all have signed`
    case 'on-notices':
      return `with the last notice that a party’s own procedures are complete, within ${days(entryIntoForce.days)}`
  }
}

function provisionalInWords({ provisionalApplication }: Agreement): string {
  return provisionalApplication.rule === 'not-agreed'
    ? 'not agreed'
    : `from ${provisionalApplication.date}, once all have signed, until it is in force`
}

function accessionInWords({ accession }: Agreement): string {
  return accession.rule === 'closed'
    ? 'nobody can join'
    : `others can join where each party consents within ${days(accession.days)}`
}

function days(number: number): string {
  return `${String(number)} ${number === 1 ? 'day' : 'days'}`
}
