// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@corridor/message'
import { fact, type Fact } from '@corridor/platform'
import type { Accepted, Quarantined } from './record'

/** A fact for each dataset, at its own position. What stays inside a state is told under a name that nobody hears who hands on. */
export function factsOfAccepted({ judged, position, at, receipt }: Accepted): readonly Fact[] {
  const { participant, id, digest, datasets } = judged
  const receiptDigest = digestOf(receipt)
  return datasets.map(({ contract, version, rows, isInternal }, i) => {
    const told = {
      position: position + i,
      ...{ participant, id, contract, version, digest, rows, receiptDigest, at: at.toISOString() },
    }
    return isInternal
      ? fact('intake.recorded-internally.v1', told)
      : fact('intake.recorded.v1', told)
  })
}

/** The fact of a refusal. */
export function factOfRefused({ participant, digest, refusal, at, receipt }: Quarantined): Fact {
  return fact('intake.refused.v1', {
    ...{ participant, digest, code: refusal.code },
    ...{ receiptDigest: digestOf(receipt), at: at.toISOString() },
  })
}
