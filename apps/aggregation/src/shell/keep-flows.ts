// SPDX-License-Identifier: Apache-2.0
import { flowOf, type AcceptedDataset, type Tx } from '@corridor/platform'
import { isAddedUp, totalsOf } from '../domain/consent'

/** Keeps the newest totals that a dataset states; of an older one that comes later nothing is kept. */
export async function keepFlows(tx: Tx, dataset: AcceptedDataset): Promise<void> {
  const flow = flowOf(dataset)
  if (flow === null) return
  const { position } = dataset
  const totals = totalsOf(flow).map((row) => ({ ...row, position }))
  await tx.query(upsertFlows, [JSON.stringify(totals.filter(isAddedUp))])
  // What was taken back, or is not published any more, is no longer added up.
  const gone = totals.filter((row) => !isAddedUp(row))
  if (gone.length > 0) await tx.query(deleteFlows, [JSON.stringify(gone)])
}

const upsertFlows = `
insert into flow (reporter, direction, origin, destination, period, value, position)
select reporter, direction, origin, destination, period, value, position from json_populate_recordset(null::flow, $1::json)
on conflict (reporter, direction, origin, destination, period) do update
set value = excluded.value, position = excluded.position where excluded.position > flow.position`

const deleteFlows = `
delete from flow using json_populate_recordset(null::flow, $1::json) as gone
where (flow.reporter, flow.direction, flow.origin, flow.destination, flow.period)
  = (gone.reporter, gone.direction, gone.origin, gone.destination, gone.period) and gone.position > flow.position`
