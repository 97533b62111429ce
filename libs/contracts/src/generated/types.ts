// SPDX-License-Identifier: Apache-2.0
// Generated from contracts/ by libs/contracts/generate/main.mjs: change the contract, then run `npm run generate`.

/** A scalar where all rows agree, or an array with an entry for each row. */
export type Column<Value> = Value | readonly Value[]

/** Moves among the members, a row for each period. */
export interface AggregateMoves {
  readonly rows: number
  readonly period: readonly string[]
  readonly asReportedByOrigins: readonly (number | null)[]
  readonly asReportedByDestinations: readonly (number | null)[]
}

/** Moves from the other members and to them, a row for each member and period. */
export interface AggregateByMember {
  readonly rows: number
  readonly member: readonly string[]
  readonly period: readonly string[]
  readonly fromMembers: readonly (number | null)[]
  readonly toMembers: readonly (number | null)[]
}

/** Moves among the members of a region, as reported by each side, from the states that consented. Never net migration. */
export interface Aggregate {
  readonly region: string
  readonly version: number
  readonly madeAt: string
  readonly members: readonly string[]
  readonly consented: readonly string[]
  readonly corridors: number
  readonly moves: AggregateMoves
  readonly byMember: AggregateByMember
}

/** The first and the last day on which the agreement is in force. */
export interface Term {
  readonly from: string
  readonly until: string
}

/** The first and the last period that the clause covers. */
export interface Periods {
  readonly from: string
  readonly until: string
}

/** A direction of moves. */
export interface Corridor {
  readonly origin: string
  readonly destination: string
}

/** For each breakdown: the totals only, or all of it. */
export interface Breakdowns {
  readonly sex: 'total' | 'all'
  readonly age: 'total' | 'all'
  readonly occupation: 'total' | 'all'
  readonly sector: 'total' | 'all'
  readonly stay: 'total' | 'all'
}

/** One party gives the other its figures on these corridors. */
export interface ShareClause {
  readonly id: string
  readonly kind: 'share'
  readonly from: string
  readonly to: string
  readonly contract: 'migration-flow'
  readonly periods?: Periods
  readonly corridors: readonly Corridor[]
  readonly breakdowns: Breakdowns
}

/** How figures are protected before they are handed over. */
export interface ProtectClause {
  readonly id: string
  readonly kind: 'protect'
  readonly rule: 'published-figures-no-protection'
}

/** How far two statements may lie apart. */
export interface Tolerance {
  readonly asymmetryPercent: number
}

/** The two sides' figures are compared, and a difference beyond the tolerance is shown. */
export interface ReconcileClause {
  readonly id: string
  readonly kind: 'reconcile'
  readonly contract: 'migration-flow'
  readonly tolerance: Tolerance
}

/** This party consents to its figures going into the aggregates of the region. */
export interface AggregateClause {
  readonly id: string
  readonly kind: 'aggregate'
  readonly contract: 'migration-flow'
  readonly from: string
}

/** What the parties agree, one clause a thing. */
export type AgreementClause = ShareClause | ProtectClause | ReconcileClause | AggregateClause

/** The terms that both sides sign, over their RFC 8785 bytes. */
export interface Agreement {
  readonly id: string
  readonly title: string
  readonly parties: readonly [string, string]
  readonly committee?: string
  readonly term: Term
  readonly clauses: readonly AgreementClause[]
}

/** How the reporter counts: whom, from which stay on, from which source. */
export interface Definition {
  readonly minimumStay: string
  readonly population: 'all' | 'nationals' | 'non-nationals' | 'workers'
  readonly source: 'register' | 'survey' | 'census' | 'permit' | 'border' | 'mirror' | 'not-stated'
  readonly partnerConcept: 'residence' | 'citizenship' | 'birth'
}

/** The figures of one submission that a clause of an agreement grants, in the columns of migration-flow. */
export interface Delivery {
  readonly agreement: string
  readonly clause: string
  readonly sender: string
  readonly contract: 'migration-flow'
  readonly version: string
  readonly commitment: string
  readonly recordedAt: string
  readonly definition: Definition
  readonly rows: number
  readonly reporter: Column<string>
  readonly direction: Column<'inflow' | 'outflow'>
  readonly origin: Column<string>
  readonly destination: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly stay: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
}

/** The office that speaks for a participant. */
export interface Office {
  readonly code: string
  readonly name: string
}

/** An Ed25519 public key (RFC 8037). */
export interface SigningKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}

/** An office takes its place with the one-time code that it was given, and shows its two public keys. */
export interface Enrolment {
  readonly code: string
  readonly participant: string
  readonly office: Office
  readonly signingKey: SigningKey
  readonly signinKey: string
}

/** A CloudEvent in structured mode; exactly its bytes are signed. */
export interface Envelope {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type:
    | 'corridor.submission.v1'
    | 'corridor.receipt.v1'
    | 'corridor.delivery.v1'
    | 'corridor.report.v1'
    | 'corridor.feed.v1'
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly dataschema: string
  readonly salt: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface MigrationFlow {
  readonly definition: Definition
  readonly rows: number
  readonly reporter: Column<string>
  readonly direction: Column<'inflow' | 'outflow'>
  readonly origin: Column<string>
  readonly destination: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly stay: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
}

/** The message that the statement is about; null where it could not be read. */
export interface ReceivedSubmission {
  readonly id: string | null
  readonly source: string | null
  readonly contract: string | null
  readonly version: string | null
}

/** A code of the problem catalogue, and what was met. */
export interface ReceiptProblem {
  readonly code: string
  readonly detail: string
}

/** What the hub says of one message: accepted, with its position, or refused, with the problem. */
export interface Receipt {
  readonly statement: 'accepted' | 'refused'
  readonly submission: ReceivedSubmission
  readonly digest: string
  readonly receivedAt: string
  readonly position?: number
  readonly rows?: number
  readonly problem?: ReceiptProblem
}

/** What the two sides of an agreement say about the same moves, and how far they lie apart. */
export interface ReconciliationReport {
  readonly agreement: string
  readonly version: number
  readonly parties: readonly [string, string]
  readonly madeAt: string
  readonly tolerance: Tolerance
  readonly rows: number
  readonly origin: Column<string>
  readonly destination: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly stay: Column<string>
  readonly originSays: Column<number | null>
  readonly destinationSays: Column<number | null>
  readonly difference: Column<number | null>
  readonly asymmetryPercent: Column<number | null>
  readonly outcome: Column<'within' | 'outside' | 'not-comparable' | 'one-sided'>
  readonly reason: Column<string | null>
  readonly originPosition: Column<number | null>
  readonly destinationPosition: Column<number | null>
}

/** One party ends an agreement. */
export interface Revocation {
  readonly agreement: string
  readonly reason: string
  readonly at: string
}

/** The type of each contract's content, by its name. */
export interface ContractShapes {
  readonly aggregate: Aggregate
  readonly agreement: Agreement
  readonly delivery: Delivery
  readonly enrolment: Enrolment
  readonly envelope: Envelope
  readonly 'migration-flow': MigrationFlow
  readonly receipt: Receipt
  readonly 'reconciliation-report': ReconciliationReport
  readonly revocation: Revocation
}
