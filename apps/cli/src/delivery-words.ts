// SPDX-License-Identifier: Apache-2.0
import { gapWords, type DeliveryChain } from '@corridor/sdk'
import { exitCodes } from './exit-code'
import { whole } from './output/words'

/** How a command ends that took deliveries: partly done where some are missing. */
export function exitOfChain({ gaps }: DeliveryChain): number {
  return gaps.length > 0 ? exitCodes.partly : exitCodes.done
}

/** Whether deliveries are missing, in a line of its own; nothing where there was none yet. */
export function chainWords({ upTo, gaps }: DeliveryChain, of?: 'office'): string {
  const [ours, option] = of === undefined ? ['', ''] : [' for your office', '--office ']
  const [gap] = gaps
  if (gap !== undefined)
    return `\nLOOK  Deliveries${ours} are missing: ${gapWords(gaps)}. Ask for them: corridor receive ${option}--from ${String(gap.first)}`
  if (upTo === 0) return ''
  return `\n    Deliveries${ours} 1 to ${whole(upTo)} are there; none was left out.`
}
