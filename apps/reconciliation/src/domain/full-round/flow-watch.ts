// SPDX-License-Identifier: Apache-2.0
import type { CellStatement } from '../cell'
import { standsApart } from '../grid/common-grid'

/** Looks at the statements of one flow as they go by. */
export interface FlowWatch {
  /** Takes the next of them, in the order of breakdown and direction. */
  see(statement: CellStatement): void
  /** Whether the flow is brought to a common grid, as far as what went by tells: see `onCommonGrid`. */
  needsGrid(): boolean
}

/** Tells whether a flow needs a grid without holding its statements: both sides of a cell come one after the other. */
export function flowWatch(): FlowWatch {
  const seen = { outflow: false, inflow: false, apart: false }
  // The inflow of a cell, until its outflow is seen.
  let open: CellStatement | undefined
  return {
    see: (statement) => {
      const { breakdown, direction } = statement
      seen[direction] = true
      if (open !== undefined && open.breakdown === breakdown) {
        seen.apart ||= standsApart({ origin: statement, destination: open })
        open = undefined
      } else {
        seen.apart ||= open !== undefined
        open = statement
      }
    },
    needsGrid: () => seen.outflow && seen.inflow && (seen.apart || open !== undefined),
  }
}
