// SPDX-License-Identifier: Apache-2.0
import { validate, type Aggregate } from '@corridor/contracts'
import { readInbox, type Profile } from '@corridor/sdk'
import type { Published } from './publishing'

/** What the hub tells of itself. */
export interface Status {
  readonly counts: Readonly<Record<string, number>>
  readonly journal: { readonly position: number; readonly hash: string } | null
}

/** The newest feed that the region's secretariat has taken. */
export async function regionFeed(region: Profile): Promise<Aggregate | null> {
  const feeds = (await readInbox(region, 'feed')).flatMap(({ event }) => {
    const feed = validate('aggregate', '0.1.0', event.data)
    return feed.ok ? [feed.value] : []
  })
  return feeds.sort((a, b) => b.version - a.version)[0] ?? null
}

/** What happened, in a few lines. Every number is the hub's own count or stands in what was received. */
export function summary(
  { counts, journal }: Status,
  published: Published,
  feed: Aggregate | null,
): string {
  const n = (name: string): string => (counts[name] ?? 0).toLocaleString('en-GB')
  const refusals = published.refused.join(', ')
  return [
    'The demonstration region (published figures of Eurostat; the offices took no part):',
    `  agreements   ${n('corridorsInForce')} corridors in force, ${n('agreementsProposed')} wait for a signature and share nothing; ${n('consentsInForce')} states consent to the region`,
    `  messages     ${n('accepted')} accepted with ${n('observations')} figures, ${n('refused')} refused (${refusals}); ${String(published.deniedByBroker)} for another's subject denied by the broker`,
    `  receipts     ${n('receipts')} signed, journal of ${(journal?.position ?? 0).toLocaleString('en-GB')} lines`,
    `  deliveries   ${n('deliveries')} released, ${n('deliveriesAcknowledged')} acknowledged`,
    `  differences  ${n('pairs')} pairs: ${n('pairsCompared')} compared, ${n('pairsOutside')} outside tolerance, ${n('pairsNotComparable')} not comparable (definitions differ)`,
    `  aggregates   ${feedLine(feed)}`,
  ].join('\n')
}

function feedLine(feed: Aggregate | null): string {
  if (feed === null) return 'none'
  const { moves, consented, members } = feed
  const last = moves.period.length - 1
  const figures = (value: number | null | undefined): string => (value ?? 0).toLocaleString('en-GB')
  const year = `${moves.period[last] ?? ''}: ${figures(moves.asReportedByOrigins[last])} moves as origins report, ${figures(moves.asReportedByDestinations[last])} as destinations report`
  return `coverage ${String(consented.length)} of ${String(members.length)}; ${year}`
}
