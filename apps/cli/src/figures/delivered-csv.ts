// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { structure, validate, type DeliveredFigures } from '@corridor/contracts'
import { writeCsv } from '@corridor/formats'
import { deliveryIn, writeWhole, type Received } from '@corridor/sdk'
import { cleanName } from '../output/clean'
import { periodsOf } from '../statement-words'

/** Writes a delivery's figures as CSV, once. Gives the file, or undefined for what is no delivery or was written before. */
export function writeDelivered(folder: string, received: Received): string | undefined {
  const delivery = deliveryIn(received)
  if (!delivery.ok || delivery.value.figures === undefined) return undefined
  const { sender, reportedAs, grants } = delivery.value.figures
  const figures = figuresOf(delivery.value.figures)
  const [ground] = grants
  if (figures === undefined || ground === undefined) return undefined
  const { agreement, clause } = ground
  // Named by what it holds and by its event, so that the same delivery is one file and a later one is another.
  const short = createHash('sha256').update(received.event.id).digest('hex').slice(0, 8)
  // A partner's figures are never taken for those of the state that they are about, wherever the file goes.
  const by = reportedAs === undefined ? [sender] : [sender, reportedAs]
  const parts = [...by, figures.periods, agreement, clause, short]
  const file = join(folder, `${parts.map(cleanName).join('_')}.csv`)
  if (existsSync(file)) return undefined
  mkdirSync(folder, { recursive: true })
  writeWhole(file, figures.csv)
  return file
}

function figuresOf({
  contract,
  version,
  dataset,
}: Pick<DeliveredFigures, 'version' | 'dataset'> & { readonly contract: string }):
  { readonly periods: string; readonly csv: string } | undefined {
  const known = validate(contract, version, dataset)
  const time = structure(contract)?.dimensions.find(({ role }) => role === 'time')
  if (!known.ok || time === undefined) return undefined
  const periods = periodsIn(Reflect.get(known.value, time.column)).replaceAll(' ', '')
  return { periods, csv: writeCsv([{ contract: { name: contract, version }, data: known.value }]) }
}

function periodsIn(column: unknown): string {
  if (typeof column === 'string') return periodsOf(column)
  return periodsOf(Array.isArray(column) ? column.filter((one) => typeof one === 'string') : '')
}
