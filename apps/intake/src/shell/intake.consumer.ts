// SPDX-License-Identifier: Apache-2.0
import { FactContext } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import { firstRoles, type KeyRecord, type ParticipantKind, type Role } from '@corridor/message'

import type { WithdrawnKey } from '../domain/doubt'
import { DoubtsService } from './doubts.service'

/** A key as access tells it; before there were several roles it told one, and no kind. */
interface KeyTold extends KeyRecord {
  readonly role?: string
  readonly roles?: readonly Role[]
  readonly kind?: ParticipantKind
}

/** What intake hears: the register's keys, of which it keeps its own copy, and whose messages wait for an approver. */
@Controller()
export class IntakeConsumer {
  constructor(private readonly doubts: DoubtsService) {}

  @EventPattern('access.key-withdrawn.v1')
  keyWithdrawn(@Payload() key: WithdrawnKey, @Ctx() { tx }: FactContext): Promise<void> {
    return this.doubts.withdraw(tx, key)
  }

  @EventPattern('access.key-registered.v1')
  async keyRegistered(@Payload() key: KeyTold, @Ctx() { tx }: FactContext): Promise<void> {
    const { kind = 'state' } = key
    await tx.query(
      `insert into participant_key (kid, participant, jwk, valid_from, valid_until, revoked_from, roles, kind)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (kid) do update set valid_until = excluded.valid_until, revoked_from = excluded.revoked_from`,
      [
        key.kid,
        key.participant,
        JSON.stringify(key.jwk),
        key.validFrom,
        key.validUntil,
        key.revokedFrom,
        key.roles ?? (key.role === 'approver' ? ['approver'] : firstRoles(kind)),
        kind,
      ],
    )
  }

  @EventPattern('access.rights-changed.v1')
  async rightsChanged(
    @Payload() told: { participant: string; production: boolean; suspended: boolean },
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    await tx.query(
      `insert into sender (participant, production, suspended) values ($1, $2, $3)
       on conflict (participant) do update set production = excluded.production, suspended = excluded.suspended`,
      [told.participant, told.production, told.suspended],
    )
    if (!told.production) return
    await tx.query('delete from rehearsal_cell where participant = $1', [told.participant])
    await tx.query('delete from rehearsal_step where participant = $1', [told.participant])
  }

  @EventPattern('access.approval-required.v1')
  async approvalRequired(
    @Payload() told: { participant: string; required: boolean; at: string },
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    await tx.query('delete from approval where participant = $1', [told.participant])
    if (!told.required) return
    await tx.query('insert into approval (participant, required_since) values ($1, $2)', [
      told.participant,
      told.at,
    ])
  }
}
