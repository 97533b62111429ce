// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { AgreementStatus, Standing } from '@corridor/policy'
import type { Actor } from './actor'
import { deleted } from './erasures-reading'
import { recipientsOf } from './own-recipient'
import { whileInForce } from './while-in-force'

/** An agreement as its parties, its committee and the operator see it. */
export interface AgreementRow {
  readonly id: string
  readonly state: AgreementStatus
  readonly terms: Agreement
  readonly digest: string
  readonly revision: number
  /** `sha-256(salt.digest)` stands in the journal. */
  readonly salt: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly parties: readonly string[]
  readonly reservations: Standing['reservations']
  readonly accessions: readonly {
    readonly participant: string
    readonly consents: readonly string[]
  }[]
  readonly notices: readonly string[]
  readonly suspendedBy: readonly string[]
  readonly until: string | null
  readonly inForceAt: string | null
  readonly endedAt: string | null
  readonly lastAct: {
    readonly act: string
    readonly by: string | null
    readonly at: string
    readonly reason: string | null
  }
  readonly signatures: readonly {
    readonly participant: string
    readonly kid: string
    readonly signature: string
    readonly with: 'office-key' | 'passkey'
    readonly signedAt: string
  }[]
}

/**
 * Agreements that an actor is a party to or was, or whose committee it is; to sign in force and open ones that it may join. The
 * operator keeps the register and sees all terms.
 */
export async function agreementsOf(store: Store, actor: Actor): Promise<readonly AgreementRow[]> {
  return rowsOfQuery<AgreementRow>(
    store,
    `select id, state, terms, digest, revision, salt, proposed_by as "proposedBy", to_json(proposed_at) #>> '{}' as "proposedAt",
       parties, reservations, accessions, notices, suspended_by as "suspendedBy", to_json(until) #>> '{}' as until,
       to_json(in_force_at) #>> '{}' as "inForceAt", to_json(ended_at) #>> '{}' as "endedAt", last_act as "lastAct", signatures
     from access.agreement_v1 where ${seenBy} order by id`,
    [actor.participant, actor.kind],
  )
}

// Who has asked to join, or has left, knows of it; who could join an open one has to read it first.
const seenBy = `($1 = any(parties) or terms -> 'parties' @> jsonb_build_array(jsonb_build_object('participant', $1::text))
  or terms ->> 'committee' = $1 or $2 = 'operator'
  or ($2 = 'state' and state = 'in-force' and terms -> 'accession' ->> 'rule' = 'with-consent'))`

/** What has happened to an agreement, with what was signed and by whom. */
export interface ActRow {
  readonly number: number
  readonly act: string
  readonly by: string | null
  readonly at: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly kid: string | null
  readonly bytes: string | null
  readonly signature: string | null
  readonly signedWith: 'office-key' | 'passkey' | null
  readonly signerName: string | null
  readonly signerOffice: string | null
}

/** What has happened to an agreement that an actor may see, oldest first; undefined where there is none. */
export async function actsOf(
  store: Store,
  actor: Actor,
  id: string,
): Promise<readonly ActRow[] | undefined> {
  if (!(await maySeeAgreement(store, actor, id))) return undefined
  return rowsOfQuery<ActRow>(
    store,
    `select a.number, a.act, a.by, to_json(a.at) #>> '{}' as at, a.detail, a.kid, a.bytes, a.signature, a.signed_with as "signedWith",
       coalesce(k.holder, p.person_name) as "signerName", coalesce(k.office, p.office) as "signerOffice"
     from access.agreement_act_v1 a left join access.signing_key_v1 k on k.kid = a.kid and a.signed_with = 'office-key'
       left join access.passkey_v1 p on p.kid = a.kid and a.signed_with = 'passkey'
     where a.agreement = $1 order by a.number`,
    [id],
  )
}

/** True where an actor may see an agreement. */
export async function maySeeAgreement(store: Store, actor: Actor, id: string): Promise<boolean> {
  const seen = await rowsOfQuery<{ id: string }>(
    store,
    `select id from access.agreement_v1 where ${seenBy} and id = $3`,
    [actor.participant, actor.kind, id],
  )
  return seen.length > 0
}

/** An actor's own receipts and refusals, newest first. */
export async function receiptsOf(store: Store, actor: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select case when code is null then 'accepted' else 'refused' end as statement, id, position::float8 as position, contract,
       version, digest, rows, to_json(received_at) #>> '{}' as "receivedAt", code, detail
     from intake.receipt_v1 where participant = $1 order by received_at desc, position desc limit 1000`,
    [actor.participant],
  )
}

/** Deliveries that an actor sent or received. */
export async function deliveriesOf(store: Store, actor: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select agreement, clause, dataset::float8 as dataset, sender, recipient, rows, digest, to_json(released_at) #>> '{}' as "releasedAt",
       to_json(acknowledged_at) #>> '{}' as "acknowledgedAt", state
     from delivery.release_v1 where sender = $1 or recipient = any($2::text[]) order by released_at desc limit 1000`,
    [actor.participant, recipientsOf(actor)],
  )
}

