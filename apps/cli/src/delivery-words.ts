// SPDX-License-Identifier: Apache-2.0
import { gapWords, type DeliveryChain } from '@corridor/sdk'
import { exitCodes } from './exit-code'
import { whole } from './output/words'

/** How a command ends that took deliveries: partly done where some are missing. */
export function exitOfChain({ gaps }: DeliveryChain): number {
  return gaps.length > 0 ? exitCodes.partly : exitCodes.done
}

/** Whether deliveries are missing, in a line of its own; nothing where there was none yet. */
export function chainWords({ upTo, gaps }: DeliveryChain): string {
  const [gap] = gaps
  if (gap !== undefined)
    return `\nLOOK  Deliveries are missing: ${gapWords(gaps)}. Ask for them: corridor receive --from ${String(gap.first)}`
  if (upTo === 0) return ''
  return `\n    Deliveries 1 to ${whole(upTo)} are there; none was left out.`
}
