// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@corridor/message'
import { fact, type Fact } from '@corridor/platform'
import type { Accepted, Quarantined } from './record'

/** A fact for each dataset, at its own position. */
export function factsOfAccepted({ judged, position, at, receipt }: Accepted): readonly Fact[] {
  const { participant, id, digest, datasets } = judged
  const receiptDigest = digestOf(receipt)
  return datasets.map(({ contract, version, rows }, i) =>
    fact('intake.recorded.v1', {
      position: position + i,
      ...{ participant, id, contract, version, digest, rows, receiptDigest, at: at.toISOString() },
    }),
  )
}

/** The fact of a refusal. */
export function factOfRefused({ participant, digest, refusal, at, receipt }: Quarantined): Fact {
  return fact('intake.refused.v1', {
    ...{ participant, digest, code: refusal.code },
    ...{ receiptDigest: digestOf(receipt), at: at.toISOString() },
  })
}
