// SPDX-License-Identifier: Apache-2.0
import type { Envelope } from '@corridor/contracts'
import type { Sealed } from '@corridor/message'

/** What the hub hands over: its kinds, which are the last word of the subject. */
export type Channel = 'receipt' | 'delivery' | 'report' | 'feed'

/** A verified statement of the hub. */
export interface Received {
  readonly channel: Channel
  readonly sealed: Sealed
  readonly event: Envelope
}
