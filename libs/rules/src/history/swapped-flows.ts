// SPDX-License-Identifier: Apache-2.0
import { ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from '../rules/rule-of'
import { inWords } from '../words'
import { distance, reference, type Compared } from './comparison'

/** Flows that differ by less than a fifth do not tell one direction from the other. */
const tellingDistance = Math.log(1.2)

/** A dataset whose values are nearer to the opposite flows than to what was stated of its own. */
export function swappedFlows(
  reading: Reading,
  { problem, rows, share }: RuleOf<'swapped'>,
): readonly Found[] {
  const telling = reading.compared().filter(isTelling)
  const swapped = telling.filter(isNearerToReversed)
  if (telling.length < rows || swapped.length < share * telling.length) return []
  const detail = `${inWords(swapped.length)} of ${inWords(telling.length)} values are those of the opposite flow`
  return [ofDataset(problem, detail, 'value')]
}

function isTelling(one: Compared): boolean {
  const own = reference(one)
  if (one.value === 0 || Number.isNaN(one.reversed)) return false
  return Number.isNaN(own) || distance(own, one.reversed) > tellingDistance
}

// Where nothing is known of its own, only the very same figure tells.
function isNearerToReversed(one: Compared): boolean {
  const own = reference(one)
  if (Number.isNaN(own)) return one.value === one.reversed
  return distance(one.value, one.reversed) < distance(one.value, own)
}
