// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import type { KeyRecord, ParticipantKind, PublicJwk, Role } from '@corridor/message'
import { rowsOfQuery, type Store } from '@corridor/platform'

/** Who asks: a participant's office, by a key of the register that is valid now. */
export interface Actor {
  readonly kid: string
  readonly participant: string
  readonly name: string
  readonly kind: ParticipantKind
  readonly office: string
  readonly roles: readonly Role[]
  readonly validUntil: string
  /** True while the operator has stopped the participant: then it is nobody here. */
  readonly suspended: boolean
}

interface KeyRow {
  readonly kid: string
  readonly participant: string
  readonly name: string
  readonly kind: ParticipantKind
  readonly office: string
  readonly roles: readonly Role[]
  readonly jwk: PublicJwk
  readonly valid_from: Date
  readonly valid_until: Date
  readonly revoked_from: Date | null
  readonly suspended: boolean
}

/** A registered key with the participant that holds it. */
export async function findActor(
  store: Store,
  kid: string,
): Promise<{ actor: Actor; key: KeyRecord } | null> {
  const [row] = await rowsOfQuery<KeyRow>(
    store,
    `select k.kid, k.participant, p.name, p.kind, k.office, k.roles, k.jwk, k.valid_from, k.valid_until, k.revoked_from,
       p.suspended_since is not null as suspended
     from access.signing_key_v1 k join access.participant_v1 p on p.id = k.participant where k.kid = $1`,
    [kid],
  )
  if (row === undefined) return null
  const validUntil = row.valid_until.toISOString()
  const { participant, name, kind, office, roles, jwk, suspended } = row
  const key = {
    kid,
    participant,
    jwk,
    validFrom: row.valid_from.toISOString(),
    validUntil,
    revokedFrom: row.revoked_from?.toISOString() ?? null,
  }
  return { actor: { kid, participant, name, kind, office, roles, validUntil, suspended }, key }
}

/** True when a key may be used at an instant. */
export function isUsable(key: KeyRecord, at: Date): boolean {
  const now = at.getTime()
  return (
    now >= Date.parse(key.validFrom) &&
    now < Date.parse(key.validUntil) &&
    (key.revokedFrom === null || now < Date.parse(key.revokedFrom))
  )
}

/** The answer to whoever asks for a participant that the operator has stopped. */
export function suspended({ participant }: Actor) {
  return refuse('PARTICIPANT_SUSPENDED', `${participant} is suspended by the operator`)
}
