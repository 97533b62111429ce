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

/** The messages that the sums have figures of, the oldest first: each by the commitment that its receipt, its line in the journal and whoever was handed it have too. */
export interface AggregateMadeOf {
  readonly rows: number
  readonly member: readonly string[]
  readonly commitment: readonly string[]
  readonly recordedAt: readonly string[]
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
  readonly madeOf: AggregateMadeOf
}

/** A party, and how many people sign for it. */
export interface AgreementParty {
  readonly participant: string
  readonly signatures: number
}

/** The first and the last day of the agreement. */
export interface AgreementTerm {
  readonly from: string
  readonly until: string
}

/** With the last signature. */
export interface EntryOnSignature {
  readonly rule: 'on-signature'
}

/** On a day, once all have signed. */
export interface EntryOnDate {
  readonly rule: 'on-date'
  readonly date: string
}

/** When the last party has given notice that its own procedures are complete. */
export interface EntryOnNotices {
  readonly rule: 'on-notices'
  readonly days: number
}

/** When the agreement comes into force, once all have signed. */
export type EntryIntoForce = EntryOnSignature | EntryOnDate | EntryOnNotices

/** It is not. */
export interface NotProvisional {
  readonly rule: 'not-agreed'
}

/** From a day on, once all have signed, until it is in force or the time for the notices is over. */
export interface ProvisionalFrom {
  readonly rule: 'from-date'
  readonly date: string
}

/** Whether the agreement is applied before it is in force. */
export type ProvisionalApplication = NotProvisional | ProvisionalFrom

/** They cannot. */
export interface AccessionClosed {
  readonly rule: 'closed'
}

/** They can, where each party consents or has been silent for so long. */
export interface AccessionOpen {
  readonly rule: 'with-consent'
  readonly days: number
}

/** Whether others can become parties. */
export type Accession = AccessionClosed | AccessionOpen

/** The first and the last period that figures may be of, apart from the term of the agreement. */
export interface AgreementPeriods {
  readonly from: string
  readonly until: string
}

/** A direction of moves. */
export interface Corridor {
  readonly origin: string
  readonly destination: string
}

/** Only these codes of a dimension, with what lies below them. */
export interface Slice {
  readonly dimension: string
  readonly codes: readonly string[]
}

/** To which level of its hierarchy a dimension is told. */
export interface DimensionLevel {
  readonly dimension: string
  readonly level:
    | 'total'
    | 'level-1'
    | 'level-2'
    | 'level-3'
    | 'level-4'
    | 'five-year-ages'
    | 'ten-year-ages'
    | 'all'
}

/** A party gives another its figures: these cells, to this level of detail, and nothing else. */
export interface ShareClause {
  readonly id: string
  readonly kind: 'share'
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly periods?: AgreementPeriods
  readonly corridors?: readonly Corridor[]
  readonly only?: readonly Slice[]
  readonly levels?: readonly DimensionLevel[]
  readonly confStatus: readonly ('F' | 'N' | 'C' | 'D' | 'S' | 'A' | 'O' | 'T' | 'G' | 'M')[]
  readonly audience?: readonly string[]
}

/** Partners who are no state publish these cells about states that are parties, in a role of their own. The figures are theirs, and are never counted or compared as those of the states. */
export interface ReportClause {
  readonly id: string
  readonly kind: 'report'
  readonly by: readonly string[]
  readonly as: 'employers' | 'workers' | 'migrants' | 'recruiters'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly areas: readonly string[]
  readonly periods?: AgreementPeriods
  readonly only?: readonly Slice[]
}

/** The figures are published: they are handed over as they are. */
export interface PublishedFigures {
  readonly method: 'published-figures-no-protection'
}

/** For figures about employers: suppressed where so many contributors have more than so much of it. */
export interface Dominance {
  readonly contributors: number
  readonly percent: number
}

/** Counts of this group are suppressed up to a threshold of its own. */
export interface GroupThreshold {
  readonly dimension: string
  readonly codes: readonly string[]
  readonly threshold: number
}

/** Small counts are suppressed, and others with them so that none can be computed back. */
export interface Suppression {
  readonly method: 'suppression'
  readonly threshold: number
  readonly zeros: boolean
  readonly protectionPercent: number
  readonly dominance?: Dominance
  readonly estimatePercent?: number
  readonly groups?: readonly GroupThreshold[]
}

/** Counts are rounded up or down to a multiple of the base, the same cell always the same way. */
export interface RandomRounding {
  readonly method: 'random-rounding'
  readonly base: number
}

/** Counts are changed a little by the sender's cell keys. */
export interface CellKey {
  readonly method: 'cell-key'
  readonly maximumNoise: number
  readonly variance: number
  readonly smallest: number
}

/** The method, with its own numbers. */
export type ProtectionRule = PublishedFigures | Suppression | RandomRounding | CellKey

/** How figures are protected before they are handed over. */
export interface ProtectClause {
  readonly id: string
  readonly kind: 'protect'
  readonly from?: readonly string[]
  readonly contracts?: readonly (
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  )[]
  readonly rule: ProtectionRule
}

/** How far two statements may lie apart. */
export interface Tolerance {
  readonly asymmetryPercent: number
}

/** Differences below it are no case. */
export interface Materiality {
  readonly persons: number
  readonly percent?: number
}

/** How many of the persons of a code have this one in the other version. */
export interface DoubleCoded {
  readonly code: string
  readonly persons: number
}

/** What persons who were coded by both versions of a classification show of one code: their shares are taken for those of all. */
export interface DoubleCoding {
  readonly from: string
  readonly to: string
  readonly code: string
  readonly into: readonly DoubleCoded[]
}

/** The two sides' figures are compared, and a difference beyond the tolerance is shown. */
export interface ReconcileClause {
  readonly id: string
  readonly kind: 'reconcile'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly tolerance: Tolerance
  readonly materiality?: Materiality
  readonly level?: number
  readonly mostVariation?: number
  readonly budget?: number
  readonly reviewDays?: number
  readonly reportTo?: readonly string[]
  readonly commitFirst?: boolean
  readonly durationRule?:
    | 'duration-imem'
    | 'duration-willekens-expert'
    | 'duration-willekens-poisson'
    | 'duration-willekens-mixture'
  readonly doubleCoding?: readonly DoubleCoding[]
}

/** A code of a dimension. */
export interface DimensionCode {
  readonly dimension: string
  readonly code: string
}

/** Of the stage before, how many go on at least and at most. */
export interface TakeUp {
  readonly leastPercent: number
  readonly mostPercent: number
}

/** A stage: who reports it, by which figure, after which stage, how much later and how many. */
export interface PipelineStage {
  readonly stage:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'
  readonly from: string
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly at: readonly DimensionCode[]
  readonly after?:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'
  readonly lagPercent?: readonly number[]
  readonly takeUp?: TakeUp
}

/** Nobody leaves who is not there: who leaves is held against the stock, a stage's own figure or reckoned from an opening figure. */
export interface PipelineStock {
  readonly leaves:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'
  readonly enters:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'
  readonly stock?:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'
  readonly opening?: number
}

