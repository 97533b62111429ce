// SPDX-License-Identifier: Apache-2.0
import { ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from '../rules/rule-of'
import { inWords } from '../words'
import { distance } from './comparison'

/** Flows that differ by less than a fifth do not tell one direction from the other. */
const tellingDistance = Math.log(1.2)

/** A dataset whose values are nearer to the opposite flows than to what was stated of its own. */
export function swappedFlows(
  reading: Reading,
  { problem, rows, share }: RuleOf<'swapped'>,
  found: readonly Found[],
): readonly Found[] {
  // A thousand times the own flow may well lie nearer to the opposite one: one mistake is one cause.
  if (found.some(({ code }) => code === 'UNIT_SLIPPED')) return []
  const comparison = reading.comparison()
  if (comparison === undefined) return []
  const { values, reference, reversed } = comparison
  let [telling, swapped] = [0, 0]
  for (let row = 0; row < reversed.length; row++) {
    const figures = {
      value: values[row] ?? NaN,
      own: reference[row] ?? NaN,
      other: reversed[row] ?? NaN,
    }
    if (!isTelling(figures)) continue
    telling++
    if (isNearerToOther(figures)) swapped++
  }
  if (telling < rows || swapped < share * telling) return []
  const detail = `${inWords(swapped)} of ${inWords(telling)} values are those of the opposite flow`
  return [ofDataset(problem, detail, 'value')]
}

interface Figures {
  readonly value: number
  readonly own: number
  readonly other: number
}

function isTelling({ value, own, other }: Figures): boolean {
  if (!(value > 0) || Number.isNaN(other)) return false
  return Number.isNaN(own) || distance(own, other) > tellingDistance
}

// Where nothing is known of its own, only the very same figure tells.
function isNearerToOther({ value, own, other }: Figures): boolean {
  if (Number.isNaN(own)) return value === other
  return distance(value, other) < distance(value, own)
}
