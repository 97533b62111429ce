// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { rowsOfQuery, serviceContext, type ServiceContext } from '@corridor/platform'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'

/** A sender's own figures that shall not be handed over to a recipient (a participant stands for its offices too), or to nobody who still waits for them. */
export interface StopAsk {
  readonly sender: string
  readonly submission: string
  readonly recipient: string | null
  readonly reason: string
}

/** Releases that a sender stops while it may comment. The edge has verified who asks. */
@Controller()
export class CommentCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('delivery.command.stop.v1')
  async stop(@Payload() ask: StopAsk): Promise<Outcome<{ readonly stopped: readonly string[] }>> {
    const { sender, submission, recipient, reason } = ask
    const rows = await rowsOfQuery<{ recipient: string }>(this.context.store, stopRunning, [
      ...[sender, submission, recipient, reason],
      this.context.clock(),
    ])
    return rows.length > 0
      ? accept({ stopped: rows.map((row) => row.recipient).sort() })
      : refuse('RELEASE_NOT_WAITING', `nothing of ${submission} waits to be handed over`)
  }
}

const stopRunning = `
with stopped as (update comment_period c set stopped_at = $5, reason = $4 from dataset d
where d.position = c.dataset and d.participant = $1 and d.submission = $2 and ($3::text is null or $3 in (c.recipient, split_part(c.recipient, '-', 1)))
  and not c.over and c.stopped_at is null and c.until > $5
returning c.recipient)
select recipient from stopped`
