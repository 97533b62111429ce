// SPDX-License-Identifier: Apache-2.0
import type { RecordedClause } from '@corridor/contracts'

/** What the parties have agreed and the hub only records, in plain words. */
export function recordInWords(clause: RecordedClause): string {
  switch (clause.kind) {
    case 'purposes':
      return `The figures may be used for ${clause.purposes.join(', ')}${
        clause.prohibited.length === 0 ? '' : `, and not for ${clause.prohibited.join(', ')}`
      }.`
    case 'legal-basis':
      return `It rests on ${clause.reference} (SHA-256 of the text ${clause.textSha256}).`
    case 'authentic-languages':
      return `The text is authentic in ${clause.languages.join(', ')}.`
    case 'competent-authorities':
      return clause.authorities
        .map((one) => `${one.party}: ${one.authority} (powers: ${one.proofOfPowers}).`)
        .join(' ')
    case 'data-protection-roles':
      return `${clause.roles.map(({ party, role }) => `${party} is ${role}`).join(', ')}.`
    case 'breach-notice':
      return `A breach is told within ${String(clause.hours)} hours.`
    case 'return-or-destruction':
      return `At the end the figures are subject to ${clause.choice}, within ${String(clause.days)} days.`
    case 'text':
      return `On ${clause.topic}: ${clause.text}`
    case 'not-agreed':
      return `Nothing is agreed on ${clause.topic}.`
  }
}
