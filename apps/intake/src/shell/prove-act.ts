// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
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
  readonly proof: RequestProof
}

/** A signed HTTP request, carried to intake. */
export interface RequestProof {
  readonly method: string
  readonly target: string
  readonly date: string
  readonly nonce: string
  /** The body, base64. */
  readonly body: string
  readonly signature: string
}

/** A key of intake's copy of the register, with what its holder may do. */
export interface Prover extends KeyRecord, RoleHolder {}

/** Verifies who acts, by intake's own copy of the register's keys: signature, clock, role, and that the request names this message. */
export async function proveAct(
  store: Store,
  { id, proof }: Act,
  judge: {
    readonly hubId: string
    readonly at: Date
    readonly act: 'approve' | 'withdraw' | 'speak'
  },
): Promise<Outcome<KeyRecord>> {
  const target = `/submissions/${encodeURIComponent(id)}/`
  const proved = await proveRequest(store, proof, { ...judge, target })
  if (!proved.ok) return proved
  const allowed = decideAct(proved.value, judge.act)
  return allowed.ok ? proved : allowed
}

/** Verifies who signed a request, and that it is one for this target; whether its holder may do it is the caller's business. */
export async function proveRequest(
  store: Store,
  proof: RequestProof,
  judge: { readonly hubId: string; readonly at: Date; readonly target: string },
): Promise<Outcome<Prover>> {
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
  if (!proof.target.includes(judge.target))
    return refuse('NOT_ALLOWED', 'the signed request names another message')
  return key === undefined
    ? refuse('KEY_UNKNOWN', 'the signing key is not registered here')
    : accept(key)
}

async function keyOf(store: Store, kid: string): Promise<Prover | undefined> {
  const [row] = await rowsOfQuery<Prover>(
    store,
    `select kid, participant, jwk, roles, kind, to_json(valid_from) #>> '{}' as "validFrom", to_json(valid_until) #>> '{}' as "validUntil",
       to_json(revoked_from) #>> '{}' as "revokedFrom"
     from participant_key where kid = $1`,
    [kid],
  )
  return row
}
