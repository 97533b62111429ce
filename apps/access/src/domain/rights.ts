// SPDX-License-Identifier: Apache-2.0

import { sentContracts } from '@corridor/contracts'

/** What a kind of participant may publish, where its agreements name these contracts. A state's duty to report needs none. */
function contractsOf(kind: string, agreed: readonly string[]): readonly string[] {
  if (kind === 'state') return sentContracts
  return kind === 'partner' ? sentContracts.filter((contract) => agreed.includes(contract)) : []
}

/** Rights of a signed-in participant at the broker: its own subjects, its own durable, its own inbox, nothing else. */
export interface BrokerRights {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/**
 * The least rights that let a participant send what its kind may send (a partner: what its agreements name) and take what is addressed to it.
 * Never a wildcard over contracts: a contract that the register does not grant is not even a subject.
 */
export function brokerRights(
  participant: string,
  kind: string,
  agreed: readonly string[] = [],
): BrokerRights {
  const stream = `OUT_${participant}.${participant}`
  return {
    publish: [
      ...contractsOf(kind, agreed).map((contract) => `corridor.submit.${participant}.${contract}`),
      `HUBJS.CONSUMER.INFO.${stream}`,
      `HUBJS.CONSUMER.MSG.NEXT.${stream}`,
      `$JS.ACK.${stream}.>`,
    ],
    subscribe: [`_INBOX_${participant}.>`],
  }
}
