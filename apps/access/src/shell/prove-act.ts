// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  actKeyIdOf,
  decideAct,
  decideCounter,
  digestOf,
  verifyAct,
  type Act,
  type ActKey,
  type ActSigned,
  type RoleHolder,
  type Sealed,
  type StatementType,
} from '@corridor/message'
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Signer } from '../domain/agreement/signer'
import type { Evidence } from './agreement-store'
import { passkeyTable, type PasskeyRow } from './passkey-tables'
import { personTable } from './people-tables'
import { proverOf, serveOnce, type Judge } from './proof'
import { participantTable } from './tables'

/** A signed act, and what it is. */
export interface ActStatement extends Sealed {
  readonly typ: StatementType
}

/** Who signed an act: a participant's official with an office key, or a person with a passkey. */
export interface ActProved {
  readonly participant: string
  readonly office: string
  readonly signer: Signer
  /** The key as the register knows it now. */
  readonly key: ActKey
  /** For the table of acts. */
  readonly evidence: Evidence
  /** What the signing is known by, where an act takes effect once. */
  readonly once: string
}

/** A key of the register with its holder's place. */
interface Holder extends RoleHolder {
  readonly actKey: ActKey
  readonly office: string
  readonly signer: Signer
  readonly suspended: boolean
  /** Null for an office key. */
  readonly passkey: PasskeyRow | null
}

/** Verifies a signed act by the register: an office key's signature, or a passkey's, which takes effect once and within five minutes. */
export async function proveAct(
  tx: Tx,
  statement: ActStatement,
  judge: Judge & { readonly act: Act },
): Promise<Outcome<ActProved>> {
  const named = actKeyIdOf(statement.signature)
  const holder =
    named?.with === 'passkey'
      ? await holderOfPasskey(tx, named.kid)
      : await holderOfKey(tx, named?.kid)
  const expected = { typ: statement.typ, aud: judge.hubId, at: judge.at, key: holder?.actKey }
  const verified = await verifyAct(statement, expected)
  if (!verified.ok) return verified
  if (holder === undefined) return refuse('KEY_UNKNOWN', 'the signing key is not registered here')
  const may = mayAct(holder, judge.act)
  if (!may.ok) return may
  if (holder.passkey !== null) {
    const used = await usePasskey(tx, holder.passkey, { signed: verified.value, at: judge.at })
    if (!used.ok) return used
  }
  const { participant, once } = verified.value
  const { kid } = holder.signer
  const key = holder.passkey === null ? { kid } : { kid: null, passkey: kid }
  const { bytes, signature } = statement
  return accept({
    participant,
    office: holder.office,
    signer: holder.signer,
    key: holder.actKey,
    evidence: { ...key, bytes, signature },
    once,
  })
}

function mayAct(holder: Holder, act: Act): Outcome<Act> {
  if (holder.suspended)
    return refuse(
      'PARTICIPANT_SUSPENDED',
      `${holder.actKey.key.participant} is suspended by the operator`,
    )
  if (holder.passkey?.confirmedAt === null)
    return refuse('PASSKEY_WAITS', 'no second official has confirmed this passkey')
  return decideAct(holder, act)
}

/** The assertion serves once, and a passkey that counts less than before was copied. */
async function usePasskey(
  tx: Tx,
  { kid, counter }: PasskeyRow,
  { signed, at }: { readonly signed: ActSigned; readonly at: Date },
): Promise<Outcome<null>> {
  const date = new Date((signed.iat ?? 0) * 1_000).toISOString()
  const served = await serveOnce(tx, { date, nonce: signed.once }, at)
  if (!served.ok) return served
  const counted = decideCounter(Number(counter), signed.counter ?? 0)
  if (!counted.ok) return counted
  await tx.getRepository(passkeyTable).update({ kid }, { counter: String(counted.value) })
  return accept(null)
}

async function holderOfKey(tx: Tx, kid: string | undefined): Promise<Holder | undefined> {
  const key = kid === undefined ? undefined : await proverOf(tx, kid)
  if (key === undefined) return undefined
  const { kind, roles, office, holder: name, suspended } = key
  const person = await firstOfRow(tx, key.kid)
  const signer: Signer = { kid: key.kid, with: 'office-key', person, name }
  const actKey: ActKey = { with: 'office-key', key }
  return { kind, roles, office, actKey, signer, suspended, passkey: null }
}

/** Keys are exchanged one for another: the first of the row stands for its person, who may hold two of them at a time. */
async function firstOfRow(tx: Tx, kid: string): Promise<string> {
  const [row] = await rowsOfQuery<{ kid: string }>(
    tx,
    `with recursive before (kid, step) as (
       select $1::text, 0 union all
       select k.kid, step + 1 from signing_key k join before b on k.replaced_by = b.kid where step < 1000
     ) select kid from before order by step desc limit 1`,
    [kid],
  )
  return row?.kid ?? kid
}

async function holderOfPasskey(tx: Tx, kid: string): Promise<Holder | undefined> {
  const row = await tx
    .getRepository(passkeyTable)
    .findOne({ where: { kid }, lock: { mode: 'pessimistic_write' } })
  if (row === null) return undefined
  const owner = await tx.getRepository(personTable).findOneByOrFail({ id: row.person })
  const { kind, suspendedSince } = await tx
    .getRepository(participantTable)
    .findOneByOrFail({ id: row.participant })
  // Whoever has left signs nothing, also where nobody removed the passkey.
  const ends = [row.removedAt, owner.endedAt].flatMap((end) =>
    end === null ? [] : [end.getTime()],
  )
  const { participant, person, jwk, rpId, origin, registeredAt } = row
  const revokedFrom = ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString()
  const life = { validFrom: (row.confirmedAt ?? registeredAt).toISOString(), revokedFrom }
  const key = { kid, participant, person, jwk, rpId, origin, ...life }
  const subject = digestOf(Buffer.from(`${owner.issuer}\n${owner.subject}`))
  return {
    ...{ kind, roles: owner.roles, office: owner.office, suspended: suspendedSince !== null },
    passkey: row,
    actKey: { with: 'passkey', key },
    signer: { kid, with: 'passkey', person: subject, name: owner.name },
  }
}
