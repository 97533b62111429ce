// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { rowsOfQuery, sendAgain, serviceContext, type ServiceContext } from '@corridor/platform'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'

/** Which dead deliveries are to be sent again: those of a recipient, of it only some numbers. */
export interface ResendAsk {
  readonly recipient: string
  readonly numbers: readonly number[] | null
}

/** What an operator does about deliveries that could not be carried, or that a recipient terminated again and again. */
@Controller()
export class DeadCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Sends dead deliveries again. The relay decides anew, right before they leave, whether they may. */
  @MessagePattern('delivery.command.resend.v1')
  async resend(@Payload() { recipient, numbers }: ResendAsk): Promise<Outcome<object>> {
    return this.context.store.transaction(async (tx) => {
      const rows = await rowsOfQuery<{ position: string }>(
        tx,
        `select o.position from outbox o join numbered n on n.position = o.position
         where o.dead_at is not null and o.withdrawn_at is null and n.recipient = $1 and ($2::bigint[] is null or n.number = any($2))
         order by n.number limit 1000`,
        [recipient, numbers],
      )
      if (rows.length === 0)
        return refuse('NOT_FOUND', `there is no dead delivery for ${recipient} of these numbers`)
      const sent = await sendAgain(
        tx,
        rows.map(({ position }) => Number(position)),
      )
      return accept({ sent: sent.length })
    })
  }
}
