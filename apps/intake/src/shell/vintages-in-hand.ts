// SPDX-License-Identifier: Apache-2.0
import { Injectable } from '@nestjs/common'
import type { PlacedVintage } from './vintages-tables'

/** Rows that are kept at most; what is let go early is read again from what was recorded. */
const mostRows = 262_144

/** Cells of datasets that this process has just recorded, so that nobody need decrypt and parse them again to index them. */
@Injectable()
export class VintagesInHand {
  /** In the order in which they were offered. Written by `offer` and `letGo`. */
  private readonly byPosition = new Map<number, PlacedVintage>()
  private rows = 0

  /** Keeps the cells of a dataset whose transaction has committed. */
  offer(placed: PlacedVintage): void {
    this.byPosition.set(placed.recorded.position, placed)
    this.rows += placed.recorded.rows
    for (const position of this.byPosition.keys()) {
      if (this.rows <= mostRows) return
      this.drop(position)
    }
  }

  /** The cells at a position, while they are in hand. */
  of(position: number): PlacedVintage | undefined {
    return this.byPosition.get(position)
  }

  /** Lets go of what is indexed. */
  letGo(indexed: number): void {
    for (const position of this.byPosition.keys()) if (position <= indexed) this.drop(position)
  }

  private drop(position: number): void {
    this.rows -= this.byPosition.get(position)?.recorded.rows ?? 0
    this.byPosition.delete(position)
  }
}
