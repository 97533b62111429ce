// SPDX-License-Identifier: Apache-2.0
import { label, validate, validateEnvelope } from '@corridor/contracts'
import { parseJson } from '@corridor/message'
import type { Feed, Place } from '../views'
import type { Actor } from './actor'
import type { Edge } from './edge'
import { namesOf, sealedFeed } from './reading'

/** The newest feed of a secretariat's region, read from the sealed statement itself. */
export async function feedProps(edge: Edge, actor: Actor): Promise<Feed | null> {
  const sealed = await sealedFeed(edge.store, actor, actor.participant)
  if (sealed === null) return null
  const body = parseJson(Buffer.from(sealed.payload))
  const envelope = body.ok ? validateEnvelope(body.value) : body
  const feed = envelope.ok ? validate('aggregate', '0.1.0', envelope.value.data) : envelope
  if (!feed.ok)
    throw new Error(`could not show the feed of ${actor.participant}: ${feed.refusal.detail}`)
  const { moves, byMember, members, consented, corridors, version, madeAt } = feed.value
  const names = await namesOf(edge.store)
  const place = (code: string): Place => ({ code, name: names.get(code) ?? label('CL_AREA', code) })
  return {
    region: actor.name,
    version,
    madeAt,
    members: members.map(place),
    consented,
    corridors,
    moves: moves.period.map((period, i) => ({
      period,
      asReportedByOrigins: moves.asReportedByOrigins[i] ?? null,
      asReportedByDestinations: moves.asReportedByDestinations[i] ?? null,
    })),
    byMember: byMember.member.map((member, i) => ({
      member: place(member),
      period: byMember.period[i] ?? '',
      fromMembers: byMember.fromMembers[i] ?? null,
      toMembers: byMember.toMembers[i] ?? null,
    })),
  }
}
