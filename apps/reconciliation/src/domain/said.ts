// SPDX-License-Identifier: Apache-2.0
import { measured, type Measured } from '@corridor/statistics'
import type { CellStatement } from './cell'
import type { SideFactors } from './expected'

/** A figure as it is stated. */
export type StatedFigure = Pick<
  CellStatement,
  'value' | 'valueStatus' | 'lower' | 'upper' | 'standardError'
>

/** What one side's statement comes to in a comparison. */
export interface Said {
  /** The figure and its interval; undefined where the side gives none. */
  readonly measured: Measured | undefined
  /** True where the figure is known to the last person. */
  readonly exact: boolean
}

/** What is known of both figures, and what harmonises them. */
export interface Harmonised {
  readonly said: Readonly<Record<'origin' | 'destination', Said>>
  readonly factors: SideFactors
}

/**
 * What a statement says of its cell, as its receiver knows it: nothing is worked out that the sender has not given. A figure that
 * is hidden has the interval that its sender gives, or none that bounds it; how it was hidden is never told.
 */
export function saidBy(statement: StatedFigure | undefined): Said {
  const known = statement === undefined ? undefined : figureIn(statement)
  const { lower = 0, upper = Infinity } = known?.interval ?? {}
  return { measured: known, exact: (known?.value ?? null) !== null && lower === upper }
}

function figureIn(statement: StatedFigure): Measured | undefined {
  const { value, valueStatus, standardError, lower, upper } = statement
  if (valueStatus === 'suppressed') {
    const feasible = { lower: lower ?? 0, upper: upper ?? Infinity }
    return measured({ status: 'suppressed', as: { kind: 'secondary', feasible } })
  }
  if (valueStatus !== 'value' || value === null) return undefined
  const known = measured({ status: 'value', value, standardError: standardError ?? 0 })
  if (known === undefined || (lower === null && upper === null)) return known
  // The sender knows best how far its own figure reaches: by rounding, noise or its sample's design.
  const interval = {
    lower: Math.min(value, lower ?? known.interval.lower),
    upper: Math.max(value, upper ?? known.interval.upper),
  }
  return { ...known, interval }
}
