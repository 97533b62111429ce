// SPDX-License-Identifier: Apache-2.0
import { FactContext } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { KeyRecord } from '@corridor/message'

/** What intake hears: the register's keys, of which it keeps its own copy, and whose messages wait for an approver. */
@Controller()
export class IntakeConsumer {
  @EventPattern('access.key-registered.v1')
  async keyRegistered(
    @Payload() key: KeyRecord & { readonly role?: string },
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    await tx.query(
      `insert into participant_key (kid, participant, jwk, valid_from, valid_until, revoked_from, role)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (kid) do update set valid_until = excluded.valid_until, revoked_from = excluded.revoked_from`,
      [
        key.kid,
        key.participant,
        JSON.stringify(key.jwk),
        key.validFrom,
        key.validUntil,
        key.revokedFrom,
        key.role ?? 'publisher',
      ],
    )
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
