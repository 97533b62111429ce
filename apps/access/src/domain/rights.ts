// SPDX-License-Identifier: Apache-2.0
import { addressOf, sentContracts } from '@corridor/contracts'
import type { ParticipantKind } from '@corridor/message'

/** What a kind of participant may publish, where its agreements name these contracts. A state's duty to report needs none. */
function contractsOf(kind: string, agreed: readonly string[]): readonly string[] {
  if (kind === 'state') return sentContracts
  return kind === 'partner' ? sentContracts.filter((contract) => agreed.includes(contract)) : []
}

/** Who signs in: an office of a participant of some kind. */
export interface SigningIn {
  readonly participant: string
  readonly kind: string
  readonly office: string
}

/**
 * Where figures and statements for it wait: what is for the participant as a whole, and what is for its own office alone. Only who can
 * be given figures has offices that are.
 */
export function addressesOf({ participant, kind, office }: SigningIn): readonly string[] {
  const own = addressOf({ recipient: participant, office })
  return withOffices.some((one) => one === kind) ? [participant, own] : [participant]
}

const withOffices: readonly ParticipantKind[] = ['state', 'partner']

/** Rights of a signed-in participant at the broker: its own subjects, its own durables, its own inbox, nothing else. */
export interface BrokerRights {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/**
 * The least rights that let a participant send what its kind may send (a partner: what its agreements name) and take what is addressed to it.
 * Never a wildcard over contracts: a contract that the register does not grant is not even a subject.
 */
export function brokerRights(who: SigningIn, agreed: readonly string[] = []): BrokerRights {
  const { participant, kind } = who
  const durables = addressesOf(who).map((address) => `OUT_${address}.${address}`)
  return {
    publish: [
      ...contractsOf(kind, agreed).map((contract) => `corridor.submit.${participant}.${contract}`),
      ...durables.flatMap((durable) => [
        `HUBJS.CONSUMER.INFO.${durable}`,
        `HUBJS.CONSUMER.MSG.NEXT.${durable}`,
        `$JS.ACK.${durable}.>`,
      ]),
    ],
    subscribe: [`_INBOX_${participant}.>`],
  }
}
