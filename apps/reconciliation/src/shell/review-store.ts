// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store, type Tx } from '@corridor/platform'
import type { Round } from '../domain/round'
import type { ReviewCase } from '../domain/review/case-state'
import { caseDueAt } from '../domain/review/decide-case'
import { reportDueAt } from '../domain/review/decide-report'
import type { ReviewReport } from '../domain/review/report-state'
import { reviewedReport } from '../domain/review/reviewed-report'
import type { RoundAfter, RoundFact } from '../domain/review/round'

/** What an act came with: the bytes that were signed, the signature, and the key as the register knew it. */
export interface ReviewEvidence {
  readonly bytes: Uint8Array
  readonly signature: string
  readonly key: object
}

/** A fact with its number among those of its case or report. */
export type NumberedFact = RoundFact & { readonly number: number }

/** Loads a round. One decision at a time: it stays locked to the end of the transaction, also where there is none yet. */
export async function loadRound(
  tx: Tx,
  { agreement, contract, period }: Round,
): Promise<{ readonly report: ReviewReport | null; readonly cases: readonly ReviewCase[] }> {
  await lockRounds(tx, [{ agreement, contract, period }])
  const cases = await rowsOfQuery<{ state: ReviewCase }>(
    tx,
    'select state from review_case where agreement = $1 and period = $2 and contract = $3 order by opened_at, id',
    [agreement, period, contract],
  )
  const [report] = await rowsOfQuery<{ state: ReviewReport }>(
    tx,
    'select state from review_report where agreement = $1 and period = $2 and contract = $3 order by version desc limit 1',
    [agreement, period, contract],
  )
  return { report: report?.state ?? null, cases: cases.map(({ state }) => state) }
}

/** Writes what has happened in a round, in order, and what it comes to. `source` is the hub's report of a version that begins. */
export async function saveRound(
  tx: Tx,
  { round, facts }: RoundAfter,
  { source, evidence }: { readonly source?: Uint8Array; readonly evidence?: ReviewEvidence },
): Promise<readonly NumberedFact[]> {
  const own = facts.findIndex(({ fact }) => fact.by !== null)
  const numbered: NumberedFact[] = []
  for (const [at, fact] of facts.entries()) {
    const signed = at === own ? evidence : undefined
    numbered.push(
      await (fact.of === 'case'
        ? saveCase(tx, fact, signed)
        : saveReport(tx, fact, { source, signed })),
    )
  }
  await keepReviewed(tx, round.report, round.cases)
  await markInvestigated(tx, round.cases)
  return numbered
}

/** Holds rounds to the end of the transaction, in one order, so that two that hold several do not wait for each other. */
export async function lockRounds(tx: Tx, rounds: readonly Round[]): Promise<void> {
  const names = rounds.map(({ agreement, period }) => `review ${agreement} ${period}`)
  for (const name of [...new Set(names)].toSorted())
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [name])
}

async function saveCase(
  tx: Tx,
  one: Extract<RoundFact, { of: 'case' }>,
  signed: ReviewEvidence | undefined,
): Promise<NumberedFact> {
  const { state, fact } = one
  const { id, agreement, period, status, version, openedAt, dueAt } = state
  await tx.query(upsertCase, [
    ...[id, agreement, state.about.contract, period, status, version, openedAt, dueAt],
    ...[caseDueAt(state), JSON.stringify(state)],
  ])
  const office = fact.fact === 'commented' && fact.audience === 'office' ? fact.office : null
  const edited = fact.fact === 'comment-edited' ? await officeOf(tx, id, fact.id) : office
  const number = await nextNumber(tx, 'review_case_event where id = $1', [id])
  await tx.query(insertCaseEvent, [
    ...[id, number, fact.fact, fact.by, fact.at, edited, JSON.stringify(fact)],
    ...evidenceColumns(signed),
  ])
  return { ...one, number }
}

// The words of a comment that only one office reads stay its own when they are changed.
async function officeOf(tx: Tx, id: string, comment: string): Promise<string | null> {
  const [row] = await rowsOfQuery<{ office: string | null }>(
    tx,
    `select office from review_case_event where id = $1 and fact = 'commented' and detail ->> 'id' = $2`,
    [id, comment],
  )
  return row?.office ?? null
}

async function saveReport(
  tx: Tx,
  one: Extract<RoundFact, { of: 'report' }>,
  how: { readonly source: Uint8Array | undefined; readonly signed: ReviewEvidence | undefined },
): Promise<NumberedFact> {
  const { state, fact } = one
  const { agreement, period, version, status } = state
  const key = [agreement, period, version]
  const due = reportDueAt(state)
  if (fact.fact === 'compared')
    await tx.query(insertReport, [
      ...[...key, state.contract, status, due, JSON.stringify(state)],
      how.source === undefined ? null : Buffer.from(how.source),
    ])
  else await tx.query(updateReport, [...key, status, due, JSON.stringify(state)])
  const number = await nextNumber(
    tx,
    'review_report_event where agreement = $1 and period = $2 and version = $3',
    key,
  )
  await tx.query(insertReportEvent, [
    ...[...key, number, fact.fact, fact.by, fact.at, JSON.stringify(fact)],
    ...evidenceColumns(how.signed),
  ])
  return { ...one, number }
}

