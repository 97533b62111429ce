// SPDX-License-Identifier: Apache-2.0
import type { ParticipantKind } from '@corridor/message'
import { fact, tell, type Fact, type Tx } from '@corridor/platform'
import { participantTable } from './tables'

/** A participant that takes its place in the register. */
export interface NewPlace {
  readonly participant: string
  readonly kind: ParticipantKind
  readonly name: string
  readonly members: readonly string[]
  readonly organisation?: string | undefined
}

/** An act of the registrar about what a participant may do. */
export interface RightsAct {
  readonly participant: string
  /** The key of who decided. */
  readonly by: string
  readonly reason: string
  readonly at: Date
}

/** Gives a participant its place, or its newer name where nobody of it has enrolled yet; tells it. */
export async function registerParticipant(tx: Tx, place: NewPlace, at: Date): Promise<void> {
  const { participant, kind, name, members, organisation = null } = place
  const row = { id: participant, kind, name, members: [...members], organisation, registeredAt: at }
  await tx.getRepository(participantTable).upsert(row, ['id'])
  const registered = { participant, kind, name, members, at: at.toISOString() }
  await tell(tx, [
    fact('access.participant-registered.v1', registered),
    await rightsFact(tx, participant, at),
  ])
}

/** From now on what the participant sends counts. */
export async function grantProduction(
  tx: Tx,
  { participant, by, reason, at }: RightsAct,
): Promise<void> {
  await tx
    .getRepository(participantTable)
    .update(
      { id: participant },
      { productionSince: at, productionBy: by, productionReason: reason },
    )
  await tell(tx, [await rightsFact(tx, participant, at)])
}

/** From now on the participant may do nothing and gets nothing. */
export async function suspend(tx: Tx, { participant, by, reason, at }: RightsAct): Promise<void> {
  await tx
    .getRepository(participantTable)
    .update({ id: participant }, { suspendedSince: at, suspendedBy: by, suspensionReason: reason })
  await tell(tx, [await rightsFact(tx, participant, at)])
}

/** The suspension ends; who ended it and why stays where the suspension stood. */
export async function resume(tx: Tx, { participant, by, reason, at }: RightsAct): Promise<void> {
  await tx
    .getRepository(participantTable)
    .update(
      { id: participant },
      { suspendedSince: null, suspendedBy: by, suspensionReason: reason },
    )
  await tell(tx, [await rightsFact(tx, participant, at)])
}

/** What a participant may do, whole: hearing it twice is harmless. */
async function rightsFact(tx: Tx, participant: string, at: Date): Promise<Fact> {
  const row = await tx.getRepository(participantTable).findOneByOrFail({ id: participant })
  return fact('access.rights-changed.v1', {
    participant,
    production: row.productionSince !== null,
    suspended: row.suspendedSince !== null,
    at: at.toISOString(),
  })
}
