// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { eachParty } from '../standing'
import { clausesOf, partiesOf } from '../terms'
import { finding, type Finding } from './finding'

/** A participant of the register, with the codes of the offices that have enrolled. */
export interface RegisteredOffices {
  readonly participant: string
  readonly offices: readonly string[]
}

/**
 * Offices that audiences name and that nobody has registered: what is meant for them goes to nobody until somebody has. Warnings, because
 * an office may enrol after the signature; a misspelt one never does. A recipient that is not in the register has no offices.
 */
export function lintAudiences(
  terms: Agreement,
  registered: readonly RegisteredOffices[],
): readonly Finding[] {
  const known = new Map(registered.map(({ participant, offices }) => [participant, offices]))
  return clausesOf(terms, 'share').flatMap(({ id, from, to, audience }) => {
    if (audience === undefined) return []
    const all = (names: readonly string[]): readonly string[] =>
      names.includes(eachParty) ? partiesOf(terms) : names
    // Nobody hands over to itself.
    const recipients = all(to).filter((one) => all(from).some((giver) => giver !== one))
    const has = (recipient: string, office: string): boolean =>
      known.get(recipient)?.includes(office) ?? false
    const lost = audience.filter((office) => !recipients.some((one) => has(one, office)))
    const empty = recipients.filter((one) => !audience.some((office) => has(one, office)))
    const list = recipients.join(' and ')
    return [
      ...lost.map((office) => warn(id, `no office ${office} of ${list} is registered`)),
      // Where no recipient has any of them, that was said just now.
      ...(lost.length === audience.length ? [] : empty).map((one) =>
        warn(
          id,
          `${one} has none of the offices ${audience.join(', ')}, and would receive nothing`,
        ),
      ),
    ]
  })
}

function warn(clause: string, detail: string): Finding {
  return finding('AUDIENCE_UNKNOWN', [clause], detail)
}
