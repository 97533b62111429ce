// SPDX-License-Identifier: Apache-2.0
import { contractUrn } from '@corridor/contracts'
import { readInbox, type Profile, type Received } from '@corridor/sdk'

/** The reports in an inbox, in the order in which they were made; notices of reviews come the same way and are left out. */
export async function reportsIn(profile: Profile): Promise<readonly Received['event'][]> {
  const urn = contractUrn('reconciliation-report', '1.0.0')
  const all = (await readInbox(profile, 'report')).map(({ event }) => event)
  return all.filter(({ dataschema }) => dataschema === urn)
}
