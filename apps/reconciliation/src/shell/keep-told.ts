// SPDX-License-Identifier: Apache-2.0
import { readTold, type StorageKeys, type Tx } from '@corridor/platform'
import { breakdownOf, cellKey, type Cell } from '../domain/cell'
import { keepRows } from './keep-rows'
import { statedColumns, statedIn, type Stated } from './statements'
import { dropTold } from './told-statements'

/** What one recipient was told of a cell. */
interface Told extends Stated {
  readonly recipient: string
  readonly release: number
}

const key = [
  ...['origin', 'destination', 'period', 'contract', 'breakdown', 'direction'],
  'recipient',
]

/**
 * Keeps what recipients were told last of datasets whose figures agreements protect, in place of what is kept of these datasets. Gives
 * the cells of both: what is told of an older dataset changes nothing where a newer one was told.
 */
export async function keepTold(
  tx: Tx,
  datasets: readonly number[],
  keys: StorageKeys,
): Promise<readonly Cell[]> {
  if (datasets.length === 0) return []
  const gone = await dropTold(tx, datasets)
  const rows = (await readTold(tx, datasets, keys)).flatMap(
    ({ position, contract, recipient, release, dataset }): readonly Told[] =>
      breakdownOf(contract) === undefined
        ? []
        : statedIn({ contract, position }, dataset).map((one) => ({ ...one, recipient, release })),
  )
  const newest = [...new Map(rows.map((one) => [placeOf(one), one])).values()]
  if (newest.length > 0)
    await keepRows(tx, { table: 'told', key, newest: 'position' }, [
      ...statedColumns
        .filter(([name]) => name !== 'embargo')
        .map(([name, type, of]) => ({ name, type, values: newest.map(of) })),
      { name: 'recipient', type: 'text', values: newest.map(({ recipient }) => recipient) },
      { name: 'release', type: 'bigint', values: newest.map(({ release }) => release) },
    ])
  return [...new Map([...gone, ...newest].map((one) => [cellKey(one), one])).values()]
}

function placeOf(told: Told): string {
  return `${cellKey(told)}|${String(told.direction)}|${told.recipient}`
}
