// SPDX-License-Identifier: Apache-2.0
import { keyExpiry } from '@corridor/message'
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'

interface KeyShown {
  readonly kid: string
  readonly validUntil: string
  readonly revokedFrom: string | null
}

/** Keys of the asker's participant, the newest first, with the days that are left of each. */
export async function keysOf(store: Store, actor: Actor, at: Date): Promise<readonly object[]> {
  const rows = await rowsOfQuery<KeyShown>(
    store,
    `select kid, office, holder, roles, to_json(valid_from) #>> '{}' as "validFrom", to_json(valid_until) #>> '{}' as "validUntil",
       to_json(revoked_from) #>> '{}' as "revokedFrom", revocation_reason as "revocationReason", replaced_by as "replacedBy"
     from access.signing_key_v1 where participant = $1 order by valid_from desc`,
    [actor.participant],
  )
  return rows.map((key) => ({
    ...key,
    own: key.kid === actor.kid,
    ...keyExpiry(key.validUntil, at),
  }))
}

/** What came of withdrawn keys: of the asker's participant, and of all for the operator, who sees no figures here either. */
export async function affectedOf(store: Store, { participant, kind }: Actor): Promise<object> {
  const whose = [participant, kind]
  const [doubtful, refused, acts] = await Promise.all([
    rowsOfQuery(store, selectDoubtful, whose),
    rowsOfQuery(store, selectRefused, whose),
    rowsOfQuery(store, selectActs, whose),
  ])
  return { doubtful, refused, acts }
}

/** Re-enrolments that wait for a second official. */
export function reEnrolmentsOf(
  store: Store,
  { participant, kind }: Actor,
): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select id, participant, office, roles, holder, reason, asked_by as "askedBy", to_json(asked_at) #>> '{}' as "askedAt"
     from access.re_enrolment_v1 where seconded_at is null and (participant = $1 or $2 = 'operator') order by asked_at`,
    [participant, kind],
  )
}

const selectDoubtful = `
select participant, id, digest, position::int, kid, to_json(since) #>> '{}' as since, to_json(received_at) #>> '{}' as "receivedAt",
  to_json(cleared_at) #>> '{}' as "clearedAt"
from intake.doubt_v1 where participant = $1 or $2 = 'operator' order by position limit 10000`

const selectRefused = `
select participant, id, digest, to_json(first_seen) #>> '{}' as "receivedAt"
from intake.quarantine_v1 where code = 'KEY_REVOKED' and (participant = $1 or $2 = 'operator') order by first_seen limit 10000`

const selectActs = `
select participant, agreement, act, kid, to_json(at) #>> '{}' as at
from access.doubtful_act_v1 where participant = $1 or $2 = 'operator' order by at limit 10000`
