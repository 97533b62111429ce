// SPDX-License-Identifier: Apache-2.0
import { FactContext } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { KeyRecord } from '@corridor/message'

/** What intake hears: the register's keys, of which it keeps its own copy. */
@Controller()
export class IntakeConsumer {
  @EventPattern('access.key-registered.v1')
  async keyRegistered(@Payload() key: KeyRecord, @Ctx() { tx }: FactContext): Promise<void> {
    await tx.query(
      `insert into participant_key (kid, participant, jwk, valid_from, valid_until, revoked_from)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (kid) do update set valid_until = excluded.valid_until, revoked_from = excluded.revoked_from`,
      [
        key.kid,
        key.participant,
        JSON.stringify(key.jwk),
        key.validFrom,
        key.validUntil,
        key.revokedFrom,
      ],
    )
  }
}