/** Both sides count stages of one path: each stage is held against the stages before it, never set equal. */
export interface PipelineClause {
  readonly id: string
  readonly kind: 'pipeline'
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly origin: string
  readonly destination: string
  readonly levelPercent: number
  readonly stages: readonly PipelineStage[]
  readonly stocks?: readonly PipelineStock[]
}

/** These parties consent to their figures going into the aggregates of the region. */
export interface AggregateClause {
  readonly id: string
  readonly kind: 'aggregate'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly from: readonly string[]
}

/** When figures are due. */
export interface TimetableClause {
  readonly id: string
  readonly kind: 'timetable'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly from: readonly string[]
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly dueDays: number
}

/** How long the recipients and the hub keep what was handed over. */
export interface RetentionClause {
  readonly id: string
  readonly kind: 'retention'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly days: number
}

/** What recipients may hand on, as the figures say in CONF_REDIST. */
export interface RedistributionClause {
  readonly id: string
  readonly kind: 'redistribution'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly allowed: readonly string[]
}

/** When accepted figures are handed over. */
export interface ReleaseClause {
  readonly id: string
  readonly kind: 'release'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly rule: 'at-once' | 'after-comment'
  readonly commentDays?: number
}

/** A party receives under one of these clauses only while it gives under the others. */
export interface ReciprocityClause {
  readonly id: string
  readonly kind: 'reciprocity'
  readonly clauses: readonly string[]
}

/** The moment that counts as delivered. */
export interface DeliveredClause {
  readonly id: string
  readonly kind: 'delivered'
  readonly moment: 'handed-over' | 'acknowledged'
}

/** The parties have not agreed on this. */
export interface EnforcedNotAgreed {
  readonly id: string
  readonly kind: 'not-agreed'
  readonly topic:
    | 'reconcile'
    | 'aggregate'
    | 'timetable'
    | 'retention'
    | 'redistribution'
    | 'release'
    | 'reciprocity'
    | 'delivered'
}

/** What the hub keeps the parties to, one clause a thing. */
export type AgreementClause =
  | ShareClause
  | ReportClause
  | ProtectClause
  | ReconcileClause
  | PipelineClause
  | AggregateClause
  | TimetableClause
  | RetentionClause
  | RedistributionClause
  | ReleaseClause
  | ReciprocityClause
  | DeliveredClause
  | EnforcedNotAgreed

/** What the figures may be used for, and what not. */
export interface PurposesRecord {
  readonly id: string
  readonly kind: 'purposes'
  readonly purposes: readonly (
    | 'official-statistics'
    | 'policy-planning'
    | 'skills-matching'
    | 'protection-of-workers'
    | 'social-security-coordination'
    | 'research'
  )[]
  readonly prohibited: readonly (
    | 'individual-decisions'
    | 'law-enforcement'
    | 'border-control'
    | 'commercial-use'
    | 're-identification'
  )[]
}

/** The treaty or law that the agreement rests on, bound by the digest of its text. */
export interface LegalBasisRecord {
  readonly id: string
  readonly kind: 'legal-basis'
  readonly reference: string
  readonly textSha256: string
}

/** The languages in which the text is authentic. */
export interface LanguagesRecord {
  readonly id: string
  readonly kind: 'authentic-languages'
  readonly languages: readonly string[]
}

/** The competent authority of a party. */
export interface Authority {
  readonly party: string
  readonly authority: string
  readonly proofOfPowers: string
}

/** Who is competent for each party, and what proves their powers. */
export interface AuthoritiesRecord {
  readonly id: string
  readonly kind: 'competent-authorities'
  readonly authorities: readonly Authority[]
}

/** The role of a party, or of the hub's operator (OPERATOR). */
export interface ProtectionRole {
  readonly party: string
  readonly role: 'controller' | 'joint-controller' | 'processor'
}

/** Who is controller and who is processor. */
export interface RolesRecord {
  readonly id: string
  readonly kind: 'data-protection-roles'
  readonly roles: readonly ProtectionRole[]
}

/** How soon a breach is told. */
export interface BreachRecord {
  readonly id: string
  readonly kind: 'breach-notice'
  readonly hours: number
}

/** What becomes of the figures at the end. */
export interface ReturnRecord {
  readonly id: string
  readonly kind: 'return-or-destruction'
  readonly choice: 'return' | 'destruction' | 'keep'
  readonly days: number
}

/** What was agreed, in words. */
export interface TextRecord {
  readonly id: string
  readonly kind: 'text'
  readonly topic:
    | 'electronic-signature'
    | 'hosting'
    | 'transfer-basis'
    | 'audit'
    | 'liability'
    | 'disputes'
    | 'cost'
    | 'citation'
    | 'amendment'
    | 'notice'
    | 'survival'
  readonly text: string
}

/** The parties have not agreed on this. */
export interface RecordedNotAgreed {
  readonly id: string
  readonly kind: 'not-agreed'
  readonly topic:
    | 'purposes'
    | 'legal-basis'
    | 'authentic-languages'
    | 'competent-authorities'
    | 'data-protection-roles'
    | 'breach-notice'
    | 'return-or-destruction'
    | 'electronic-signature'
    | 'hosting'
    | 'transfer-basis'
    | 'audit'
    | 'liability'
    | 'disputes'
    | 'cost'
    | 'citation'
    | 'amendment'
    | 'notice'
    | 'survival'
}

/** What the parties have agreed and the hub only records: it cannot keep anybody to it. */
export type RecordedClause =
  | PurposesRecord
  | LegalBasisRecord
  | LanguagesRecord
  | AuthoritiesRecord
  | RolesRecord
  | BreachRecord
  | ReturnRecord
  | TextRecord
  | RecordedNotAgreed

/** The terms that all parties sign, over their RFC 8785 bytes: what the hub keeps them to, and, apart from it, what it only records. */
export interface Agreement {
  readonly id: string
  readonly title: string
  readonly parties: readonly AgreementParty[]
  readonly committee?: string
  readonly supersedes?: string
  readonly term: AgreementTerm
  readonly entryIntoForce: EntryIntoForce
  readonly provisionalApplication: ProvisionalApplication
  readonly accession: Accession
  readonly signatureDays: number
  readonly enforced: readonly AgreementClause[]
  readonly recorded: readonly RecordedClause[]
}

/** What a party, or one who wants to become one, does about an agreement besides signing its terms, which it may propose; signed over its RFC 8785 bytes. */
export interface AgreementAct {
  readonly agreement: string
  readonly act:
    | 'propose'
    | 'decline'
    | 'reserve'
    | 'notify'
    | 'suspend'
    | 'resume'
    | 'terminate'
    | 'withdraw'
    | 'accede'
    | 'consent'
    | 'refuse'
  readonly digest: string
  readonly at: string
  readonly answers?: string
  readonly reason?: string
  readonly clauses?: readonly string[]
  readonly participant?: string
}