/** Deliveries that are not carried any more until the operator sends them again, oldest first. */
export async function deadDeliveries(store: Store): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select recipient, number::float8 as number, kind, digest, failures, failure, to_json(dead_at) #>> '{}' as "deadAt"
     from delivery.dead_v1 order by dead_at limit 1000`,
  )
}

/** Where a recipient's deliveries are posted. */
export async function webhookOf(store: Store, actor: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select participant as recipient, url, to_json(registered_at) #>> '{}' as "registeredAt", after::float8 as after, failures, problem,
       to_json(next_try_at) #>> '{}' as "nextTryAt", to_json(ended_at) #>> '{}' as "endedAt"
     from delivery.webhook_v1 where participant = any($1::text[]) order by participant`,
    [recipientsOf(actor)],
  )
}

/** A report in a list. */
export interface ReportLine {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  readonly parties: readonly string[]
  readonly madeAt: string
  readonly cells: number
  readonly rows: number
  readonly outside: number
  /** Of those, figures that somebody must answer for. */
  readonly matters: number
}

/** The newest report of each agreement and period that an actor may see: its parties and their committee, nobody else. */
export async function reportsOf(store: Store, actor: Actor): Promise<readonly ReportLine[]> {
  return rowsOfQuery<ReportLine>(
    store,
    `select distinct on (agreement, contract, period) agreement, contract, period, version, parties, to_json(made_at) #>> '{}' as "madeAt",
       cells, rows, outside, matters
     from reconciliation.report_v1 where $1 = any(parties) or committee = $1 order by agreement, contract, period, version desc`,
    [actor.participant],
  )
}

/** A statement exactly as it was sealed. */
export interface SealedText {
  readonly signature: string
  readonly payload: string
}

/** One report as sealed: the newest of the last period unless a period or a version is asked for. */
export async function sealedReport(
  store: Store,
  actor: Actor,
  which: { agreement: string; period: string | null; version: number | null },
): Promise<SealedText | null> {
  const [row] = await rowsOfQuery<DeletableText>(
    store,
    `select signature, convert_from(bytes, 'UTF8') as payload, deleted_under as under from reconciliation.report_v1
     where agreement = $2 and ($1 = any(parties) or committee = $1) and ($3::int is null or version = $3)
       and ($4::text is null or period = $4) and signature is not null
     order by deleted_under is not null, period desc, version desc limit 1`,
    [actor.participant, which.agreement, which.version, which.period],
  )
  const report = readable(row)
  if (report !== null) await whileInForce(store, which.agreement)
  return report
}

/** The newest feed of the region that an actor speaks for. */
export async function feedsOf(store: Store, actor: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select region, version, to_json(made_at) #>> '{}' as "madeAt" from aggregation.feed_v1 where region = $1 order by version desc limit 1`,
    [actor.participant],
  )
}

/** A region's newest feed as sealed. */
export async function sealedFeed(
  store: Store,
  actor: Actor,
  region: string,
): Promise<SealedText | null> {
  if (region !== actor.participant) return null
  const [row] = await rowsOfQuery<DeletableText>(
    store,
    `select signature, convert_from(bytes, 'UTF8') as payload, deleted_under as under from aggregation.feed_v1
     where region = $1 and signature is not null order by deleted_under is not null, version desc limit 1`,
    [region],
  )
  return readable(row)
}

interface DeletableText extends SealedText {
  /** What it was deleted under; null while it is there. */
  readonly under: string | null
}

function readable(row: DeletableText | undefined): SealedText | null {
  if (row === undefined) return null
  const { under, ...text } = row
  if (under !== null) throw deleted(under)
  return text
}

/** Lines of the journal: digests, for everybody enrolled. */
export async function journalFrom(
  store: Store,
  place: { from: number; limit: number },
): Promise<object> {
  const links = await rowsOfQuery<object>(
    store,
    `select position::float8 as position, kind, digest,
       to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, hash
     from journal.entry_v1 where position >= $1 order by journal.entry_v1.position limit $2`,
    [place.from, place.limit],
  )
  const [end] = await rowsOfQuery<object>(
    store,
    'select position::float8 as position, hash from journal.entry_v1 e order by e.position desc limit 1',
  )
  return { links, end: end ?? null }
}

/** Names of all participants, for showing them. */
export async function namesOf(store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOfQuery<{ id: string; name: string }>(
    store,
    'select id, name from access.participant_v1',
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** An actor's own figures that wait for its comment, were stopped, or have waited; newest first. */
export async function commentPeriodsOf(store: Store, actor: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select submission, contract, recipient, dataset::float8 as dataset, to_json(until) #>> '{}' as until,
       to_json(stopped_at) #>> '{}' as "stoppedAt", reason,
       case when stopped_at is not null then 'stopped' when over then 'over' else 'waiting' end as state
     from delivery.comment_period_v1 where sender = $1 order by until desc limit 1000`,
    [actor.participant],
  )
}
