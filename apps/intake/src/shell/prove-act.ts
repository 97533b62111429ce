// SPDX-License-Identifier: Apache-2.0
import { refuse, type Outcome } from '@corridor/kernel'
import {
  claimOf,
  decideAct,
  requestBytes,
  requestWindowSeconds,
  verify,
  type KeyRecord,
  type RoleHolder,
} from '@corridor/message'
import { rowsOfQuery, type Store } from '@corridor/platform'

/** A signed HTTP request about a message, carried to intake. Each act is final, so serving one twice changes nothing. */
export interface Act {
  readonly id: string
  readonly proof: {
    readonly method: string
    readonly target: string
    readonly date: string
    readonly nonce: string
    /** The body, base64. */
    readonly body: string
    readonly signature: string
  }
}

interface KeyRow extends KeyRecord, RoleHolder {}

/** Verifies who acts, by intake's own copy of the register's keys: signature, clock, and that the request names this message. */
export async function proveAct(
  store: Store,
  { id, proof }: Act,
  judge: {
    readonly hubId: string
    readonly at: Date
    readonly act: 'approve' | 'withdraw' | 'speak'
  },
): Promise<Outcome<KeyRecord>> {
  // The sender controls the key id: it only chooses which registered key the signature is checked with.
  const kid = claimOf(proof.signature)?.kid
  const key = kid === undefined ? undefined : await keyOf(store, kid)
  const bytes = requestBytes({ ...proof, body: Buffer.from(proof.body, 'base64') })
  const { hubId: aud, at } = judge
  const purpose = { typ: 'corridor-request', aud, at, keyOf: () => key } as const
  const proved = await verify({ bytes, signature: proof.signature }, purpose)
  if (!proved.ok) return proved
  const awaySeconds = Math.abs(Date.parse(proof.date) - at.getTime()) / 1_000
  if (!(awaySeconds <= requestWindowSeconds))
    return refuse(
      'REQUEST_STALE',
      `the request is of ${proof.date}, the hub's clock says ${at.toISOString()}`,
    )
  if (!proof.target.includes(`/submissions/${encodeURIComponent(id)}/`))
    return refuse('NOT_ALLOWED', 'the signed request names another message')
  if (key === undefined) return refuse('KEY_UNKNOWN', 'the signing key is not registered here')
  const allowed = decideAct(key, judge.act)
  return allowed.ok ? proved : allowed
}

async function keyOf(store: Store, kid: string): Promise<KeyRow | undefined> {
  const [row] = await rowsOfQuery<KeyRow>(
    store,
    `select kid, participant, jwk, roles, kind, to_json(valid_from) #>> '{}' as "validFrom", to_json(valid_until) #>> '{}' as "validUntil",
       to_json(revoked_from) #>> '{}' as "revokedFrom"
     from participant_key where kid = $1`,
    [kid],
  )
  return row
}
