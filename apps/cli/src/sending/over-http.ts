// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { publishOverHttp, type Profile, type Received } from '@corridor/sdk'
import type { Call } from '../command'
import { clean } from '../output/clean'
import type { Sending } from './sending'

/** Sends over HTTP, for an office that cannot reach the broker: the same bytes, the same path at the hub, the same receipts. */
export function exchangeOverHttp(
  call: Call,
  profile: Profile,
  { messages, patienceMs }: Sending,
): Promise<Outcome<ReadonlyMap<string, Received>>> {
  const { screen, world } = call
  screen.note(`Sending   to ${clean(profile.hub.http)}; waiting for the receipt`)
  return publishOverHttp(profile, messages, {
    patienceMs,
    stopping: world.stopping,
    progress: (done) => {
      if (messages.length > 1)
        screen.progress({ what: 'Receipts ', done, of: messages.length, things: 'messages' })
    },
    onBytes: (done, of) => {
      screen.progress({ what: 'Uploading', done, of, things: 'bytes' })
    },
  })
}
