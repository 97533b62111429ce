// SPDX-License-Identifier: Apache-2.0
import type { CellStatement } from '../cell'
import { isOfUnknown } from '../grid/common-grid'

/** Looks at the statements of one flow as they go by. */
export interface FlowWatch {
  /** Takes the next of them, in the order of breakdown and direction. */
  see(statement: Pick<CellStatement, 'breakdown' | 'direction'>): void
  /** Whether the flow is brought to a common grid, as far as what went by tells: see `onCommonGrid`. */
  needsGrid(): boolean
}

/** Tells whether a flow needs a grid without holding its statements: both sides of a cell come one after the other. */
export function flowWatch(): FlowWatch {
  const seen = { outflow: false, inflow: false, unknown: false, alone: false }
  let open: string | null = null
  return {
    see: ({ breakdown, direction }) => {
      seen[direction] = true
      seen.unknown ||= isOfUnknown(breakdown)
      seen.alone ||= open !== null && open !== breakdown
      open = open === breakdown ? null : breakdown
    },
    needsGrid: () => seen.outflow && seen.inflow && (seen.unknown || seen.alone || open !== null),
  }
}
