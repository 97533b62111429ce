// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, withdrawStatements, type Tx } from '@corridor/platform'
import type { Round } from '../domain/round'
import type { ErasedTold } from './erase-statements'
import { lockRounds } from './review-store'

/**
 * Deletes what the review kept of a dataset: the figures of its cases with all that was said and signed about them, and the text of every
 * report that was reviewed or signed since. The cases stay without figures; what is left of their rounds is compared anew.
 */
export async function eraseReviews(tx: Tx, told: ErasedTold): Promise<void> {
  const { participant, recordedAt, dataset, under } = told
  const rounds = await rowsOfQuery<Round>(tx, selectRounds, [participant, recordedAt])
  if (rounds.length === 0) return
  await lockRounds(tx, rounds)
  const touched = await rowsOfQuery<{ id: string }>(tx, emptyCases, [participant, dataset])
  const ids = touched.map(({ id }) => id)
  await tx.query(emptyEvents, [ids])
  const statements = await rowsOfQuery<{ position: string }>(tx, selectStatements, [
    participant,
    recordedAt,
    ids,
  ])
  const positions = statements.map(({ position }) => Number(position))
  await withdrawStatements(tx, positions, new Date(told.at))
  await tx.query(emptyReports, [participant, recordedAt, under])
}

const ofSender = `exists (select from agreement a where a.id = r.agreement
    and (a.terms -> 'parties' @> jsonb_build_array(jsonb_build_object('participant', $1::text)) or $1 = any(a.parties)))`

const sinceThen = `${ofSender} and (r.state ->> 'since')::timestamptz >= $2::timestamptz and r.deleted_under is null`

const selectRounds = `select distinct agreement, contract, period from review_report r where ${sinceThen}`

// A case that had figures and has none is over: nobody has to answer for what is not there.
const emptyCases = `
with emptied as (update review_case r set status = 'corrected', due_at = null,
  state = r.state || '{"figures": {}, "answers": {}, "proposed": [], "status": "corrected"}'::jsonb
where ${ofSender} and exists (select from jsonb_each(r.state -> 'figures') f
  where (f.value -> 'origin' ->> 'position')::bigint = $2 or (f.value -> 'destination' ->> 'position')::bigint = $2)
returning id)
select id from emptied`

const emptyEvents = `
update review_case_event set detail = '{}', bytes = null, signature = null where id = any($1::text[])`

// Notices name their case; signed reports are those of the rounds.
const selectStatements = `
select o.position from outbox o where o.typ = 'corridor-report' and o.withdrawn_at is null and (
  exists (select from unnest($3::text[]) as id where position(convert_to('"case":"' || id || '"', 'UTF8') in o.body) > 0)
  or exists (select from review_report r where r.signed = o.body and ${sinceThen}))`

const emptyReports = `
update review_report r set source = '', reviewed = null, signed = case when signed is null then null else ''::bytea end,
  deleted_under = $3 where ${sinceThen}`
