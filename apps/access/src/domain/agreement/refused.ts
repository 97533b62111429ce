// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { refuse, type Outcome } from '@corridor/kernel'
import type { AgreementRefusal } from '../refusals'
import type { Ended } from './state'

type Refused = Outcome<never, AgreementRefusal>

/** To a stranger an agreement does not exist: whether states share figures is theirs to tell. */
export const unknown: Refused = refuse(
  'AGREEMENT_UNKNOWN',
  'there is no such agreement, or it is not shared with you',
)

/** The committee and parties that have left know of it; anybody else is told what a stranger is told. */
export function outsider(by: string, terms: Agreement): Refused {
  const knows =
    by === terms.committee || terms.parties.some(({ participant }) => participant === by)
  return knows ? notParty(by, terms) : unknown
}

/** Who is no party cannot act. */
export function notParty(by: string, { id }: Agreement): Refused {
  return refuse('AGREEMENT_NOT_PARTY', `${by} is not a party to ${id}`)
}

/** What has ended never begins again. */
export function endedRefusal({ terms, status, at }: Ended): Refused {
  return refuse('AGREEMENT_ENDED', `agreement ${terms.id} was ${status} on ${at}`)
}