const upsertCase = `
insert into review_case (id, agreement, contract, period, status, version, opened_at, term_until, due_at, state)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (id) do update set status = excluded.status, version = excluded.version, term_until = excluded.term_until,
  due_at = excluded.due_at, state = excluded.state`

const insertCaseEvent = `
insert into review_case_event (id, number, fact, by, at, office, detail, bytes, signature, key)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

const insertReport = `
insert into review_report (agreement, period, version, contract, status, due_at, state, source)
values ($1, $2, $3, $4, $5, $6, $7, $8)`

const updateReport = `
update review_report set status = $4, due_at = $5, state = $6 where agreement = $1 and period = $2 and version = $3`

const insertReportEvent = `
insert into review_report_event (agreement, period, version, number, fact, by, at, detail, bytes, signature, key)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

function evidenceColumns(signed: ReviewEvidence | undefined): readonly (Buffer | string | null)[] {
  if (signed === undefined) return [null, null, null]
  return [Buffer.from(signed.bytes), signed.signature, JSON.stringify(signed.key)]
}

async function nextNumber(tx: Tx, where: string, key: readonly unknown[]): Promise<number> {
  const [row] = await rowsOfQuery<{ next: number }>(
    tx,
    `select coalesce(max(number), 0) + 1 as next from ${where}`,
    [...key],
  )
  return row?.next ?? 1
}

// The text that is offered for signature stays as it was once it is signed; a version in review has none.
async function keepReviewed(
  tx: Tx,
  report: ReviewReport,
  cases: readonly ReviewCase[],
): Promise<void> {
  const { agreement, period, version, digest } = report
  const { text, digest: now } = reviewedReport(report, cases)
  if (digest !== null && digest !== now) return
  await tx.query(
    `update review_report set reviewed = $4 where agreement = $1 and period = $2 and version = $3 and deleted_under is null`,
    [agreement, period, version, digest === null ? null : text],
  )
}

// Nothing is learnt from what is under investigation.
async function markInvestigated(tx: Tx, cases: readonly ReviewCase[]): Promise<void> {
  for (const { agreement, period, figures } of cases) {
    const open = Object.values(figures).map(
      ({ key, state }) => [key, isOpen(state.status)] as const,
    )
    await tx.query(
      `update pair p set investigated = u.open from unnest($3::text[], $4::bool[]) as u (key, open)
       where p.agreement = $1 and p.period = $2 and p.origin || '.' || p.destination || '.' || p.breakdown = u.key
         and p.investigated <> u.open`,
      [agreement, period, open.map(([key]) => key), open.map(([, is]) => is)],
    )
  }
}

function isOpen(status: string): boolean {
  return status === 'open' || status === 'proposed' || status === 'countered'
}

/** Rounds that the clock may have changed by an instant, those due for longest first. */
export async function roundsDue(store: Store, at: Date, most: number): Promise<readonly Round[]> {
  return rowsOfQuery<Round>(
    store,
    `select agreement, contract, period from (
       select agreement, contract, period, due_at from review_case where due_at <= $1
       union all select agreement, contract, period, due_at from review_report where due_at <= $1) due
     group by agreement, contract, period order by min(due_at) limit $2`,
    [at, most],
  )
}

/** The round of a case, or of a version of a report; undefined where the agreement has none such. */
export async function roundOf(
  tx: Tx,
  agreement: string,
  thing: { readonly case: string } | { readonly period: string; readonly version: number },
): Promise<Round | undefined> {
  const [row] =
    'case' in thing
      ? await rowsOfQuery<Round>(
          tx,
          'select agreement, contract, period from review_case where agreement = $1 and id = $2',
          [agreement, thing.case],
        )
      : await rowsOfQuery<Round>(
          tx,
          'select agreement, contract, period from review_report where agreement = $1 and period = $2 and version = $3',
          [agreement, thing.period, thing.version],
        )
  return row
}

/** How many cases an agreement has of a period, of whatever contract. The caller holds the round. */
export async function casesKnown(tx: Tx, { agreement, period }: Round): Promise<number> {
  const [row] = await rowsOfQuery<{ known: number }>(
    tx,
    `select coalesce(max(substring(id from '[0-9]+$')::int), 0) as known from review_case where agreement = $1 and period = $2`,
    [agreement, period],
  )
  return row?.known ?? 0
}
