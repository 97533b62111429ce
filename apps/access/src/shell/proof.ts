// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  claimOf,
  decideAct,
  requestBytes,
  requestWindowSeconds,
  verify,
  type Act,
  type KeyRecord,
  type RoleHolder,
  type StatementType,
} from '@corridor/message'
import { rowsOfQuery, type ServiceContext, type Tx } from '@corridor/platform'
import { participantTable, signingKeyTable } from './tables'

/** A person's or program's signed HTTP request, carried to the owner of what it asks for. */
export interface Proof {
  readonly method: string
  readonly target: string
  readonly date: string
  readonly nonce: string
  /** The body, base64. */
  readonly body: string
  readonly signature: string
}

/** What a signature in the register's hands is judged by. */
export interface Judge {
  readonly hubId: string
  readonly at: Date
  /** What is to be done; without it, what anybody who speaks for the participant may do. */
  readonly act?: Act
}

/** A key of the register with its holder's place in it. */
export interface Prover extends KeyRecord, RoleHolder {
  readonly office: string
  readonly holder: string | null
  readonly suspended: boolean
}

/** Verifies a request inside the transaction of its effect: signature, clock, and that the nonce was not served before. */
export async function proveRequest(tx: Tx, proof: Proof, judge: Judge): Promise<Outcome<Prover>> {
  const body = Buffer.from(proof.body, 'base64')
  const bytes = requestBytes({ ...proof, body })
  const proved = await proveStatement(
    tx,
    { bytes, signature: proof.signature, typ: 'corridor-request' },
    judge,
  )
  if (!proved.ok) return proved
  const served = await serveOnce(tx, proof, judge.at)
  return served.ok ? proved : served
}

/** Does in one transaction what whoever speaks for the participant has signed; a request that is not proved does nothing. */
export function whenProved<Answer>(
  context: ServiceContext,
  proof: Proof,
  act: (tx: Tx, by: Prover, at: Date) => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  const at = context.clock()
  const judge: Judge = { hubId: context.environment.hubId, at, act: 'speak' }
  return context.store.transaction(async (tx) => {
    const proved = await proveRequest(tx, proof, judge)
    return proved.ok ? act(tx, proved.value, at) : proved
  })
}

/**
 * Lets what was signed take effect once, and soon after it was signed: whoever has read it, a party of the same agreement say, must not
 * be able to do it again in the signer's name.
 */
export async function serveOnce(
  tx: Tx,
  { date, nonce }: Pick<Proof, 'date' | 'nonce'>,
  at: Date,
): Promise<Outcome<null>> {
  const awaySeconds = Math.abs(Date.parse(date) - at.getTime()) / 1_000
  if (!(awaySeconds <= requestWindowSeconds)) {
    return refuse(
      'REQUEST_STALE',
      `the request is of ${date}, the hub's clock says ${at.toISOString()}`,
    )
  }
  const expires = new Date(at.getTime() + 2 * requestWindowSeconds * 1_000)
  return (await useNonce(tx, nonce, expires))
    ? accept(null)
    : refuse('REQUEST_REPLAYED', 'this request was served already')
}

/** Verifies a signature over any bytes by the register's keys. */
async function proveStatement(
  tx: Tx,
  statement: {
    readonly bytes: Uint8Array
    readonly signature: string
    readonly typ: StatementType
  },
  judge: Judge,
): Promise<Outcome<Prover>> {
  // The sender controls the key id: it only chooses which registered key the signature is checked with.
  const kid = claimOf(statement.signature)?.kid
  const key = kid === undefined ? undefined : await proverOf(tx, kid)
  const { typ } = statement
  const verified = await verify(statement, {
    typ,
    aud: judge.hubId,
    at: judge.at,
    keyOf: () => key,
  })
  if (!verified.ok) return verified
  if (key === undefined) return refuse('KEY_UNKNOWN', 'the signing key is not registered here')
  if (key.suspended)
    return refuse('PARTICIPANT_SUSPENDED', `${key.participant} is suspended by the operator`)
  const allowed = decideAct(key, judge.act ?? 'speak')
  return allowed.ok ? accept(key) : allowed
}

/** Marks a nonce as served; false when it was served before. Nonces past their time are swept here. */
export async function useNonce(tx: Tx, nonce: string, expires: Date): Promise<boolean> {
  await tx.query('delete from used_nonce where expires_at < now()')
  const rows = await rowsOfQuery<{ nonce: string }>(
    tx,
    'insert into used_nonce (nonce, expires_at) values ($1, $2) on conflict do nothing returning nonce',
    [nonce, expires],
  )
  return rows.length === 1
}

/** A key of the register with its holder's place. */
export async function proverOf(tx: Tx, kid: string): Promise<Prover | undefined> {
  const row = await tx.getRepository(signingKeyTable).findOneBy({ kid })
  if (row === null) return undefined
  const { participant, office, jwk, roles, holder } = row
  const who = await tx.getRepository(participantTable).findOneByOrFail({ id: participant })
  const { kind, suspendedSince } = who
  return {
    ...{ kid, participant, kind, office, jwk, roles, holder, suspended: suspendedSince !== null },
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil.toISOString(),
    revokedFrom: row.revokedFrom?.toISOString() ?? null,
  }
}
