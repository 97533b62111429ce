// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'

/** A participant as everybody enrolled sees it. */
export interface ParticipantShown {
  readonly participant: string
  readonly kind: string
  readonly name: string
  readonly members: readonly string[]
  readonly registeredAt: string
  /** Codes of its offices, as clauses name them. */
  readonly offices: readonly string[]
}

/** Everybody who is registered: names, kinds and offices, no keys. */
export function participantsOf(store: Store): Promise<readonly ParticipantShown[]> {
  return rowsOfQuery<ParticipantShown>(
    store,
    `select id as participant, kind, name, members, to_json(registered_at) #>> '{}' as "registeredAt",
       array(select o.code from access.office_v1 o where o.participant = p.id order by o.code) as offices
     from access.participant_v1 p order by kind, id`,
  )
}

/** One participant with its offices, keys and open invitations: for its own people and for the operator. */
export async function participantOf(
  store: Store,
  actor: Actor,
  id: string,
): Promise<object | null> {
  if (actor.participant !== id && actor.kind !== 'operator') return null
  const [row] = await rowsOfQuery<{ shown: object }>(store, selectParticipant, [id])
  return row?.shown ?? null
}

const selectParticipant = `
select json_build_object(
  'participant', p.id, 'kind', p.kind, 'name', p.name, 'members', p.members, 'registeredAt', p.registered_at,
  'approvalRequiredSince', p.approval_required_since, 'organisation', p.organisation,
  'productionSince', p.production_since, 'productionReason', p.production_reason,
  'suspendedSince', p.suspended_since, 'suspensionReason', p.suspension_reason,
  'rehearsed', coalesce((select json_object_agg(r.step, r.done_at) from access.rehearsal_step_v1 r
     where r.participant = p.id), '{}'),
  'offices', coalesce((select json_agg(json_build_object('code', o.code, 'name', o.name) order by o.code)
     from access.office_v1 o where o.participant = p.id), '[]'),
  'keys', coalesce((select json_agg(json_build_object('kid', k.kid, 'office', k.office, 'holder', k.holder, 'roles', k.roles,
       'validFrom', k.valid_from, 'validUntil', k.valid_until, 'revokedFrom', k.revoked_from) order by k.valid_from)
     from access.signing_key_v1 k where k.participant = p.id), '[]'),
  'invitations', coalesce((select json_agg(json_build_object('roles', i.roles, 'office', i.office, 'holder', i.holder,
       'expiresAt', i.expires_at) order by i.expires_at)
     from access.invitation_v1 i where i.participant = p.id and i.used_at is null), '[]')) as shown
from access.participant_v1 p where p.id = $1`

/** Registrations, those that wait first. */
export function registrationsOf(store: Store): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select kid, claim, to_json(applied_at) #>> '{}' as "appliedAt", decision, to_json(decided_at) #>> '{}' as "decidedAt", reason
     from access.registration_v1 order by decided_at desc nulls first, applied_at limit 500`,
  )
}

/** Which office releases a state's figures by a contract; null where none is named any more. */
export interface ReleasingOfficeShown {
  readonly contract: string
  readonly office: string | null
  readonly at: string
  readonly name: string | null
  readonly signedIn: string | null
}

/** Codes of an actor's own offices. */
export async function officesOf(store: Store, { participant }: Actor): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ code: string }>(
    store,
    'select code from access.office_v1 where participant = $1 order by code',
    [participant],
  )
  return rows.map(({ code }) => code)
}

/** Which offices of an actor's state release its figures, by contract, with who signed it last. */
export function releasingOfficesOf(
  store: Store,
  { participant }: Actor,
): Promise<readonly ReleasingOfficeShown[]> {
  return rowsOfQuery<ReleasingOfficeShown>(
    store,
    `select distinct on (contract) contract, office, to_json(at) #>> '{}' as at, name, signed_in as "signedIn"
     from access.office_act_v1 where participant = $1 order by contract, number desc`,
    [participant],
  )
}