/** One dataset with the contract that it follows. */
export interface BundlePart {
  readonly contract: string
  readonly version: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Several datasets in one message: all of them are accepted, or none. Each follows the contract that it names. */
export interface Bundle {
  readonly parts: readonly BundlePart[]
}

/** A code that a list gains. Its parent is a released code or stands before it. */
export interface AddedCode {
  readonly code: string
  readonly label: string
  readonly parent?: string
  readonly validFrom: string
  readonly validUntil?: string
}

/** Codes that a hub or an office adds to one released code list, without a new release. Nothing that is released is changed or taken away. */
export interface CodeListExtension {
  readonly list: string
  readonly source: string
  readonly codes: readonly AddedCode[]
}

/** Rows that follow each other, and the clause that lets them out. */
export interface GrantedRows {
  readonly agreement: string
  readonly clause: string
  readonly first: number
  readonly last: number
}

/** A method of disclosure control (SDC_METHOD) and the clause that asks for it. */
export interface AppliedProtection {
  readonly agreement: string
  readonly clause: string
  readonly method:
    'published-figures-no-protection' | 'suppression' | 'random-rounding' | 'cell-key'
}

/** The figures of one submission that clauses of agreements grant: a dataset of the contract and version that it names. */
export interface DeliveredFigures {
  readonly sender: string
  readonly reportedAs?: 'employers' | 'workers' | 'migrants' | 'recruiters'
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly version: string
  readonly commitment: string
  readonly recordedAt: string
  readonly grants: readonly GrantedRows[]
  readonly protection: readonly AppliedProtection[]
  readonly dataset: Readonly<Record<string, unknown>>
}

/** A number, and the digest of the statement that has it. */
export interface WithdrawnDelivery {
  readonly number: number
  readonly digest: string
}

/** Deliveries that are withdrawn: their numbers stay theirs, so that there is no gap. Whoever took one destroys it; where it is doubtful, it is not used until it comes again under another number. */
export interface WithdrawalNote {
  readonly reason:
    | 'agreement-ended'
    | 'agreement-suspended'
    | 'agreement-narrowed'
    | 'participant-suspended'
    | 'sender-suspended'
    | 'doubtful'
    | 'reciprocity-not-kept'
    | 'retracted'
    | 'erased'
    | 'released-in-error'
  readonly agreement?: string
  readonly clause?: string
  readonly at: string
  readonly withdrawn: readonly WithdrawnDelivery[]
}

/** What the hub hands over to a recipient: figures, or a note that figures are withdrawn. Numbered for the recipient without a gap, each naming the digest of the one before, so that it can prove that nothing was left out. */
export interface Delivery {
  readonly recipient: string
  readonly number: number
  readonly previous?: string
  readonly figures?: DeliveredFigures
  readonly withdrawal?: WithdrawalNote
}

/** Where projected figures come from: who made them, how, from which base, when, and how far they reach. */
export interface Projection {
  readonly producer: string
  readonly method: string
  readonly baseYear: string
  readonly vintage: string
  readonly horizon: string
}

/** How the reporter counts: which event, whom, from which stay on, from which source, over which period. */
export interface Definition {
  readonly eventConcept:
    | 'registration'
    | 'permit-issued'
    | 'border-crossing'
    | 'survey-answer'
    | 'census-count'
    | 'clearance'
    | 'contract'
    | 'insurance-record'
    | 'decision'
    | 'quota'
    | 'estimate'
    | 'not-stated'
  readonly source:
    'register' | 'survey' | 'census' | 'permit' | 'border' | 'mirror' | 'projection' | 'not-stated'
  readonly population:
    | 'all'
    | 'nationals'
    | 'non-nationals'
    | 'workers'
    | 'for-work'
    | 'permit-holders'
    | 'insured'
    | 'jobs'
    | 'applications'
    | 'agreements'
  readonly minimumStay: string
  readonly partnerConcept:
    'residence' | 'citizenship' | 'birth' | 'qualification' | 'insurance' | 'none'
  readonly ageDefinition: 'completed' | 'reached' | 'not-stated'
  readonly periodConvention: 'calendar' | 'fiscal'
  readonly fiscalYearStart?: string
  readonly comment?: string
  readonly projection?: Projection
}

/** How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was. */
export interface Unit {
  readonly measure: string
  readonly multiplier: 0 | 3 | 6
  readonly decimals: number
}

/** Why a warning is right as it stands; it travels with the figures. */
export interface Note {
  readonly problem: string
  readonly text: string
}

/** The mapping by which a file's own codes became those of the contract. */
export interface MappedBy {
  readonly id: string
  readonly digest: string
}

/** The classification that each column of codes follows, with its version. */
export interface DeploymentClassifications {
  readonly occupation: 'ISCO-08' | 'ISCO-88'
  readonly sector: 'ISIC-4' | 'ISIC-5'
}

/** Figures of contract labour, as the country of origin counts it, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface Deployment {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: DeploymentClassifications
  readonly rows: number
  readonly reporter: Column<string>
  readonly destination: Column<string>
  readonly stage: Column<string>
  readonly contractType: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly cellKey?: Column<number | null>
}

/** An accepted message, by the sender's id and by its receipt. */
export interface DoubtfulMessage {
  readonly id: string
  readonly digest: string
  readonly position: number
}

/** The hub tells a participant which of its accepted messages came after a key of it was withdrawn: whoever has the key may have made them. */
export interface Doubt {
  readonly kid: string
  readonly since: string
  readonly reason: string
  readonly messages: readonly DoubtfulMessage[]
}

/** A report that a party owes under a timetable clause. */
export interface OwedReport {
  readonly clause: string
  readonly contract:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'
  readonly party: string
  readonly period: string
  readonly dueAt: string
  readonly state: 'due-soon' | 'missing' | 'late'
  readonly oneSided: boolean
  readonly reportedAt?: string
}

/** The hub tells the parties of an agreement which reports of its timetable are due soon, missing, came late, or came from one side only. It carries no figure. */
export interface DueNotice {
  readonly agreement: string
  readonly at: string
  readonly reports: readonly OwedReport[]
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
  readonly mode?: 'test'
  readonly data: Readonly<Record<string, unknown>>
}

/** A hub names the key that follows its own, signed with the key that goes: whoever pinned that one may believe the next. */
export interface HubSuccession {
  readonly hub: string
  readonly key: SigningKey
  readonly at: string
  readonly oldUntil: string
}

/** A public key as JWK: Ed25519 (OKP), P-256 (EC) or RSA. */
export interface KeyActKey {
  readonly kty: 'OKP' | 'EC' | 'RSA'
  readonly crv?: 'Ed25519' | 'P-256'
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

/** The hub says what has happened to an office key or a passkey of a participant, and how the key stands since. Its digest stands in the journal from that moment on, so that a key's history cannot be told otherwise later. */
export interface KeyAct {
  readonly act: 'registered' | 'confirmed' | 'exchanged' | 'withdrawn' | 'removed'
  readonly with: 'office-key' | 'passkey'
  readonly kid: string
  readonly participant: string
  readonly office: string
  readonly name?: string
  readonly roles: readonly (
    'publisher' | 'approver' | 'reviewer' | 'signatory' | 'observer' | 'operator'
  )[]
  readonly key: KeyActKey
  readonly at: string
  readonly by?: string
  readonly reason?: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly revokedFrom?: string
  readonly replacedBy?: string
}

/** The holder of a registered key shows two new public keys; the old ones are good for some days more. */
export interface KeyRotation {
  readonly signingKey: SigningKey
  readonly signinKey: string
  readonly keepDays: number
}

/** The classification that each column of codes follows, with its version. */
export interface LabourMarketClassifications {
  readonly education: 'ISCED-2011'
  readonly occupation: 'ISCO-08' | 'ISCO-88'
  readonly sector: 'ISIC-4' | 'ISIC-5'
  readonly statusInEmployment: 'ICSE-18'
}

/** Figures of the labour market of one state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface LabourMarket {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: LabourMarketClassifications
  readonly rows: number
  readonly reporter: Column<string>
  readonly indicator: Column<string>
  readonly basis: Column<'observed' | 'projected'>
  readonly scenario: Column<string>
  readonly citizenship: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly education: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly statusInEmployment: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly contributors?: Column<number | null>
  readonly largestContribution?: Column<number | null>
  readonly secondContribution?: Column<number | null>
  readonly cellKey?: Column<number | null>
}

/** The contract that the figures follow in the end. */
export interface MappedContract {
  readonly name: string
  readonly version: string
}

/** The same in every row. */
export interface FixedColumn {
  readonly kind: 'fixed'
  readonly column: string
  readonly value: string
}

/** A text of the file and the code that it is in the contract. */
export interface MappedCode {
  readonly from: string
  readonly to: string
}

/** Texts of one form and the form of their codes: Y{from}-{to} becomes Y{from}T{to}. A name in braces stands for letters and digits. */
export interface MappedPattern {
  readonly from: string
  readonly to: string
}

/** From a column of the file, its texts turned into codes. */
export interface CopiedColumn {
  readonly kind: 'from'
  readonly column: string
  readonly from: string
  readonly codes?: readonly MappedCode[]
  readonly patterns?: readonly MappedPattern[]
  readonly labels?: string
  readonly others?: 'refuse' | 'keep'
}

/** The column that is taken where the third one has this text. */
export interface ChosenCase {
  readonly when: string
  readonly from: string
}

/** From one column of the file or another, as a third one says. */
export interface ChosenColumn {
  readonly kind: 'chosen'
  readonly column: string
  readonly by: string
  readonly cases: readonly ChosenCase[]
  readonly codes?: readonly MappedCode[]
  readonly patterns?: readonly MappedPattern[]
  readonly labels?: string
  readonly others?: 'refuse' | 'keep'
}

/** Letters of Eurostat's flags, which become status of observation, confidentiality and value. */
export interface FlagsColumn {
  readonly kind: 'flags'
  readonly from: string
}

/** Where a column of the contract comes from. */
export type MappedColumn = FixedColumn | CopiedColumn | ChosenColumn | FlagsColumn

/** Rows that are left out, with the reason that is told with their number. */
export interface SkippedRows {
  readonly from: string
  readonly values: readonly string[]
  readonly because: string
}

/** How a file with an office's own columns and codes becomes figures of a contract. A dataset says by which mapping it was made. */
export interface Mapping {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly contract: MappedContract
  readonly structures?: readonly string[]
  readonly missing?: readonly string[]
  readonly columns: readonly MappedColumn[]
  readonly skip?: readonly SkippedRows[]
  readonly unused?: readonly string[]
}

/** The classification that each column of codes follows, with its version. */
export interface MigrantStockClassifications {
  readonly education: 'ISCED-2011'
  readonly occupation: 'ISCO-08' | 'ISCO-88'
  readonly sector: 'ISIC-4' | 'ISIC-5'
  readonly statusInEmployment: 'ICSE-18'
}

/** Figures of people who are present at a date or on average in a period, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface MigrantStock {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: MigrantStockClassifications
  readonly rows: number
  readonly reporter: Column<string>
  readonly group: Column<string>
  readonly partner: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly education: Column<string>
  readonly labourStatus: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly statusInEmployment: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly cellKey?: Column<number | null>
}

/** The classification that each column of codes follows, with its version. */
export interface MigrationFlowClassifications {
  readonly occupation: 'ISCO-08' | 'ISCO-88'
  readonly sector: 'ISIC-4' | 'ISIC-5'
  readonly education: 'ISCED-2011'
}

/** Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface MigrationFlow {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: MigrationFlowClassifications
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
  readonly education: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly imputed?: Column<number | null>
  readonly cellKey?: Column<number | null>
}

/** The first day of a scheme and, where it has one, its last. */
export interface SchemeTerm {
  readonly from: string
  readonly until?: string
}

/** A state that takes part, through an office. */
export interface SchemeState {
  readonly kind: 'state'
  readonly state: string
  readonly office: string
  readonly roles: readonly (
    | 'origin'
    | 'destination'
    | 'recruits'
    | 'selects'
    | 'employs'
    | 'trains'
    | 'funds'
    | 'supports'
    | 'monitors'
    | 'represents-workers'
    | 'observes'
  )[]
}

/** A body that is no state. */
export interface SchemeBody {
  readonly kind: 'body'
  readonly name: string
  readonly nature:
    | 'international-organisation'
    | 'employers'
    | 'workers'
    | 'recruitment'
    | 'training'
    | 'research'
    | 'civil-society'
    | 'diaspora'
    | 'other'
  readonly seat?: string
  readonly roles: readonly (
    | 'origin'
    | 'destination'
    | 'recruits'
    | 'selects'
    | 'employs'
    | 'trains'
    | 'funds'
    | 'supports'
    | 'monitors'
    | 'represents-workers'
    | 'observes'
  )[]
}

/** A state or another body that takes part, with what it does. */
export type SchemePartner = SchemeState | SchemeBody

/** What a scheme rests on in law. */
export interface SchemeBasis {
  readonly nature:
    | 'bilateral-agreement'
    | 'memorandum'
    | 'regional-agreement'
    | 'law'
    | 'regulation'
    | 'contract'
    | 'other'
  readonly title: string
  readonly reference: string
  readonly signed?: string
  readonly page?: string
}

/** How long a stay lasts, in months, and whether it may be repeated. */
export interface SchemeStay {
  readonly minimumMonths?: number
  readonly maximumMonths: number
  readonly repeated: 'each-season' | 'once' | 'not-allowed' | 'not-stated'
}

/** How many places a period has. */
export interface SchemeQuota {
  readonly period: string
  readonly places: number
  readonly origin?: string
}

/** The sectors that a scheme is open to, with the version of their classification. */
export interface SchemeSectors {
  readonly classification: 'ISIC-4' | 'ISIC-5'
  readonly codes: readonly string[]
}

/** The occupations that a scheme is open to, with the version of their classification. */
export interface SchemeOccupations {
  readonly classification: 'ISCO-08' | 'ISCO-88'
  readonly codes: readonly string[]
}

/** One condition of a scheme in words. */
export interface SchemeCondition {
  readonly topic:
    | 'wages'
    | 'working-time'
    | 'housing'
    | 'travel'
    | 'recruitment-fees'
    | 'language'
    | 'training'
    | 'recognition'
    | 'social-protection'
    | 'family'
    | 'change-of-employer'
    | 'return'
    | 'complaints'
    | 'inspection'
    | 'other'
  readonly text: string
}

/** Under which terms people come and go. */
export interface SchemeTerms {
  readonly stay: SchemeStay
  readonly quotas?: readonly SchemeQuota[]
  readonly sectors?: SchemeSectors
  readonly occupations?: SchemeOccupations
  readonly conditions: readonly SchemeCondition[]
}

/** The figure of one period; null where there is none. */
export interface SchemeFigure {
  readonly period: string
  readonly value: number | null
  readonly target?: number | null
}

/** What is measured, with a figure for each period. */
export interface SchemeIndicator {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly source:
    'register' | 'survey' | 'census' | 'permit' | 'border' | 'mirror' | 'projection' | 'not-stated'
  readonly values: readonly SchemeFigure[]
}

/** What came of a scheme, and how it is known. */
export interface SchemeResult {
  readonly text: string
  readonly evidence: 'evaluation' | 'monitoring' | 'administrative-figures' | 'opinion'
  readonly reference?: string
  readonly page?: string
}

/** What others can learn from a scheme. */
export interface SchemeLesson {
  readonly topic:
    | 'design'
    | 'recruitment'
    | 'preparation'
    | 'protection'
    | 'matching'
    | 'costs'
    | 'return'
    | 'data'
    | 'cooperation'
    | 'other'
  readonly text: string
}

/** An office that answers questions; never a person. */
export interface SchemeContact {
  readonly office: string
  readonly state?: string
  readonly page?: string
}

/** A programme or a pilot of labour mobility described, so that states can learn from each other: partners, legal basis, terms, indicators, results, lessons. */
export interface MobilityScheme {
  readonly id: string
  readonly reporter: string
  readonly title: string
  readonly summary?: string
  readonly nature: 'programme' | 'pilot'
  readonly scheme: string
  readonly status: 'planned' | 'running' | 'suspended' | 'ended'
  readonly term: SchemeTerm
  readonly partners: readonly SchemePartner[]
  readonly legalBasis: readonly SchemeBasis[]
  readonly terms: SchemeTerms
  readonly indicators?: readonly SchemeIndicator[]
  readonly results?: readonly SchemeResult[]
  readonly lessons?: readonly SchemeLesson[]
  readonly contacts: readonly SchemeContact[]
}

/** The classification that each column of codes follows, with its version. */
export interface QualificationRecognitionClassifications {
  readonly education: 'ISCED-2011'
  readonly occupation: 'ISCO-08' | 'ISCO-88'
}

/** Figures of the recognition of qualifications obtained in another state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface QualificationRecognition {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: QualificationRecognitionClassifications
  readonly rows: number
  readonly reporter: Column<string>
  readonly partner: Column<string>
  readonly event: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly education: Column<string>
  readonly occupation: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
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

/** One dataset of an accepted message, with its own position. */
export interface AcceptedDataset {
  readonly contract: string
  readonly version: string
  readonly position: number
  readonly rows: number
}

/** One cause: its problem, where it was met, and the first rows that have it (counted from 1). */
export interface ReportLine {
  readonly problem: string
  readonly level: 'error' | 'warning'
  readonly dataset?: number
  readonly column?: string
  readonly value?: string
  readonly detail: string
  readonly note?: string
  readonly rows: number
  readonly first: readonly number[]
}

/** What was wrong, grouped by cause: every group of the message counted, the first hundred listed. */
export interface Report {
  readonly errors: number
  readonly warnings: number
  readonly groups: number
  readonly lines: readonly ReportLine[]
}

/** What the hub says of one message: received, refused (with the report), accepted (with its position), withdrawn, or delivered (to whom and when). */
export interface Receipt {
  readonly statement: 'received' | 'refused' | 'accepted' | 'withdrawn' | 'delivered'
  readonly submission: ReceivedSubmission
  readonly digest: string
  readonly receivedAt: string
  readonly position?: number
  readonly rows?: number
  readonly problem?: ReceiptProblem
  readonly at?: string
  readonly awaits?: 'approval'
  readonly datasets?: readonly AcceptedDataset[]
  readonly notes?: readonly ReportLine[]
  readonly report?: Report
  readonly recipient?: string
  readonly release?: string
}

/** How many of the untouched figures of the past raise an alarm: as promised, and as found. */
export interface FalseAlarms {
  readonly expectation: number
  readonly nominal: number
  readonly achieved: number | null
  readonly history: number
}

/** A stage of a path, held against the stage before it or the stock; in what its contract counts. */
export interface StageFound {
  readonly clause: string
  readonly stage: string
  readonly after: string
  readonly period: string
  readonly lookedAt: 'period' | 'year' | 'stock'
  readonly outcome: 'in-range' | 'above' | 'below' | 'no-expectation'
  readonly why?: string
  readonly saidLower: number | null
  readonly saidUpper: number | null
  readonly rangeLower: number | null
  readonly rangeUpper: number | null
  readonly p: number | null
  readonly basis: 'declared' | 'learnt' | 'stock'
}

/** A party, and when its report was recorded. */
export interface PartyMoment {
  readonly party: string
  readonly at: string
}

/** Where the parties commit before they compare: when each was bound, when the figures were open, and who said something else since. */
export interface Commitments {
  readonly openedAt: string
  readonly by: 'all-committed' | 'due-date'
  readonly parties: readonly PartyMoment[]
  readonly changedSince: readonly PartyMoment[]
}

/** A cause that the pattern of the figures suggests; people decide. */
export interface CauseOfRow {
  readonly row: number
  readonly cause:
    | 'DEF_DURATION'
    | 'DEF_PARTNER'
    | 'DEF_POPULATION'
    | 'DEF_AGE'
    | 'TIMING'
    | 'COVERAGE_UNDERCOUNT'
    | 'COVERAGE_OVERCOUNT'
    | 'CLASSIFICATION'
    | 'PARTNER_MISALLOCATION'
    | 'SAMPLING'
    | 'SDC'
    | 'PROVISIONAL'
    | 'BREAK'
    | 'ADMIN_CORRECTION'
    | 'PROCESSING_ERROR'
    | 'DUPLICATE'
    | 'RETURNS'
    | 'ESTIMATION'
    | 'NOT_COLLECTED'
    | 'UNEXPLAINED'
  readonly side: 'origin' | 'destination' | 'both'
  readonly evidence: string
  readonly strength: number
  readonly persons: number | null
  readonly adjustment: 'systematic' | 'known-specific' | 'irregular'
}

/** What the two sides of an agreement say about the same moves of one period, how far they lie apart, and what was expected: by columns, the figures that matter most first. */
export interface ReconciliationReport {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  readonly parties: readonly string[]
  readonly madeAt: string
  readonly tolerance: Tolerance
  readonly level: number
  readonly materiality: Materiality
  readonly falseAlarms?: FalseAlarms
  readonly stages?: readonly StageFound[]
  readonly commitments?: Commitments
  readonly cells: number
  readonly rows: number
  readonly origin: Column<string>
  readonly destination: Column<string>
  readonly sex?: Column<string>
  readonly age?: Column<string>
  readonly occupation?: Column<string>
  readonly sector?: Column<string>
  readonly stay?: Column<string>
  readonly education?: Column<string>
  readonly scheme?: Column<string>
  readonly event?: Column<string>
  readonly originSays: Column<number | null>
  readonly originLower: Column<number | null>
  readonly originUpper: Column<number | null>
  readonly originHarmonised: Column<number | null>
  readonly originParts: Column<string | null>
  readonly originStatus: Column<string | null>
  readonly originPosition: Column<number | null>
  readonly destinationSays: Column<number | null>
  readonly destinationLower: Column<number | null>
  readonly destinationUpper: Column<number | null>
  readonly destinationHarmonised: Column<number | null>
  readonly destinationParts: Column<string | null>
  readonly destinationStatus: Column<string | null>
  readonly destinationPosition: Column<number | null>
  readonly rule: Column<string | null>
  readonly difference: Column<number | null>
  readonly asymmetryPercent: Column<number | null>
  readonly outcome: Column<'within' | 'outside' | 'not-comparable' | 'one-sided'>
  readonly reason: Column<string | null>
  readonly eligibility: Column<'comparable' | 'adjustable' | 'not-comparable' | null>
  readonly finding: Column<
    'agrees-within-intervals' | 'as-expected' | 'suspect' | 'no-expectation' | null
  >
  readonly untested: Column<string | null>
  readonly unlockedBy: Column<string | null>
  readonly expectation: Column<number | null>
  readonly expectedRatio: Column<number | null>
  readonly expectedLower: Column<number | null>
  readonly expectedUpper: Column<number | null>
  readonly basis: Column<'factors' | 'factors-and-history' | 'history' | null>
  readonly p: Column<number | null>
  readonly z: Column<number | null>
  readonly suspicion: Column<number | null>
  readonly gap: Column<number | null>
  readonly score: Column<number | null>
  readonly balanced: Column<number | null>
  readonly balancedLower: Column<number | null>
  readonly balancedUpper: Column<number | null>
  readonly matters: Column<boolean>
  readonly causes?: readonly CauseOfRow[]
}

/** Somebody without a one-time code asks the registrar for a place, and shows two public keys of its own. */
export interface Registration {
  readonly participant: string
  readonly kind: 'state' | 'committee' | 'secretariat' | 'partner'
  readonly name: string
  readonly members?: readonly string[]
  readonly organisation?: 'employers' | 'workers' | 'migrants' | 'recruiters' | 'research'
  readonly holder?: string
  readonly office: Office
  readonly signingKey: SigningKey
  readonly signinKey: string
}

/** A state names the office that releases its figures by a contract; without an office it names none any more. Signed over its RFC 8785 bytes by a signatory. */
export interface ReleasingOffice {
  readonly contract: string
  readonly office?: string
  readonly at: string
}

/** A cause with its part of the difference; without an amount where it takes the rest, or where the difference is hidden. */
export interface Cause {
  readonly cause: string
  readonly persons?: number
}

/** How often an adjustment is to be expected. */
export interface Adjustment {
  readonly kind: 'systematic' | 'known-specific' | 'irregular'
  readonly until?: string
}

/** What a person does about a case (comment to close) or a report (sign to renew); signed over its RFC 8785 bytes. It names the version that it answers. */
export interface ReviewAct {
  readonly act:
    | 'comment'
    | 'propose'
    | 'counter'
    | 'differ'
    | 'agree'
    | 'explain'
    | 'close'
    | 'sign'
    | 'withdraw'
    | 'return'
    | 'renew'
  readonly agreement: string
  readonly at: string
  readonly case?: string
  readonly answers?: number
  readonly figure?: string
  readonly value?: number
  readonly causes?: readonly Cause[]
  readonly adjustment?: Adjustment
  readonly reason?: string
  readonly text?: string
  readonly audience?: 'both' | 'office'
  readonly corrects?: string
  readonly period?: string
  readonly version?: number
  readonly digest?: string
  readonly figures?: readonly string[]
}

/** One direction of a corridor (origin, destination), or a reporter. */
export interface About {
  readonly kind: 'corridor' | 'reporter'
  readonly contract: string
  readonly origin?: string
  readonly destination?: string
  readonly reporter?: string
  readonly role?: 'origin' | 'destination'
}

/** A figure of a case: what both sides say, in which vintage, and what it came to. */
export interface Figure {
  readonly figure: string
  readonly sides: readonly [string, string]
  readonly originSays: number | null
  readonly destinationSays: number | null
  readonly difference: number | null
  readonly originPosition: number | null
  readonly destinationPosition: number | null
  readonly status:
    'within-tolerance' | 'open' | 'proposed' | 'countered' | 'agreed' | 'agreed-to-differ'
  readonly value?: number
  readonly causes?: readonly Cause[]
  readonly adjustment?: Adjustment
  readonly reason?: string
  readonly proposedBy?: string
  readonly agreedBy?: string
  readonly agreedAt?: string
}

/** What the hub tells the parties about a case or a report: what happened, by whom, and until when an answer is due. A case that is opened comes with its evidence. Silence is never consent. */
export interface ReviewNotice {
  readonly agreement: string
  readonly period: string
  readonly happened: string
  readonly status: string
  readonly at: string
  readonly by?: string
  readonly case?: string
  readonly version?: number
  readonly figure?: string
  readonly dueAt?: string
  readonly reason?: string
  readonly silent?: readonly string[]
  readonly mentions?: readonly string[]
  readonly digest?: string
  readonly about?: About
  readonly expectation?: number
  readonly rules?: readonly string[]
  readonly figures?: readonly Figure[]
}

/** A case with what its figures came to. */
export interface Case {
  readonly case: string
  readonly about: About
  readonly status:
    | 'open'
    | 'notified'
    | 'under-review'
    | 'no-response'
    | 'reopened'
    | 'explained'
    | 'corrected'
    | 'adjustment-agreed'
    | 'agreed-to-differ'
    | 'closed-not-material'
  readonly openedAt: string
  readonly expectation?: number
  readonly rules: readonly string[]
  readonly figures: readonly Figure[]
}

/** What the parties sign: the report of one agreement and period by its digest, and what its cases came to. The amounts of the causes of a figure sum to its difference. */
export interface ReviewedReport {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  readonly parties: readonly string[]
  readonly twoSign?: readonly string[]
  readonly report: string
  readonly agreed: number
  readonly agreedToDiffer: number
  readonly corrected: number
  readonly notTakenUp: number
  readonly cases: readonly Case[]
}

/** A whole, and the parts that make it up. */
export interface Block {
  readonly whole: string
  readonly parts: readonly string[]
}

/** Children add up to their parent, wherever all of them are there; codes that stand for what is not known are added to totals. */
export interface SumRule {
  readonly kind: 'sum'
  readonly problem: 'TOTAL_NOT_SUM'
  readonly about: string
  readonly column: string
  readonly absolute: number
  readonly relative: number
  readonly rest?: 'stated' | 'open'
  readonly leavesOut?: 'reporter'
  readonly blocks?: readonly Block[]
}

/** Each period is written in the frequency of the dataset. */
export interface PeriodOfFrequencyRule {
  readonly kind: 'period-of-frequency'
  readonly problem: 'PERIOD_NOT_OF_FREQUENCY'
  readonly about: string
}

/** Fiscal periods say when their year starts; calendar periods do not. */
export interface FiscalYearRule {
  readonly kind: 'fiscal-year'
  readonly problem: 'FISCAL_YEAR_UNCLEAR'
  readonly about: string
}

/** Some codes of a column. */
export interface Codes {
  readonly column: string
  readonly codes: readonly string[]
}

/** What was observed is of a period that has begun. */
export interface PeriodBegunRule {
  readonly kind: 'period-begun'
  readonly problem: 'PERIOD_NOT_BEGUN'
  readonly about: string
  readonly except?: Codes
}

/** What was observed is of a period that is over. */
export interface PeriodOverRule {
  readonly kind: 'period-over'
  readonly problem: 'PERIOD_NOT_OVER'
  readonly about: string
  readonly except?: Codes
}

/** A period is not before the first plausible year. */
export interface PeriodLongAgoRule {
  readonly kind: 'period-long-ago'
  readonly problem: 'PERIOD_LONG_AGO'
  readonly about: string
  readonly earliest: string
}

/** Projected figures say who made them, how and from which base. */
export interface ProjectionDescribedRule {
  readonly kind: 'projection-described'
  readonly problem: 'PROJECTION_NOT_DESCRIBED'
  readonly about: string
}

/** A dataset without projected figures describes no projection. */
export interface ObservedWithProjectionRule {
  readonly kind: 'observed-with-projection'
  readonly problem: 'OBSERVED_WITH_PROJECTION'
  readonly about: string
}

/** Projected periods lie after the base year and within the horizon. */
export interface ProjectionHorizonRule {
  readonly kind: 'projection-horizon'
  readonly problem: 'PERIOD_BEYOND_HORIZON'
  readonly about: string
}

/** Projected figures name a scenario, observed ones name none. */
export interface ProjectionScenarioRule {
  readonly kind: 'projection-scenario'
  readonly problem: 'SCENARIO_WRONG'
  readonly about: string
}

/** Projected figures have an interval. */
export interface ProjectionIntervalRule {
  readonly kind: 'projection-interval'
  readonly problem: 'PROJECTION_WITHOUT_INTERVAL'
  readonly about: string
}

/** What is not known stays below a share of the total. */
export interface UnknownShareRule {
  readonly kind: 'unknown-share'
  readonly problem: 'UNKNOWN_SHARE_HIGH'
  readonly about: string
  readonly columns: readonly string[]
  readonly share: number
  readonly least: number
}

/** No value is above the largest plausible one. */
export interface LargestRule {
  readonly kind: 'largest'
  readonly problem: 'VALUE_LARGE'
  readonly about: string
  readonly most: number
}

/** A value is not many times what was stated before, nor a small part of it. */
export interface JumpRule {
  readonly kind: 'jump'
  readonly problem: 'VALUE_JUMPED'
  readonly about: string
  readonly against: 'same' | 'year-before'
  readonly factor: number
  readonly least: number
}

/** Values are not a thousand times, or a thousandth of, what was stated before. */
export interface UnitSlipRule {
  readonly kind: 'unit-slip'
  readonly problem: 'UNIT_SLIPPED'
  readonly about: string
  readonly rows: number
  readonly share: number
}

/** Values are not those of the opposite flow. */
export interface SwappedRule {
  readonly kind: 'swapped'
  readonly problem: 'FLOWS_SWAPPED'
  readonly about: string
  readonly rows: number
  readonly share: number
}

/** Values are not those of a year earlier again. */
export interface RepeatedFileRule {
  readonly kind: 'repeated-file'
  readonly problem: 'YEAR_REPEATED'
  readonly about: string
  readonly rows: number
  readonly share: number
}

/** A figure under embargo says until when. */
export interface EmbargoStatedRule {
  readonly kind: 'embargo-stated'
  readonly problem: 'EMBARGO_MISSING'
  readonly about: string
}

/** Only a figure with the status for an embargo has one. */
export interface EmbargoOfStatusRule {
  readonly kind: 'embargo-of-status'
  readonly problem: 'EMBARGO_WITHOUT_STATUS'
  readonly about: string
}

/** An embargo is not over when the figure is sent. */
export interface EmbargoOverRule {
  readonly kind: 'embargo-over'
  readonly problem: 'EMBARGO_OVER'
  readonly about: string
}

/** A free figure may be handed on. */
export interface FreeButRestrictedRule {
  readonly kind: 'free-but-restricted'
  readonly problem: 'FREE_BUT_RESTRICTED'
  readonly about: string
}

/** A figure not for publication may not be handed on to anybody. */
export interface ConfidentialForAllRule {
  readonly kind: 'confidential-for-all'
  readonly problem: 'CONFIDENTIAL_FOR_ALL'
  readonly about: string
}

/** A suppressed figure is not free. */
export interface SuppressedButFreeRule {
  readonly kind: 'suppressed-but-free'
  readonly problem: 'SUPPRESSED_BUT_FREE'
  readonly about: string
}

/** A confidential zero is a true zero, not a suppressed figure. */
export interface ConfidentialZeroRule {
  readonly kind: 'confidential-zero'
  readonly problem: 'CONFIDENTIAL_ZERO'
  readonly about: string
}

/** Standard errors and sample sizes come from surveys or projections. */
export interface SurveyOnlyRule {
  readonly kind: 'survey-only'
  readonly problem: 'SURVEY_MEMBERS_UNEXPECTED'
  readonly about: string
}

/** Members of the definition record go together. */
export interface DefinitionRule {
  readonly kind: 'definition'
  readonly problem: 'DEFINITION_UNLIKELY'
  readonly about: string
  readonly member: string
  readonly is: string
  readonly other: string
  readonly of: readonly string[]
}

/** No row is about stays that are too short for the definition to count them. */
export interface StayBelowMinimumRule {
  readonly kind: 'stay-below-minimum'
  readonly problem: 'STAY_BELOW_MINIMUM'
  readonly about: string
  readonly column: string
  readonly code: string
  readonly months: number
}

/** One thing that is asked of a dataset beyond its schema. */
export type Rule =
  | SumRule
  | PeriodOfFrequencyRule
  | FiscalYearRule
  | PeriodBegunRule
  | PeriodOverRule
  | PeriodLongAgoRule
  | ProjectionDescribedRule
  | ObservedWithProjectionRule
  | ProjectionHorizonRule
  | ProjectionScenarioRule
  | ProjectionIntervalRule
  | UnknownShareRule
  | LargestRule
  | JumpRule
  | UnitSlipRule
  | SwappedRule
  | RepeatedFileRule
  | EmbargoStatedRule
  | EmbargoOfStatusRule
  | EmbargoOverRule
  | FreeButRestrictedRule
  | ConfidentialForAllRule
  | SuppressedButFreeRule
  | ConfidentialZeroRule
  | SurveyOnlyRule
  | DefinitionRule
  | StayBelowMinimumRule

/** The rules of one version of a statistical contract, as data. Those of the problem catalogue with a number that begins with W are warnings, all others stop a message. */
export interface RuleSet {
  readonly contract: string
  readonly version: string
  readonly rules: readonly Rule[]
}

/** A public key as JWK: Ed25519 (OKP), P-256 (EC) or RSA. */
export interface ActPublicKey {
  readonly kty: 'OKP' | 'EC' | 'RSA'
  readonly crv?: 'Ed25519' | 'P-256'
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

/** Whose key it was when the act was taken, by the register of the hub. */
export interface ActSigner {
  readonly with: 'office-key' | 'passkey'
  readonly participant: string
  readonly office: string
  readonly name?: string
  readonly kid: string
  readonly key: ActPublicKey
  readonly rpId?: string
  readonly origin?: string
}

/** The hub says whose key a signature over an act was made with; the signature itself proves the act. Sealed by the hub over its RFC 8785 bytes, so that anybody verifies both later, offline. */
export interface SignedAct {
  readonly purpose: string
  readonly about: string
  readonly at: string
  readonly document: string
  readonly signature: string
  readonly signer: ActSigner
}

/** A public key. */
export interface Jwk {
  readonly kty: 'OKP' | 'EC' | 'RSA'
  readonly crv?: 'Ed25519' | 'P-256'
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

/** The key of a signatory: an office's, or a passkey with the address that it is bound to. Times are those for which the register knew it. */
export interface Key {
  readonly kid: string
  readonly with: 'office-key' | 'passkey'
  readonly jwk: Jwk
  readonly validFrom: string
  readonly validUntil?: string
  readonly rpId?: string
  readonly origin?: string
}

/** A signature of a party, over a review-act that names the digest of what was reviewed. */
export interface Signature {
  readonly participant: string
  readonly signedAt: string
  readonly act: string
  readonly signature: string
  readonly key: Key
}

/** A report that all parties have signed, whole: the hub's report, what was reviewed, and every signature with the act and key that verify it off line. */
export interface SignedReport {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly version: number
  readonly parties: readonly string[]
  readonly report: string
  readonly reviewed: string
  readonly digest: string
  readonly signatures: readonly Signature[]
}

/** Figures of the social protection of migrant workers, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface SocialProtection {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly rows: number
  readonly reporter: Column<string>
  readonly partner: Column<string>
  readonly indicator: Column<string>
  readonly branch: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly cellKey?: Column<number | null>
}

/** The classification that each column of codes follows, with its version. */
export interface TemporaryMobilityClassifications {
  readonly occupation: 'ISCO-08' | 'ISCO-88'
  readonly sector: 'ISIC-4' | 'ISIC-5'
}

/** Figures of temporary moves for work under a scheme, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface TemporaryMobility {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: TemporaryMobilityClassifications
  readonly rows: number
  readonly reporter: Column<string>
  readonly direction: Column<'inflow' | 'outflow'>
  readonly origin: Column<string>
  readonly destination: Column<string>
  readonly scheme: Column<string>
  readonly event: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly cellKey?: Column<number | null>
}

/** The classification that each column of codes follows, with its version. */
export interface WorkPermitsClassifications {
  readonly occupation: 'ISCO-08' | 'ISCO-88'
  readonly sector: 'ISIC-4' | 'ISIC-5'
}

/** Figures of permits that allow a stay or work, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export interface WorkPermits {
  readonly definition: Definition
  readonly frequency: 'A' | 'S' | 'Q' | 'M'
  readonly unit?: Unit
  readonly notes?: readonly Note[]
  readonly mappedBy?: MappedBy
  readonly classifications: WorkPermitsClassifications
  readonly rows: number
  readonly reporter: Column<string>
  readonly partner: Column<string>
  readonly event: Column<string>
  readonly permitType: Column<string>
  readonly reason: Column<string>
  readonly duration: Column<string>
  readonly period: Column<string>
  readonly sex: Column<string>
  readonly age: Column<string>
  readonly occupation: Column<string>
  readonly sector: Column<string>
  readonly value: Column<number | null>
  readonly valueStatus: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>
  readonly lower?: Column<number | null>
  readonly upper?: Column<number | null>
  readonly standardError?: Column<number | null>
  readonly sampleSize?: Column<number | null>
  readonly obsStatus: Column<string>
  readonly confStatus: Column<string>
  readonly confRedist?: Column<string | null>
  readonly embargo?: Column<string | null>
  readonly contributors?: Column<number | null>
  readonly largestContribution?: Column<number | null>
  readonly secondContribution?: Column<number | null>
  readonly cellKey?: Column<number | null>
}

/** The type of each contract's content, by its name. */
export interface ContractShapes {
  readonly aggregate: Aggregate
  readonly agreement: Agreement
  readonly 'agreement-act': AgreementAct
  readonly bundle: Bundle
  readonly 'codelist-extension': CodeListExtension
  readonly delivery: Delivery
  readonly deployment: Deployment
  readonly doubt: Doubt
  readonly 'due-notice': DueNotice
  readonly enrolment: Enrolment
  readonly envelope: Envelope
  readonly 'hub-succession': HubSuccession
  readonly 'key-act': KeyAct
  readonly 'key-rotation': KeyRotation
  readonly 'labour-market': LabourMarket
  readonly mapping: Mapping
  readonly 'migrant-stock': MigrantStock
  readonly 'migration-flow': MigrationFlow
  readonly 'mobility-scheme': MobilityScheme
  readonly 'qualification-recognition': QualificationRecognition
  readonly receipt: Receipt
  readonly 'reconciliation-report': ReconciliationReport
  readonly registration: Registration
  readonly 'releasing-office': ReleasingOffice
  readonly 'review-act': ReviewAct
  readonly 'review-notice': ReviewNotice
  readonly 'reviewed-report': ReviewedReport
  readonly 'rule-set': RuleSet
  readonly 'signed-act': SignedAct
  readonly 'signed-report': SignedReport
  readonly 'social-protection': SocialProtection
  readonly 'temporary-mobility': TemporaryMobility
  readonly 'work-permits': WorkPermits
}
