// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf, validate } from '@corridor/contracts'
import { writeFlowCsv } from '@corridor/formats'
import { writeWhole, type Received } from '@corridor/sdk'
import { cleanName } from '../output/clean'
import { periodsOf } from '../statement-words'

/** Writes a delivery's figures as CSV, once. Gives the file, or undefined for what is no delivery or was written before. */
export function writeDelivered(folder: string, received: Received): string | undefined {
  const delivery = validate('delivery', '0.1.0', received.event.data)
  if (received.channel !== 'delivery' || !delivery.ok) return undefined
  const { sender, agreement, clause, version, dataset } = delivery.value
  const flow = validate('migration-flow', version, dataset)
  if (!flow.ok) return undefined
  const { period, definition } = flow.value
  // Named by what it holds and by its event, so that the same delivery is one file and a later one is another.
  const short = createHash('sha256').update(received.event.id).digest('hex').slice(0, 8)
  const parts = [sender, periodsOf(period).replaceAll(' ', ''), agreement, clause, short]
  const file = join(folder, `${parts.map(cleanName).join('_')}.csv`)
  if (existsSync(file)) return undefined
  mkdirSync(folder, { recursive: true })
  writeWhole(file, writeFlowCsv(rowsOf(flow.value), definition))
  return file
}
