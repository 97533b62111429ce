// SPDX-License-Identifier: Apache-2.0
import {
  decideAct,
  publicHalf,
  thumbprint,
  type KeyRecord,
  type PublicJwk,
  type Role,
} from '@corridor/message'
import { fact, rowsOfQuery, tell, type Tx } from '@corridor/platform'
import { keyDays } from '../domain/invitation'
import { keepOfficeKeyAct } from './key-acts'
import {
  officeTable,
  participantTable,
  signingKeyTable,
  signinKeyTable,
  type SigningKeyRow,
} from './tables'

/** What the hub answers to whoever has become part of the register. */
export interface Enrolled {
  readonly participant: string
  readonly kind: string
  readonly office: string
  readonly validUntil: string
  readonly roles: readonly Role[]
}

/** The keys of one official, to be registered. */
export interface NewKeys {
  readonly key: KeyRecord
  readonly signinKey: string
  readonly office: { readonly code: string; readonly name: string }
  readonly roles: readonly Role[]
  readonly holder: string | null
  /** The hub, and whose act it is: a key, or nobody's of the register. */
  readonly hubId: string
  readonly by: string | null
}

const dayMs = 86_400_000

/** The record of a key that is valid from an instant on. */
export async function newKeyRecord(
  participant: string,
  signingKey: PublicJwk,
  at: Date,
): Promise<KeyRecord> {
  return {
    kid: await thumbprint(signingKey),
    participant,
    jwk: publicHalf(signingKey),
    validFrom: at.toISOString(),
    validUntil: new Date(at.getTime() + keyDays * dayMs).toISOString(),
    revokedFrom: null,
  }
}

/** True where one of the keys is registered: under a shared key nobody could tell who signed in or signed. */
export async function isKeyTaken(tx: Tx, kid: string, nkey: string): Promise<boolean> {
  const rows = await rowsOfQuery(
    tx,
    'select 1 from signing_key where kid = $1 union all select 1 from signin_key where nkey = $2',
    [kid, nkey],
  )
  return rows.length > 0
}

/** Registers the keys of an official of a participant that is there, and tells it. */
export async function registerKeys(tx: Tx, keys: NewKeys): Promise<Enrolled> {
  const { key, signinKey, office, roles, holder } = keys
  const { participant, kid, jwk, validUntil } = key
  const { kind } = await tx.getRepository(participantTable).findOneByOrFail({ id: participant })
  await tx.getRepository(officeTable).upsert({ participant, ...office }, ['participant', 'code'])
  const validity = {
    participant,
    office: office.code,
    validFrom: new Date(key.validFrom),
    validUntil: new Date(validUntil),
    revokedFrom: null,
  }
  const row: SigningKeyRow = {
    ...{ ...validity, kid, jwk, roles: [...roles], holder },
    ...{ revokedAt: null, revokedBy: null, revocationReason: null, replacedBy: null },
  }
  await tx.getRepository(signingKeyTable).insert(row)
  const { hubId, by } = keys
  await keepOfficeKeyAct(tx, row, { hubId, act: 'registered', at: validity.validFrom, by })
  // Whoever only approves or signs acts over HTTP: at the broker it could take away what is addressed to its participant.
  if (decideAct({ kind, roles }, 'take').ok)
    await tx.getRepository(signinKeyTable).insert({ ...validity, nkey: signinKey, kid })
  await tell(tx, [fact('access.key-registered.v1', { ...key, kind, office: office.code, roles })])
  return { participant, kind, office: office.code, validUntil, roles }
}
