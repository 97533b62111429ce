// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'
import { deleted } from './erasures-reading'
import type { SealedText } from './reading'
import { whileInForce } from './while-in-force'

/** A case in a list. */
export interface CaseLine {
  readonly id: string
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly status: string
  readonly version: number
  readonly openedAt: string
  readonly dueAt: string
  readonly about: {
    readonly kind: string
    readonly origin?: string
    readonly destination?: string
    readonly reporter?: string
  }
  readonly sides: readonly string[]
  readonly silent: readonly string[]
  readonly figures: number
  readonly unsettled: number
  /** Sides for whom something waits: an open figure, or what another one has proposed. */
  readonly waiting: readonly string[]
}

/** A side of a figure: persons, and where its message stands in the record. */
interface SideRow {
  readonly value: number | null
  readonly position: number | null
}

/** A figure of a case. */
export interface CaseFigureRow {
  readonly key: string
  readonly sides: readonly [string, string]
  readonly origin: SideRow
  readonly destination: SideRow
  readonly difference: number | null
  readonly state: {
    readonly status: string
    readonly proposal?: {
      readonly value: number | null
      readonly causes: readonly { readonly cause: string; readonly persons: number | null }[]
      readonly adjustment: { readonly kind: string; readonly until: string | null } | null
      readonly reason: string
      readonly by: string
      readonly at: string
    }
    readonly agreedBy?: string
    readonly agreedAt?: string
  }
  readonly proposedCauses: readonly ProposedRow[]
}

/** A cause that the hub proposes, with what in the figures suggests it. */
interface ProposedRow {
  readonly cause: string
  readonly evidence: string
  readonly persons: number | null
}

/** Something that happened; `by` null is the hub. */
export interface EventRow {
  readonly number: number
  readonly fact: string
  readonly by: string | null
  readonly at: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly act: string | null
  readonly signature: string | null
}

/** A case whole. */
export interface CaseRow extends CaseLine {
  readonly basis: { readonly expectation: number | null; readonly rules: readonly string[] }
  readonly cells: Readonly<Record<string, CaseFigureRow>>
  readonly answers: Readonly<
    Record<
      string,
      { readonly causes: readonly string[]; readonly text: string; readonly at: string }
    >
  >
  readonly proposedCauses: readonly ProposedRow[]
  readonly closing: readonly string[]
  readonly acted: readonly string[]
  readonly events: readonly EventRow[]
}

// The parties, their committee, and whom the agreement names: to anybody else cases and reports do not exist.
const seenBy = '($1 = any(parties) or committee = $1 or $1 = any(readers))'

const caseColumns = `id, agreement, contract, period, status, version, to_json(opened_at) #>> '{}' as "openedAt",
  to_json(term_until) #>> '{}' as "dueAt", state -> 'about' as about, state -> 'sides' as sides, state -> 'silent' as silent,
  (select count(*)::int from jsonb_each(state -> 'figures')) as figures,
  (select count(*)::int from jsonb_each(state -> 'figures') f where f.value -> 'state' ->> 'status' in ('open', 'proposed', 'countered'))
    as unsettled,
  (select coalesce(jsonb_agg(s.side), '[]') from jsonb_array_elements_text(state -> 'sides') s (side)
    where exists (select from jsonb_each(state -> 'figures') f
      where f.value -> 'sides' @> to_jsonb(s.side) and f.value -> 'state' ->> 'status' in ('open', 'proposed', 'countered')
        and f.value -> 'state' -> 'proposal' ->> 'by' is distinct from s.side)) as waiting`

/** The cases that an actor may see, those due first. */
export async function casesOf(
  store: Store,
  actor: Actor,
  agreement: string | null,
): Promise<readonly CaseLine[]> {
  return rowsOfQuery<CaseLine>(
    store,
    `select ${caseColumns} from reconciliation.case_v1
     where ${seenBy} and ($2::text is null or agreement = $2) order by term_until, id limit 1000`,
    [actor.participant, agreement],
  )
}

// What the hub proposes stands with the comparison, and is of the figures as they are now. Where one is hidden it names no amounts.
const cellsOfCase = `select jsonb_object_agg(f.key, f.value #- '{origin,stated}' #- '{destination,stated}'
    || jsonb_build_object('proposedCauses', coalesce(p.causes, '[]')))
  from jsonb_each(c.state -> 'figures') f left join reconciliation.pair_v1 p
    on p.agreement = c.agreement and p.contract = c.contract and p.period = c.period
    and p.origin = f.value -> 'sides' ->> 0 and p.destination = f.value -> 'sides' ->> 1
    and f.key = concat_ws('.', p.origin, p.destination, p.breakdown)`

