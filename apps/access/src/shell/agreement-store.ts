// SPDX-License-Identifier: Apache-2.0
import { newSalt } from '@corridor/message'
import { rowsOfQuery, type Store, type Tx } from '@corridor/platform'
import type { AgreementFact } from '../domain/agreement/acts'
import { dueAt } from '../domain/agreement/due-at'
import type { AgreementState, KnownState } from '../domain/agreement/state'
import { agreementActTable, agreementTable } from './agreement-tables'

/** What an act came with: the office key or the passkey that signed it, and the statement of its own where there was one. */
export interface Evidence {
  readonly kid: string | null
  readonly passkey?: string | null
  readonly bytes?: Uint8Array
  readonly signature?: string
}

/** An agreement as it is stored. */
export interface StoredAgreement {
  readonly state: AgreementState
  readonly salt: string
}

/** Loads an agreement. One decision at a time: it stays locked to the end of the transaction, also where there is none yet. */
export async function loadAgreement(tx: Tx, id: string): Promise<StoredAgreement> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`agreement ${id}`])
  const row = await tx.getRepository(agreementTable).findOneBy({ id })
  return row === null
    ? { state: { status: 'none' }, salt: newSalt() }
    : { state: row.state, salt: row.salt }
}

/** Writes what has happened, in order, and what it comes to. Only what the actor did carries the actor's signature. */
export async function saveAgreement(
  tx: Tx,
  facts: readonly AgreementFact[],
  {
    state,
    salt,
    evidence,
  }: { readonly state: KnownState; readonly salt: string; readonly evidence: Evidence },
): Promise<void> {
  const [first] = facts
  if (first === undefined) return
  const { id } = state.terms
  const due = dueAt(state)
  const row = { id, salt, status: state.status, state, dueAt: due === null ? null : new Date(due) }
  const agreements = tx.getRepository(agreementTable)
  if (!(await agreements.existsBy({ id })))
    await agreements.insert({ ...row, proposedAt: new Date(first.at) })
  else await agreements.update({ id }, row)
  const last = await lastNumber(tx, id)
  const own = facts.findIndex(({ by }) => by !== null)
  await tx.getRepository(agreementActTable).insert(
    facts.map((detail, i) => ({
      agreement: id,
      number: last + 1 + i,
      act: detail.fact,
      // Another agreement acts as little as the clock does.
      by: detail.fact === 'superseded' ? null : detail.by,
      at: new Date(detail.at),
      detail,
      ...(i === own ? signedWith(evidence) : signedWith({ kid: null })),
    })),
  )
}

function signedWith({ kid, passkey = null, bytes, signature }: Evidence) {
  return {
    ...{ kid, passkey },
    bytes: bytes === undefined ? null : Buffer.from(bytes),
    signature: signature ?? null,
  }
}

async function lastNumber(tx: Tx, id: string): Promise<number> {
  const [row] = await rowsOfQuery<{ last: number }>(
    tx,
    'select coalesce(max(number), 0) as last from agreement_act where agreement = $1',
    [id],
  )
  return row?.last ?? 0
}

/** Agreements that the clock may have changed by an instant, those due for longest first. */
export async function agreementsDue(
  store: Store,
  at: Date,
  most: number,
): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ id: string }>(
    store,
    'select id from agreement where due_at <= $1 order by due_at limit $2',
    [at, most],
  )
  return rows.map(({ id }) => id)
}
