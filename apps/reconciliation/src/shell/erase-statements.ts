// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, withdrawStatements, type Tx } from '@corridor/platform'
import type { Round } from '../domain/round'
import { deleteSums } from './grid-flows'
import { askReports } from './report-due'
import { dropTold } from './told-statements'

/** What was deleted, as intake tells it: one fact for each dataset of the message. */
export interface ErasedTold {
  readonly participant: string
  readonly dataset: number
  readonly recordedAt: string
  readonly under: string
  readonly at: string
}

/**
 * Deletes what was derived of a dataset: its statements, the comparisons that they entered, and every report of its sender's agreements
 * since then, because each shows all comparisons of its time. Gives the agreements whose comparisons have to be made anew.
 */
export async function eraseStatements(tx: Tx, told: ErasedTold): Promise<readonly string[]> {
  const { dataset, participant, recordedAt, under } = told
  const [known] = await rowsOfQuery<{ kept: boolean }>(
    tx,
    'select kept from dataset where position = $1',
    [dataset],
  )
  // Nobody had agreed to compare them: intake never gave them away.
  if (known?.kept !== true) return []
  await deleteSums(tx, [dataset])
  await tx.query('delete from statement where position = $1', [dataset])
  await dropTold(tx, [dataset])
  await tx.query('delete from pair where origin_position = $1 or destination_position = $1', [
    dataset,
  ])
  const reports = await rowsOfQuery<{ agreement: string; statements: readonly string[] | null }>(
    tx,
    selectReports,
    [participant, recordedAt],
  )
  const positions = reports.flatMap(({ statements }) => (statements ?? []).map(Number))
  await withdrawStatements(tx, positions, new Date(told.at))
  const emptied = await rowsOfQuery<Round>(tx, emptyReports, [participant, recordedAt, under])
  // What is left of those rounds is reported anew.
  await askReports(tx, emptied, new Date(told.at))
  const agreements = await rowsOfQuery<{ id: string }>(tx, selectAgreements, [participant])
  return agreements.map(({ id }) => id)
}

const ofSender = `exists (select from agreement a where a.id = r.agreement
    and (a.terms -> 'parties' @> jsonb_build_array(jsonb_build_object('participant', $1::text)) or $1 = any(a.parties)))
  and r.made_at >= $2::timestamptz and r.deleted_under is null`

const selectReports = `
select r.agreement, array(select o.position from outbox o
  where o.position >= r.position and o.position < r.position + 1024 and o.typ is not null and o.body = r.bytes) as statements
from report r where ${ofSender}`

const emptyReports = `
with emptied as (update report r set bytes = '', deleted_under = $3 where ${ofSender} returning agreement, contract, period)
select distinct agreement, contract, period from emptied where period <> ''`

const selectAgreements = 'select id from agreement where $1 = any(parties) order by id'
