// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { withRemainder, type Cause } from '@corridor/statistics'
import type { ReviewRefusal } from './refusals'

/** A cause that people name, with its part of E − I in persons, sign kept; null where it has none. */
export interface NamedCause {
  readonly cause: Cause
  readonly persons: number | null
}

/**
 * The causes of a figure with amounts that sum to its difference. One cause may come without an amount: it takes the rest; what no cause
 * takes is not yet explained. Where the difference is not known to both sides (null), causes have no amounts: from amounts a hidden
 * figure could be worked out.
 * @example completeCauses([{ cause: 'TIMING', persons: -30 }], -40) // … and { cause: 'UNEXPLAINED', persons: -10 }
 */
export function completeCauses(
  causes: readonly NamedCause[],
  difference: number | null,
): Outcome<readonly NamedCause[], ReviewRefusal> {
  if (new Set(causes.map(({ cause }) => cause)).size < causes.length)
    return refuse('CAUSE_AMOUNTS_WRONG', 'a cause is named twice: give it one amount')
  const amounts = causes.flatMap(({ cause, persons }) =>
    persons === null ? [] : [{ cause, persons }],
  )
  if (difference === null)
    return amounts.length === 0
      ? accept(causes)
      : refuse('CAUSE_AMOUNTS_WRONG', 'the difference is not known, so causes have no amounts')
  if (amounts.some(({ persons }) => !Number.isSafeInteger(persons)))
    return refuse('CAUSE_AMOUNTS_WRONG', 'an amount is a whole number of persons')
  const [rest, ...more] = causes.filter(({ persons }) => persons === null)
  if (more.length > 0)
    return refuse(
      'CAUSE_AMOUNTS_WRONG',
      'only one cause can take the rest: give the others amounts',
    )
  if (rest === undefined) return accept(withRemainder(amounts, difference))
  const left = difference - amounts.reduce((sum, { persons }) => sum + persons, 0)
  return accept(withRemainder([...amounts, { cause: rest.cause, persons: left }], difference))
}

/** True where no part of a difference is left as not yet explained. */
export function isExplained(causes: readonly NamedCause[]): boolean {
  return causes.every(({ cause }) => cause !== 'UNEXPLAINED')
}
