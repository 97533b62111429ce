// SPDX-License-Identifier: Apache-2.0

import { sentContracts } from '@corridor/contracts'

/** What a kind of participant may publish: contract names. A kind that is not here may publish nothing. */
const contractsOf: ReadonlyMap<string, readonly string[]> = new Map([['state', sentContracts]])

/** Rights of a signed-in participant at the broker: its own subjects, its own durable, its own inbox, nothing else. */
export interface BrokerRights {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/**
 * The least rights that let a participant send what its kind may send and take what is addressed to it.
 * Never a wildcard over contracts: a contract that the register does not grant is not even a subject.
 */
export function brokerRights(participant: string, kind: string): BrokerRights {
  const stream = `OUT_${participant}.${participant}`
  return {
    publish: [
      ...(contractsOf.get(kind) ?? []).map(
        (contract) => `corridor.submit.${participant}.${contract}`,
      ),
      `HUBJS.CONSUMER.INFO.${stream}`,
      `HUBJS.CONSUMER.MSG.NEXT.${stream}`,
      `$JS.ACK.${stream}.>`,
    ],
    subscribe: [`_INBOX_${participant}.>`],
  }
}
