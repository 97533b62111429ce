// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import type { Tx } from '@corridor/platform'
import { invitationDays } from '../domain/invitation'
import { codeHash } from './code-hash'
import { invitationTable, type InvitationRow } from './tables'

/** What the registrar hands to the one who was invited. */
export interface InvitationTold {
  readonly participant: string
  readonly code: string
  readonly expiresAt: string
}

const dayMs = 86_400_000

/** A new code takes the place of the one before for the same office and roles; it is told once and kept by nobody here. */
export async function newCode(
  tx: Tx,
  invitation: Pick<InvitationRow, 'participant' | 'roles' | 'office' | 'holder'>,
  at: Date,
): Promise<InvitationTold> {
  const { participant, roles, office } = invitation
  await tx.query(
    'delete from invitation where participant = $1 and roles = $2 and office is not distinct from $3',
    [participant, roles, office],
  )
  const code = `${participant}-${randomBytes(12).toString('hex').toUpperCase()}`
  const expiresAt = new Date(at.getTime() + invitationDays * dayMs)
  await tx
    .getRepository(invitationTable)
    .insert({ ...invitation, roles: [...roles], codeHash: codeHash(code), expiresAt, usedAt: null })
  return { participant, code, expiresAt: expiresAt.toISOString() }
}
