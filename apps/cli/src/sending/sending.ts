// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Outgoing } from '@corridor/sdk'
import type { Call } from '../command'

/** How messages are sent. */
export interface Manner {
  readonly via: 'bus' | 'http'
  /** How long an answer is waited for while the hub cannot be reached. */
  readonly patienceMs: number
}

/** What is to be sent, and how. */
export interface Sending extends Manner {
  readonly messages: readonly Outgoing[]
}

/** How a call wants its messages sent: over the bus or HTTP, and how long it waits for a hub that does not answer. */
export function mannerOfCall(call: Call): Outcome<Manner, 'COMMAND_WRONG'> {
  const via = call.option('via') ?? 'bus'
  if (via !== 'bus' && via !== 'http')
    return refuse('COMMAND_WRONG', '--via is bus (without it) or http')
  const wait = call.option('wait') ?? '30'
  if (!/^\d{1,5}$/.test(wait))
    return refuse('COMMAND_WRONG', '--wait is a number of seconds: --wait 30')
  return accept({ via, patienceMs: Number(wait) * 1_000 })
}
