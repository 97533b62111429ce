// SPDX-License-Identifier: Apache-2.0
import type { AgreementStatus } from '@corridor/policy'

/** Where an agreement stands, as far as it says what a participant can do about it. */
export interface Situation {
  readonly status: AgreementStatus
  /** Parties of the terms, with the number of signatures that each needs. */
  readonly asked: readonly { readonly participant: string; readonly signatures: number }[]
  /** Who is a party now. */
  readonly parties: readonly string[]
  /** Whose signature is there, once for each. */
  readonly signed: readonly string[]
  readonly onNotices: boolean
  readonly noticed: readonly string[]
  readonly suspendedBy: readonly string[]
  readonly isOpen: boolean
  /** Who asks to join, and which parties have consented. */
  readonly accessions: readonly {
    readonly participant: string
    readonly consents: readonly string[]
  }[]
}

/** An act that is open now; `about` is who asks to join. */
export interface OpenAct {
  readonly act:
    | 'sign'
    | 'counter'
    | 'decline'
    | 'reserve'
    | 'notify'
    | 'suspend'
    | 'resume'
    | 'terminate'
    | 'withdraw'
    | 'accede'
    | 'consent'
    | 'refuse'
  readonly about?: string
}

/** What a participant can do about an agreement now. Whoever owns agreements decides; this only says which pages to offer. */
export function openActs(at: Situation, participant: string): readonly OpenAct[] {
  if (!at.parties.includes(participant))
    return at.isOpen && at.status === 'in-force' ? [{ act: 'accede' }] : []
  const asking = at.accessions
    .filter(({ consents }) => !consents.includes(participant))
    .flatMap(({ participant: about }): readonly OpenAct[] => [
      { act: 'consent', about },
      { act: 'refuse', about },
    ])
  return [...ownActs(at, participant), ...asking]
}

function ownActs(at: Situation, participant: string): readonly OpenAct[] {
  const many = at.parties.length > 2
  switch (at.status) {
    case 'proposed':
    case 'signing':
      return onTheTable(at, participant)
    case 'signed':
      return [...notices(at, participant), leave(many)]
    case 'provisional':
      return [...notices(at, participant), { act: 'suspend' }, leave(many)]
    case 'in-force':
      return [{ act: 'suspend' }, leave(many)]
    case 'suspended':
      return [
        { act: at.suspendedBy.includes(participant) ? 'resume' : 'suspend' },
        ...notices(at, participant),
        leave(many),
      ]
    case 'declined':
    case 'lapsed':
    case 'terminated':
    case 'superseded':
    case 'expired':
      return []
  }
}

function leave(many: boolean): OpenAct {
  return { act: many ? 'withdraw' : 'terminate' }
}

function onTheTable(at: Situation, participant: string): readonly OpenAct[] {
  const own = at.signed.filter((one) => one === participant).length
  const asked = at.asked.find((one) => one.participant === participant)?.signatures ?? 0
  return [
    ...(own < asked ? [{ act: 'sign' } as const] : []),
    ...(own === 0 && at.parties.length > 2 ? [{ act: 'reserve' } as const] : []),
    { act: 'counter' },
    { act: 'decline' },
  ]
}

function notices(at: Situation, participant: string): readonly OpenAct[] {
  return at.onNotices && !at.noticed.includes(participant) ? [{ act: 'notify' }] : []
}
