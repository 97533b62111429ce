// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { CompactSign } from 'jose'
import { DataSource } from 'typeorm'
import { MessageEntity, ObservationEntity } from './entities'
import { keyOf } from './keys'
import type { MessageDto } from './observation.dto'

const hubKey = keyOf('PEER_HUB_KEY')

/** Stores a message and signs its receipt. */
@Injectable()
export class IngestService {
  constructor(private readonly dataSource: DataSource) {}

  async store(message: MessageDto): Promise<{ receipt: string }> {
    const { id, source, type, data } = message
    const digest = createHash('sha256').update(JSON.stringify(message)).digest('hex')
    await this.dataSource.transaction(async (manager) => {
      await manager
        .getRepository(MessageEntity)
        .save({ id, source, type, digest, observations: data.observations.length })
      const observations = manager.getRepository(ObservationEntity)
      const rows = data.observations.map((one) => observations.create({ ...one, messageId: id }))
      await observations.save(rows, { chunk: 500 })
    })
    const receivedAt = new Date().toISOString()
    return { receipt: await signed({ id, digest, accepted: data.observations.length, receivedAt }) }
  }
}

async function signed(receipt: object): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: 'EdDSA', kid: 'hub' })
    .sign(await hubKey)
}
