// SPDX-License-Identifier: Apache-2.0
import { seal, type StatementType } from '@corridor/message'
import { rowsOfQuery } from '@corridor/platform'
import type { Edge } from './edge'

/** What a statement says of a message. */
export type StatementWord = 'received' | 'refused' | 'accepted' | 'withdrawn' | 'delivered'

/** A signed statement as it travels: the signature and the very bytes, so that it is verified anywhere and for ever. */
export interface SignedStatement {
  readonly statement: StatementWord
  readonly at: string
  readonly recipient: string | null
  readonly digest: string
  readonly signature: string
  readonly payload: string
}

/** A message and what the hub has stated of it. */
export interface SubmissionShown {
  readonly id: string | null
  /** The newest statement; `pending` where there is none yet. */
  readonly state: StatementWord | 'pending'
  readonly digest: string | null
  readonly position: number | null
  /** In the order of their instants. */
  readonly statements: readonly SignedStatement[]
  /** The newest statement once more, for who wants one answer. */
  readonly signature?: string
  readonly payload?: string
}

interface StatementRow {
  readonly submission_id: string | null
  readonly digest: string
  readonly statement: StatementWord
  readonly at: Date
  readonly recipient: string | null
  readonly typ: StatementType
  readonly bytes: Buffer
  readonly position: string | null
}

// Deliveries are stated by delivery, everything else by intake.
const columns = `submission_id, digest, statement, at, recipient, typ, bytes, position from (
  select participant, submission_id, digest, seal_digest, statement, at, recipient, typ, bytes, position from intake.statement_v1
  union all
  select participant, submission_id, digest, null, statement, at, recipient, 'corridor-receipt', bytes, null from delivery.statement_v1
) as stated`
const mostStatements = 1_000

/** What is stated of a participant's message, by the participant's own id; null where the hub knows of none. */
export async function submissionById(
  edge: Edge,
  participant: string,
  id: string,
): Promise<SubmissionShown | null> {
  const rows = await rowsOfQuery<StatementRow>(
    edge.store,
    `select ${columns} where participant = $1 and submission_id = $2 order by at limit ${String(mostStatements)}`,
    [participant, id],
  )
  return rows.length === 0 ? null : shown(edge, id, rows)
}

/** What is stated of these very bytes under this signature; null while nothing is. */
export async function submissionBySeal(
  edge: Edge,
  participant: string,
  message: { readonly id: string | null; readonly digest: string; readonly sealDigest: string },
): Promise<SubmissionShown | null> {
  const rows = await rowsOfQuery<StatementRow>(
    edge.store,
    // In each part of the view one of the two is asked by a key.
    `select ${columns} where participant = $1 and digest = $2
       and case when statement = 'refused' then seal_digest = $3 else submission_id = $4 end
     order by at limit ${String(mostStatements)}`,
    [participant, message.digest, message.sealDigest, message.id],
  )
  return rows.length === 0 ? null : shown(edge, message.id, rows)
}

/** A page of a participant's messages, newest first. */
export interface SubmissionPage {
  readonly state: StatementWord | null
  /** The instant after which to go on, as `next` of the page before told. */
  readonly before: string | null
  readonly limit: number
}

/** A participant's messages with their newest statement, without the signed bytes. */
export async function submissionsOf(
  edge: Edge,
  participant: string,
  { state, before, limit }: SubmissionPage,
): Promise<{ readonly submissions: readonly object[]; readonly next: string | null }> {
  const rows = await rowsOfQuery<{ readonly cursor: string }>(edge.store, selectPage, [
    participant,
    state,
    before,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  return {
    submissions: page.map(({ cursor: _, ...row }) => row),
    next: rows.length > limit ? (page.at(-1)?.cursor ?? null) : null,
  }
}

const selectPage = `
select id, state, digest, position, at, to_char(moment at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as cursor from (
  select distinct on (digest, coalesce(submission_id, digest)) submission_id as id, statement as state, digest,
    position::float8 as position, to_json(at) #>> '{}' as at, at as moment
  from intake.statement_v1 where participant = $1
  order by digest, coalesce(submission_id, digest), at desc
) as newest
where ($2::text is null or state = $2) and ($3::timestamptz is null or moment < $3)
order by moment desc limit $4`

async function shown(
  edge: Edge,
  id: string | null,
  rows: readonly StatementRow[],
): Promise<SubmissionShown> {
  const statements = await Promise.all(rows.map((row) => signed(edge, row)))
  const newest = statements.at(-1)
  const last = rows.at(-1)
  const position = rows.find((row) => row.position !== null)?.position ?? null
  return {
    id: id ?? last?.submission_id ?? null,
    state: newest?.statement ?? 'pending',
    digest: last?.digest ?? null,
    position: position === null ? null : Number(position),
    statements,
    ...(newest === undefined ? {} : { signature: newest.signature, payload: newest.payload }),
  }
}

// Ed25519 signs the same bytes with the same key to the same signature: it is the one that went over the bus.
async function signed(edge: Edge, row: StatementRow): Promise<SignedStatement> {
  const { hubId, keys } = edge.environment
  const { signature } = await seal(row.bytes, { typ: row.typ, aud: hubId }, keys.signer)
  return {
    statement: row.statement,
    at: row.at.toISOString(),
    recipient: row.recipient,
    digest: row.digest,
    signature,
    payload: row.bytes.toString('utf8'),
  }
}
