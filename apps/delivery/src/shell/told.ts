// SPDX-License-Identifier: Apache-2.0
import { toNewest, type Dataset } from '@corridor/contracts'
import {
  rowsOfQuery,
  type Queryable,
  type StorageKeys,
  type Store,
  type Tx,
} from '@corridor/platform'
import { readBodies, type StoredBody } from './bodies'

interface ToldRow {
  readonly position: string
  readonly contract: string
  readonly version: string
  /** Of a release whose body is not stored apart: the statement. */
  readonly statement: Buffer | null
}

/** What releases tell, withdrawn or not, in the newest version, by their positions; what is stored no more is left out. */
export async function readTold(
  on: Store | Tx | Queryable,
  positions: readonly number[],
  keys: StorageKeys,
): Promise<ReadonlyMap<number, Dataset>> {
  const [rows, bodies] = await Promise.all([
    rowsOfQuery<ToldRow>(on, selectTold, [positions]),
    readBodies(on, positions, keys),
  ])
  const known = new Map<StoredBody, Dataset>()
  return new Map(
    rows.flatMap(({ position, contract, version, statement }) => {
      const body = bodies.get(Number(position))
      const dataset = body === undefined ? datasetIn(statement) : (known.get(body) ?? parsed(body))
      if (dataset === undefined) return []
      if (body !== undefined) known.set(body, dataset)
      return [[Number(position), toNewest({ name: contract, version }, dataset)] as const]
    }),
  )
}

// What delivery itself wrote, under the contract of deliveries.
function parsed({ json }: StoredBody): Dataset | undefined {
  return json === null ? undefined : (JSON.parse(json.toString()) as Dataset)
}

function datasetIn(statement: Buffer | null): Dataset | undefined {
  if (statement === null || statement.length === 0) return undefined
  const { data } = JSON.parse(statement.toString()) as { data: { figures?: { dataset: Dataset } } }
  return data.figures?.dataset
}

const selectTold = `
select r.position, d.contract, coalesce(r.version, d.version) as version, case when r.body is null then o.body end as statement
from release r join dataset d on d.position = r.dataset join outbox o on o.position = r.position
where r.position = any($1::bigint[])`
