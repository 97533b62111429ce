// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { runDemonstration } from '../demonstration'
import { hubAddress } from '../hub-address'

/** Plays the demonstration region through the front door of a hub. It speaks for itself as it goes. */
export async function playDemonstration(call: Call): Promise<Outcome<Answer>> {
  const http = hubAddress(call)
  if (!http.ok) return http
  endWithTheHub()
  await runDemonstration({ home: call.home, http: http.value })
  return accept({ text: '', json: {} })
}

// The next hub of this home plays anew; two plays at once would write the same outboxes.
function endWithTheHub(): void {
  process.once('disconnect', () => process.exit(1))
  process.channel?.unref()
}