/** One case whole, with what has happened to it that the actor may read; null where there is none for it. */
export async function caseOf(store: Store, actor: Actor, id: string): Promise<CaseRow | null> {
  const [found] = await rowsOfQuery<Omit<CaseRow, 'events'>>(
    store,
    `select ${caseColumns}, state -> 'basis' as basis, (${cellsOfCase}) as cells, coalesce(state -> 'proposed', '[]') as "proposedCauses", state -> 'answers' as answers,
       state -> 'closing' as closing, state -> 'acted' as acted
     from reconciliation.case_v1 c where ${seenBy} and id = $2`,
    [actor.participant, id],
  )
  if (found === undefined) return null
  await whileInForce(store, found.agreement)
  return { ...found, events: await eventsOf(store, actor, id) }
}

// An office's own comments are its own: numbers are given after they are left out, or gaps would tell of them.
async function eventsOf(store: Store, actor: Actor, id: string): Promise<readonly EventRow[]> {
  return rowsOfQuery<EventRow>(
    store,
    `select row_number() over (order by e.number)::int as number, fact, by, to_json(at) #>> '{}' as at, detail,
       convert_from(bytes, 'UTF8') as act, signature
     from reconciliation.case_event_v1 e
     where id = $1 and (office is null or (by = $2 and office = $3)) order by e.number`,
    [id, actor.participant, actor.office],
  )
}

/** A version of a report in review. */
export interface ReviewLine {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  readonly status: string
  readonly digest: string | null
  readonly dueAt: string
  readonly overdue: boolean
  readonly mark: string | null
  readonly parties: readonly string[]
  /** Those of which two people sign. */
  readonly twoSign: readonly string[]
  readonly returned: { readonly by: string; readonly reason: string } | null
  readonly signatures: readonly { readonly participant: string; readonly at: string }[]
}

/** One version whole: what there is to sign, as text, and every move. */
export interface ReviewRow extends ReviewLine {
  readonly reviewed: string | null
  readonly events: readonly EventRow[]
}

const reviewColumns = `agreement, contract, period, version, status, state ->> 'digest' as digest, state ->> 'dueAt' as "dueAt",
  (state ->> 'overdue')::bool as overdue, state ->> 'mark' as mark, state -> 'parties' as parties, state -> 'returned' as returned,
  coalesce(state -> 'twoSign', '[]') as "twoSign",
  (select coalesce(jsonb_agg(jsonb_build_object('participant', s -> 'participant', 'at', s -> 'at', 'kid', s -> 'person' -> 'kid')), '[]')
    from jsonb_array_elements(state -> 'signatures') s) as signatures`

/** Where the newest version of each report stands that an actor may see. */
export async function reviewsOf(store: Store, actor: Actor): Promise<readonly ReviewLine[]> {
  return rowsOfQuery<ReviewLine>(
    store,
    `select distinct on (agreement, contract, period) ${reviewColumns} from reconciliation.review_report_v1
     where ${seenBy} order by agreement, contract, period, version desc limit 1000`,
    [actor.participant],
  )
}

/** Which version of a report. */
export interface ReviewAsked {
  readonly agreement: string
  readonly period: string
  /** Null: the newest. */
  readonly version: number | null
}

/** One version, with the text that there is to sign and every move; null where there is none for the actor. */
export async function reviewOf(
  store: Store,
  actor: Actor,
  { agreement, period, version }: ReviewAsked,
): Promise<ReviewRow | null> {
  const [found] = await rowsOfQuery<Omit<ReviewRow, 'events'>>(
    store,
    `select ${reviewColumns}, reviewed from reconciliation.review_report_v1
     where ${seenBy} and agreement = $2 and period = $3 and ($4::int is null or version = $4) order by version desc limit 1`,
    [actor.participant, agreement, period, version],
  )
  if (found === undefined) return null
  if (found.status !== 'released') await whileInForce(store, agreement)
  const events = await rowsOfQuery<EventRow>(
    store,
    `select number, fact, by, to_json(at) #>> '{}' as at, detail, convert_from(bytes, 'UTF8') as act, signature
     from reconciliation.review_report_event_v1 where agreement = $1 and period = $2 and version = $3 order by number`,
    [agreement, period, found.version],
  )
  return { ...found, events }
}

/** The newest report that all have signed, as the hub sealed it; null where there is none for the actor. */
export async function signedReportOf(
  store: Store,
  actor: Actor,
  { agreement, period, version }: ReviewAsked,
): Promise<SealedText | null> {
  const [row] = await rowsOfQuery<SealedText & { readonly under: string | null }>(
    store,
    `select sealed_by as signature, convert_from(signed, 'UTF8') as payload, deleted_under as under
     from reconciliation.review_report_v1
     where ${seenBy} and agreement = $2 and period = $3 and ($4::int is null or version = $4) and sealed_by is not null
     order by version desc limit 1`,
    [actor.participant, agreement, period, version],
  )
  if (row === undefined) return null
  const { under, ...text } = row
  if (under !== null) throw deleted(under)
  return text
}
