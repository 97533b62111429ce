// SPDX-License-Identifier: Apache-2.0
import type { ConsumerInfo, JetStreamManager } from 'nats'
import { rowsOfQuery } from '../store/open-store'
import { isNotFound, outStream } from './streams'
import type { TakingOut } from './withdraw'

/**
 * Notes in the outbox what participants' durables have acknowledged. That is final: from then on not even the loss of the stream
 * brings it again. Costs grow with the participants that have something open, not with the outbox.
 */
export async function noteAcknowledgements({
  store,
  jsm,
  lives,
}: Pick<TakingOut, 'store' | 'jsm' | 'lives'>): Promise<void> {
  const open = await rowsOfQuery<{ participant: string }>(
    store,
    `select distinct split_part(subject, '.', 3) as participant from outbox
     where typ is not null and relayed_at is not null and acknowledged_at is null
       and withdrawn_at is null and dead_at is null`,
  )
  for (const { participant } of open) {
    const info = await infoOf(jsm, participant)
    if (info === null) {
      // Its stream or its durable was lost: made again, it gets again what is not known to be acknowledged.
      await lives.prepareParticipant(participant)
      continue
    }
    await store.query(
      `update outbox set acknowledged_at = now()
       where typ is not null and relayed_at is not null and acknowledged_at is null and withdrawn_at is null and dead_at is null
         and subject like $1 and stream_seq <= $2 and stream_created = $3::timestamptz`,
      [
        `corridor.out.${participant}.%`,
        info.ack_floor.stream_seq,
        await lives.createdOf(outStream(participant)),
      ],
    )
  }
}

async function infoOf(jsm: JetStreamManager, participant: string): Promise<ConsumerInfo | null> {
  try {
    return await jsm.consumers.info(outStream(participant), participant)
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}
