// SPDX-License-Identifier: Apache-2.0
import type { Dataset } from '@corridor/contracts'
import { newestOf, readAcceptedOfAll, type StorageKeys, type Tx } from '@corridor/platform'

/** A dataset that was accepted, in the newest version. */
export interface SourceRead {
  readonly participant: string
  readonly dataset: Dataset
}

/** Datasets that are read and decrypted once for all recipients of a batch. */
export class Sources {
  /** Undefined for one that is gone. Written by `read`, in one transaction. */
  private readonly known = new Map<number, SourceRead | undefined>()

  constructor(private readonly keys: StorageKeys) {}

  /** Datasets by their positions; those that are erased or withdrawn are left out. */
  async read(tx: Tx, positions: readonly number[]): Promise<ReadonlyMap<number, SourceRead>> {
    const missing = [...new Set(positions)].filter((one) => !this.known.has(one))
    for (const one of missing) this.known.set(one, undefined)
    if (missing.length > 0)
      for (const one of await readAcceptedOfAll(tx, missing, this.keys))
        this.known.set(one.position, {
          participant: one.participant,
          dataset: newestOf(one),
        })
    return new Map(
      positions.flatMap((position) => {
        const one = this.known.get(position)
        return one === undefined ? [] : [[position, one] as const]
      }),
    )
  }
}
