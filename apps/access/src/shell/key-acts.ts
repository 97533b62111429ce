// SPDX-License-Identifier: Apache-2.0
import type { KeyAct } from '@corridor/contracts'
import { digestOf, eventBytes, hubSource, type Role } from '@corridor/message'
import { fact, takePositions, tellAt, type Tx } from '@corridor/platform'
import type { PasskeyRow } from './passkey-tables'
import type { PersonRow } from './people-tables'
import type { SigningKeyRow } from './tables'

/** What has happened to a key, by whom and why. */
export interface KeyHappening {
  readonly hubId: string
  readonly act: KeyAct['act']
  readonly at: Date
  /** A key or a person; null where nobody of the register did it. */
  readonly by: string | null
  readonly reason?: string
}

/** Notes what has happened to an office key, as the key stands now, for its history and for the journal. */
export function keepOfficeKeyAct(
  tx: Tx,
  row: SigningKeyRow,
  happening: KeyHappening,
): Promise<void> {
  return keep(tx, happening, {
    ...{ with: 'office-key', kid: row.kid, participant: row.participant, office: row.office },
    ...namedAs(row.holder),
    ...{ roles: rolesOf(row.roles), key: row.jwk },
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil.toISOString(),
    ...(row.revokedFrom && { revokedFrom: row.revokedFrom.toISOString() }),
    ...(row.replacedBy !== null && { replacedBy: row.replacedBy }),
  })
}

/** The same of a passkey and its person. */
export function keepPasskeyAct(
  tx: Tx,
  { row, person }: { readonly row: PasskeyRow; readonly person: PersonRow },
  happening: KeyHappening,
): Promise<void> {
  const revokedFrom = row.lostFrom ?? row.removedAt
  return keep(tx, happening, {
    ...{ with: 'passkey', kid: row.kid, participant: row.participant, office: row.office },
    ...namedAs(person.name),
    ...{ roles: rolesOf(person.roles), key: row.jwk },
    ...(row.confirmedAt && { validFrom: row.confirmedAt.toISOString() }),
    ...(revokedFrom && { revokedFrom: revokedFrom.toISOString() }),
  })
}

async function keep(
  tx: Tx,
  { hubId, act, at, by, reason }: KeyHappening,
  standing: Omit<KeyAct, 'act' | 'at' | 'by' | 'reason'>,
): Promise<void> {
  const data: KeyAct = {
    ...{ act, at: at.toISOString(), ...standing },
    ...(by !== null && { by }),
    ...(reason !== undefined && { reason }),
  }
  const { kid, participant } = standing
  const bytes = eventBytes({
    id: `key:${kid}:${act}:${String(at.getTime())}`,
    source: hubSource(hubId),
    type: 'corridor.receipt.v1',
    time: at,
    contract: { name: 'key-act', version: '0.1.0' },
    data,
  })
  // The statement is salted: a stranger who reads the journal learns neither whose key it was nor why.
  const what = standing.with === 'passkey' ? 'passkey' : 'key'
  const told = { act: `${what}-${act}`, digest: digestOf(bytes), at: at.toISOString() }
  const position = await takePositions(tx, 1)
  await tellAt(tx, position, [fact('access.key-act.v1', told)])
  await tx.query(
    'insert into key_act (position, kid, participant, act, at, bytes) values ($1, $2, $3, $4, $5, $6)',
    [position, kid, participant, act, at, Buffer.from(bytes)],
  )
}

function namedAs(name: string | null): Pick<KeyAct, 'name'> {
  return name === null || name === '' ? {} : { name }
}

function rolesOf(roles: readonly Role[]): KeyAct['roles'] {
  return [...roles]
}
