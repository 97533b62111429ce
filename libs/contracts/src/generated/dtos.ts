// SPDX-License-Identifier: Apache-2.0
// Generated from contracts/ by libs/contracts/generate/main.mjs: change the contract, then run `npm run generate`.

import {
  IfPresent,
  IsColumn,
  IsListOf,
  IsNested,
  IsNestedList,
  IsOneOf,
  IsOneOfList,
  IsOpen,
  IsScalar,
} from '../dto-rules'
import type {
  About,
  AcceptedDataset,
  Accession,
  AccessionClosed,
  AccessionOpen,
  ActPublicKey,
  ActSigner,
  AddedCode,
  Adjustment,
  Aggregate,
  AggregateByMember,
  AggregateClause,
  AggregateMadeOf,
  AggregateMoves,
  Agreement,
  AgreementAct,
  AgreementClause,
  AgreementParty,
  AgreementPeriods,
  AgreementTerm,
  AppliedProtection,
  AuthoritiesRecord,
  Authority,
  Block,
  BreachRecord,
  Bundle,
  BundlePart,
  Case,
  Cause,
  CauseOfRow,
  CellKey,
  ChosenCase,
  ChosenColumn,
  CodeListExtension,
  Codes,
  Column,
  Commitments,
  ConfidentialForAllRule,
  ConfidentialZeroRule,
  CopiedColumn,
  Corridor,
  Definition,
  DefinitionRule,
  DeliveredClause,
  DeliveredFigures,
  Delivery,
  Deployment,
  DeploymentClassifications,
  DimensionCode,
  DimensionLevel,
  Dominance,
  DoubleCoded,
  DoubleCoding,
  Doubt,
  DoubtfulMessage,
  DueNotice,
  EmbargoOfStatusRule,
  EmbargoOverRule,
  EmbargoStatedRule,
  EnforcedNotAgreed,
  Enrolment,
  EntryIntoForce,
  EntryOnDate,
  EntryOnNotices,
  EntryOnSignature,
  Envelope,
  FalseAlarms,
  Figure,
  FiscalYearRule,
  FixedColumn,
  FlagsColumn,
  FreeButRestrictedRule,
  GrantedRows,
  GroupThreshold,
  HubSuccession,
  JumpRule,
  Jwk,
  Key,
  KeyAct,
  KeyActKey,
  KeyRotation,
  LabourMarket,
  LabourMarketClassifications,
  LanguagesRecord,
  LargestRule,
  LegalBasisRecord,
  MappedBy,
  MappedCode,
  MappedColumn,
  MappedContract,
  MappedPattern,
  Mapping,
  Materiality,
  MigrantStock,
  MigrantStockClassifications,
  MigrationFlow,
  MigrationFlowClassifications,
  MobilityScheme,
  NotProvisional,
  Note,
  ObservedWithProjectionRule,
  Office,
  OwedReport,
  PartyMoment,
  PeriodBegunRule,
  PeriodLongAgoRule,
  PeriodOfFrequencyRule,
  PeriodOverRule,
  PipelineClause,
  PipelineStage,
  PipelineStock,
  Projection,
  ProjectionDescribedRule,
  ProjectionHorizonRule,
  ProjectionIntervalRule,
  ProjectionScenarioRule,
  ProtectClause,
  ProtectionRole,
  ProtectionRule,
  ProvisionalApplication,
  ProvisionalFrom,
  PublishedFigures,
  PurposesRecord,
  QualificationRecognition,
  QualificationRecognitionClassifications,
  RandomRounding,
  Receipt,
  ReceiptProblem,
  ReceivedSubmission,
  ReciprocityClause,
  ReconcileClause,
  ReconciliationReport,
  RecordedClause,
  RecordedNotAgreed,
  RedistributionClause,
  Registration,
  ReleaseClause,
  ReleasingOffice,
  RepeatedFileRule,
  Report,
  ReportClause,
  ReportLine,
  RetentionClause,
  ReturnRecord,
  ReviewAct,
  ReviewNotice,
  ReviewedReport,
  RolesRecord,
  Rule,
  RuleSet,
  SchemeBasis,
  SchemeBody,
  SchemeCondition,
  SchemeContact,
  SchemeFigure,
  SchemeIndicator,
  SchemeLesson,
  SchemeOccupations,
  SchemePartner,
  SchemeQuota,
  SchemeResult,
  SchemeSectors,
  SchemeState,
  SchemeStay,
  SchemeTerm,
  SchemeTerms,
  ShareClause,
  Signature,
  SignedAct,
  SignedReport,
  SigningKey,
  SkippedRows,
  Slice,
  SocialProtection,
  StageFound,
  StayBelowMinimumRule,
  SumRule,
  SuppressedButFreeRule,
  Suppression,
  SurveyOnlyRule,
  SwappedRule,
  TakeUp,
  TemporaryMobility,
  TemporaryMobilityClassifications,
  TextRecord,
  TimetableClause,
  Tolerance,
  Unit,
  UnitSlipRule,
  UnknownShareRule,
  WithdrawalNote,
  WithdrawnDelivery,
  WorkPermits,
  WorkPermitsClassifications,
} from './types'

/** Moves among the members, a row for each period. */
export class AggregateMovesDto implements AggregateMoves {
  @IsScalar({ type: 'integer', minimum: 0, maximum: 50000 })
  readonly rows!: number

  @IsListOf(
    { type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 0, max: 50000 },
  )
  readonly period!: readonly string[]

  @IsListOf(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 0, max: 50000 },
  )
  readonly asReportedByOrigins!: readonly (number | null)[]

  @IsListOf(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 0, max: 50000 },
  )
  readonly asReportedByDestinations!: readonly (number | null)[]
}

/** Moves from the other members and to them, a row for each member and period. */
export class AggregateByMemberDto implements AggregateByMember {
  @IsScalar({ type: 'integer', minimum: 0, maximum: 50000 })
  readonly rows!: number

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 0, max: 50000 })
  readonly member!: readonly string[]

  @IsListOf(
    { type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 0, max: 50000 },
  )
  readonly period!: readonly string[]

  @IsListOf(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 0, max: 50000 },
  )
  readonly fromMembers!: readonly (number | null)[]

  @IsListOf(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 0, max: 50000 },
  )
  readonly toMembers!: readonly (number | null)[]
}

/** The messages that the sums have figures of, the oldest first: each by the commitment that its receipt, its line in the journal and whoever was handed it have too. */
export class AggregateMadeOfDto implements AggregateMadeOf {
  @IsScalar({ type: 'integer', minimum: 0, maximum: 50000 })
  readonly rows!: number

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 0, max: 50000 })
  readonly member!: readonly string[]

  @IsListOf(
    { type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u },
    { min: 0, max: 50000 },
  )
  readonly commitment!: readonly string[]

  @IsListOf(
    {
      type: 'string',
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 0, max: 50000 },
  )
  readonly recordedAt!: readonly string[]
}

/** Moves among the members of a region, as reported by each side, from the states that consented. Never net migration. */
export class AggregateDto implements Aggregate {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly region!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly version!: number

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly madeAt!: string

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 256, unique: true })
  readonly members!: readonly string[]

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 0, max: 256, unique: true })
  readonly consented!: readonly string[]

  @IsScalar({ type: 'integer', minimum: 0, maximum: 65536 })
  readonly corridors!: number

  @IsNested(() => AggregateMovesDto)
  readonly moves!: AggregateMoves

  @IsNested(() => AggregateByMemberDto)
  readonly byMember!: AggregateByMember

  @IsNested(() => AggregateMadeOfDto)
  readonly madeOf!: AggregateMadeOf
}

/** A party, and how many people sign for it. */
export class AgreementPartyDto implements AgreementParty {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 2 })
  readonly signatures!: number
}

/** The first and the last day of the agreement. */
export class AgreementTermDto implements AgreementTerm {
  @IsScalar({ type: 'string', format: 'date' })
  readonly from!: string

  @IsScalar({ type: 'string', format: 'date' })
  readonly until!: string
}

/** With the last signature. */
export class EntryOnSignatureDto implements EntryOnSignature {
  @IsScalar({ type: 'string', values: ['on-signature'] })
  readonly rule!: 'on-signature'
}

/** On a day, once all have signed. */
export class EntryOnDateDto implements EntryOnDate {
  @IsScalar({ type: 'string', values: ['on-date'] })
  readonly rule!: 'on-date'

  @IsScalar({ type: 'string', format: 'date' })
  readonly date!: string
}

/** When the last party has given notice that its own procedures are complete. */
export class EntryOnNoticesDto implements EntryOnNotices {
  @IsScalar({ type: 'string', values: ['on-notices'] })
  readonly rule!: 'on-notices'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 1830 })
  readonly days!: number
}

/** It is not. */
export class NotProvisionalDto implements NotProvisional {
  @IsScalar({ type: 'string', values: ['not-agreed'] })
  readonly rule!: 'not-agreed'
}

/** From a day on, once all have signed, until it is in force or the time for the notices is over. */
export class ProvisionalFromDto implements ProvisionalFrom {
  @IsScalar({ type: 'string', values: ['from-date'] })
  readonly rule!: 'from-date'

  @IsScalar({ type: 'string', format: 'date' })
  readonly date!: string
}

/** They cannot. */
export class AccessionClosedDto implements AccessionClosed {
  @IsScalar({ type: 'string', values: ['closed'] })
  readonly rule!: 'closed'
}

/** They can, where each party consents or has been silent for so long. */
export class AccessionOpenDto implements AccessionOpen {
  @IsScalar({ type: 'string', values: ['with-consent'] })
  readonly rule!: 'with-consent'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 365 })
  readonly days!: number
}

/** The first and the last period that figures may be of, apart from the term of the agreement. */
export class AgreementPeriodsDto implements AgreementPeriods {
  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly from!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly until!: string
}

/** A direction of moves. */
export class CorridorDto implements Corridor {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly origin!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly destination!: string
}

/** Only these codes of a dimension, with what lies below them. */
export class SliceDto implements Slice {
  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{1,31}$/u })
  readonly dimension!: string

  @IsListOf(
    { type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u },
    { min: 1, max: 1000, unique: true },
  )
  readonly codes!: readonly string[]
}

/** To which level of its hierarchy a dimension is told. */
export class DimensionLevelDto implements DimensionLevel {
  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{1,31}$/u })
  readonly dimension!: string

  @IsScalar({
    type: 'string',
    values: [
      'total',
      'level-1',
      'level-2',
      'level-3',
      'level-4',
      'five-year-ages',
      'ten-year-ages',
      'all',
    ],
  })
  readonly level!:
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
export class ShareClauseDto implements ShareClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['share'] })
  readonly kind!: 'share'

  @IsListOf(
    { type: 'string', pattern: /^([A-Z0-9]{2,16}|_PARTIES)$/u },
    { min: 1, max: 64, unique: true },
  )
  readonly from!: readonly string[]

  @IsListOf(
    { type: 'string', pattern: /^([A-Z0-9]{2,16}|_PARTIES)$/u },
    { min: 1, max: 64, unique: true },
  )
  readonly to!: readonly string[]

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IfPresent()
  @IsNested(() => AgreementPeriodsDto)
  readonly periods?: AgreementPeriods

  @IfPresent()
  @IsNestedList(() => CorridorDto, { min: 1, max: 1000 })
  readonly corridors?: readonly Corridor[]

  @IfPresent()
  @IsNestedList(() => SliceDto, { min: 1, max: 16 })
  readonly only?: readonly Slice[]

  @IfPresent()
  @IsNestedList(() => DimensionLevelDto, { min: 1, max: 16 })
  readonly levels?: readonly DimensionLevel[]

  @IsListOf(
    { type: 'string', values: ['F', 'N', 'C', 'D', 'S', 'A', 'O', 'T', 'G', 'M'] },
    { min: 1, max: 10, unique: true },
  )
  readonly confStatus!: readonly ('F' | 'N' | 'C' | 'D' | 'S' | 'A' | 'O' | 'T' | 'G' | 'M')[]

  @IfPresent()
  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 64, unique: true })
  readonly audience?: readonly string[]
}

/** Partners who are no state publish these cells about states that are parties, in a role of their own. The figures are theirs, and are never counted or compared as those of the states. */
export class ReportClauseDto implements ReportClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['report'] })
  readonly kind!: 'report'

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 64, unique: true })
  readonly by!: readonly string[]

  @IsScalar({ type: 'string', values: ['employers', 'workers', 'migrants', 'recruiters'] })
  readonly as!: 'employers' | 'workers' | 'migrants' | 'recruiters'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsListOf(
    { type: 'string', pattern: /^([A-Z0-9]{2,16}|_PARTIES)$/u },
    { min: 1, max: 64, unique: true },
  )
  readonly areas!: readonly string[]

  @IfPresent()
  @IsNested(() => AgreementPeriodsDto)
  readonly periods?: AgreementPeriods

  @IfPresent()
  @IsNestedList(() => SliceDto, { min: 1, max: 16 })
  readonly only?: readonly Slice[]
}

/** The figures are published: they are handed over as they are. */
export class PublishedFiguresDto implements PublishedFigures {
  @IsScalar({ type: 'string', values: ['published-figures-no-protection'] })
  readonly method!: 'published-figures-no-protection'
}

/** For figures about employers: suppressed where so many contributors have more than so much of it. */
export class DominanceDto implements Dominance {
  @IsScalar({ type: 'integer', minimum: 1, maximum: 10 })
  readonly contributors!: number

  @IsScalar({ type: 'integer', minimum: 1, maximum: 100 })
  readonly percent!: number
}

/** Counts of this group are suppressed up to a threshold of its own. */
export class GroupThresholdDto implements GroupThreshold {
  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{1,31}$/u })
  readonly dimension!: string

  @IsListOf(
    { type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u },
    { min: 1, max: 1000, unique: true },
  )
  readonly codes!: readonly string[]

  @IsScalar({ type: 'integer', minimum: 1, maximum: 1000 })
  readonly threshold!: number
}

/** Small counts are suppressed, and others with them so that none can be computed back. */
export class SuppressionDto implements Suppression {
  @IsScalar({ type: 'string', values: ['suppression'] })
  readonly method!: 'suppression'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 1000 })
  readonly threshold!: number

  @IsScalar({ type: 'boolean' })
  readonly zeros!: boolean

  @IsScalar({ type: 'integer', minimum: 1, maximum: 1000 })
  readonly protectionPercent!: number

  @IfPresent()
  @IsNested(() => DominanceDto)
  readonly dominance?: Dominance

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 100 })
  readonly estimatePercent?: number

  @IfPresent()
  @IsNestedList(() => GroupThresholdDto, { min: 1, max: 64 })
  readonly groups?: readonly GroupThreshold[]
}

/** Counts are rounded up or down to a multiple of the base, the same cell always the same way. */
export class RandomRoundingDto implements RandomRounding {
  @IsScalar({ type: 'string', values: ['random-rounding'] })
  readonly method!: 'random-rounding'

  @IsScalar({ type: 'integer', minimum: 2, maximum: 100 })
  readonly base!: number
}

/** Counts are changed a little by the sender's cell keys. */
export class CellKeyDto implements CellKey {
  @IsScalar({ type: 'string', values: ['cell-key'] })
  readonly method!: 'cell-key'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 20 })
  readonly maximumNoise!: number

  @IsScalar({ type: 'number', minimum: 0.1, maximum: 100 })
  readonly variance!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 10 })
  readonly smallest!: number
}

/** How figures are protected before they are handed over. */
export class ProtectClauseDto implements ProtectClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['protect'] })
  readonly kind!: 'protect'

  @IfPresent()
  @IsListOf(
    { type: 'string', pattern: /^([A-Z0-9]{2,16}|_PARTIES)$/u },
    { min: 1, max: 64, unique: true },
  )
  readonly from?: readonly string[]

  @IfPresent()
  @IsListOf(
    {
      type: 'string',
      values: [
        'migration-flow',
        'migrant-stock',
        'labour-market',
        'work-permits',
        'deployment',
        'temporary-mobility',
        'qualification-recognition',
        'social-protection',
      ],
    },
    { min: 1, max: 8, unique: true },
  )
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

  @IsOneOf('method', () => ({
    'published-figures-no-protection': PublishedFiguresDto,
    suppression: SuppressionDto,
    'random-rounding': RandomRoundingDto,
    'cell-key': CellKeyDto,
  }))
  readonly rule!: ProtectionRule
}

/** How far two statements may lie apart. */
export class ToleranceDto implements Tolerance {
  @IsScalar({ type: 'number', minimum: 0, maximum: 200 })
  readonly asymmetryPercent!: number
}

/** Differences below it are no case. */
export class MaterialityDto implements Materiality {
  @IsScalar({ type: 'integer', minimum: 0, maximum: 1000000 })
  readonly persons!: number

  @IfPresent()
  @IsScalar({ type: 'number', minimum: 0, maximum: 200 })
  readonly percent?: number
}

/** How many of the persons of a code have this one in the other version. */
export class DoubleCodedDto implements DoubleCoded {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly code!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 1000000000 })
  readonly persons!: number
}

/** What persons who were coded by both versions of a classification show of one code: their shares are taken for those of all. */
export class DoubleCodingDto implements DoubleCoding {
  @IsScalar({ type: 'string', pattern: /^[A-Z]{2,8}-[0-9]{1,4}$/u })
  readonly from!: string

  @IsScalar({ type: 'string', pattern: /^[A-Z]{2,8}-[0-9]{1,4}$/u })
  readonly to!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly code!: string

  @IsNestedList(() => DoubleCodedDto, { min: 1, max: 60 })
  readonly into!: readonly DoubleCoded[]
}

/** The two sides' figures are compared, and a difference beyond the tolerance is shown. */
export class ReconcileClauseDto implements ReconcileClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['reconcile'] })
  readonly kind!: 'reconcile'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsNested(() => ToleranceDto)
  readonly tolerance!: Tolerance

  @IfPresent()
  @IsNested(() => MaterialityDto)
  readonly materiality?: Materiality

  @IfPresent()
  @IsScalar({ type: 'number', minimum: 0, maximum: 1 })
  readonly level?: number

  @IfPresent()
  @IsScalar({ type: 'number', minimum: 0, maximum: 1 })
  readonly mostVariation?: number

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 0, maximum: 1000 })
  readonly budget?: number

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 365 })
  readonly reviewDays?: number

  @IfPresent()
  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 16, unique: true })
  readonly reportTo?: readonly string[]

  @IfPresent()
  @IsScalar({ type: 'boolean' })
  readonly commitFirst?: boolean

  @IfPresent()
  @IsScalar({
    type: 'string',
    values: [
      'duration-imem',
      'duration-willekens-expert',
      'duration-willekens-poisson',
      'duration-willekens-mixture',
    ],
  })
  readonly durationRule?:
    | 'duration-imem'
    | 'duration-willekens-expert'
    | 'duration-willekens-poisson'
    | 'duration-willekens-mixture'

  @IfPresent()
  @IsNestedList(() => DoubleCodingDto, { min: 1, max: 600 })
  readonly doubleCoding?: readonly DoubleCoding[]
}

/** A code of a dimension. */
export class DimensionCodeDto implements DimensionCode {
  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{1,31}$/u })
  readonly dimension!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly code!: string
}

/** Of the stage before, how many go on at least and at most. */
export class TakeUpDto implements TakeUp {
  @IsScalar({ type: 'number', minimum: 0, maximum: 100 })
  readonly leastPercent!: number

  @IsScalar({ type: 'number', minimum: 0, maximum: 1000 })
  readonly mostPercent!: number
}

/** A stage: who reports it, by which figure, after which stage, how much later and how many. */
export class PipelineStageDto implements PipelineStage {
  @IsScalar({
    type: 'string',
    values: ['offer', 'clearance', 'permit', 'departure', 'entry', 'stock', 'return', 're-entry'],
  })
  readonly stage!:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly from!: string

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsNestedList(() => DimensionCodeDto, { min: 0, max: 16 })
  readonly at!: readonly DimensionCode[]

  @IfPresent()
  @IsScalar({
    type: 'string',
    values: ['offer', 'clearance', 'permit', 'departure', 'entry', 'stock', 'return', 're-entry'],
  })
  readonly after?:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'

  @IfPresent()
  @IsListOf({ type: 'number', minimum: 0, maximum: 100 }, { min: 1, max: 37 })
  readonly lagPercent?: readonly number[]

  @IfPresent()
  @IsNested(() => TakeUpDto)
  readonly takeUp?: TakeUp
}

/** Nobody leaves who is not there: who leaves is held against the stock, a stage's own figure or reckoned from an opening figure. */
export class PipelineStockDto implements PipelineStock {
  @IsScalar({
    type: 'string',
    values: ['offer', 'clearance', 'permit', 'departure', 'entry', 'stock', 'return', 're-entry'],
  })
  readonly leaves!:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'

  @IsScalar({
    type: 'string',
    values: ['offer', 'clearance', 'permit', 'departure', 'entry', 'stock', 'return', 're-entry'],
  })
  readonly enters!:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'

  @IfPresent()
  @IsScalar({
    type: 'string',
    values: ['offer', 'clearance', 'permit', 'departure', 'entry', 'stock', 'return', 're-entry'],
  })
  readonly stock?:
    'offer' | 'clearance' | 'permit' | 'departure' | 'entry' | 'stock' | 'return' | 're-entry'

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 0, maximum: 1000000000 })
  readonly opening?: number
}

/** Both sides count stages of one path: each stage is held against the stages before it, never set equal. */
export class PipelineClauseDto implements PipelineClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['pipeline'] })
  readonly kind!: 'pipeline'

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly origin!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u })
  readonly destination!: string

  @IsScalar({ type: 'number', minimum: 0.01, maximum: 20 })
  readonly levelPercent!: number

  @IsNestedList(() => PipelineStageDto, { min: 2, max: 12 })
  readonly stages!: readonly PipelineStage[]

  @IfPresent()
  @IsNestedList(() => PipelineStockDto, { min: 1, max: 4 })
  readonly stocks?: readonly PipelineStock[]
}

/** These parties consent to their figures going into the aggregates of the region. */
export class AggregateClauseDto implements AggregateClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['aggregate'] })
  readonly kind!: 'aggregate'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsListOf(
    { type: 'string', pattern: /^([A-Z0-9]{2,16}|_PARTIES)$/u },
    { min: 1, max: 64, unique: true },
  )
  readonly from!: readonly string[]
}

/** When figures are due. */
export class TimetableClauseDto implements TimetableClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['timetable'] })
  readonly kind!: 'timetable'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsListOf(
    { type: 'string', pattern: /^([A-Z0-9]{2,16}|_PARTIES)$/u },
    { min: 1, max: 64, unique: true },
  )
  readonly from!: readonly string[]

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IsScalar({ type: 'integer', minimum: 0, maximum: 1100 })
  readonly dueDays!: number
}

/** How long the recipients and the hub keep what was handed over. */
export class RetentionClauseDto implements RetentionClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['retention'] })
  readonly kind!: 'retention'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 36600 })
  readonly days!: number
}

/** What recipients may hand on, as the figures say in CONF_REDIST. */
export class RedistributionClauseDto implements RedistributionClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['redistribution'] })
  readonly kind!: 'redistribution'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsListOf({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u }, { min: 0, max: 16, unique: true })
  readonly allowed!: readonly string[]
}

/** When accepted figures are handed over. */
export class ReleaseClauseDto implements ReleaseClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['release'] })
  readonly kind!: 'release'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsScalar({ type: 'string', values: ['at-once', 'after-comment'] })
  readonly rule!: 'at-once' | 'after-comment'

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 90 })
  readonly commentDays?: number
}

/** A party receives under one of these clauses only while it gives under the others. */
export class ReciprocityClauseDto implements ReciprocityClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['reciprocity'] })
  readonly kind!: 'reciprocity'

  @IsListOf(
    { type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u },
    { min: 2, max: 64, unique: true },
  )
  readonly clauses!: readonly string[]
}

/** The moment that counts as delivered. */
export class DeliveredClauseDto implements DeliveredClause {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['delivered'] })
  readonly kind!: 'delivered'

  @IsScalar({ type: 'string', values: ['handed-over', 'acknowledged'] })
  readonly moment!: 'handed-over' | 'acknowledged'
}

/** The parties have not agreed on this. */
export class EnforcedNotAgreedDto implements EnforcedNotAgreed {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['not-agreed'] })
  readonly kind!: 'not-agreed'

  @IsScalar({
    type: 'string',
    values: [
      'reconcile',
      'aggregate',
      'timetable',
      'retention',
      'redistribution',
      'release',
      'reciprocity',
      'delivered',
    ],
  })
  readonly topic!:
    | 'reconcile'
    | 'aggregate'
    | 'timetable'
    | 'retention'
    | 'redistribution'
    | 'release'
    | 'reciprocity'
    | 'delivered'
}

/** What the figures may be used for, and what not. */
export class PurposesRecordDto implements PurposesRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['purposes'] })
  readonly kind!: 'purposes'

  @IsListOf(
    {
      type: 'string',
      values: [
        'official-statistics',
        'policy-planning',
        'skills-matching',
        'protection-of-workers',
        'social-security-coordination',
        'research',
      ],
    },
    { min: 1, max: 6, unique: true },
  )
  readonly purposes!: readonly (
    | 'official-statistics'
    | 'policy-planning'
    | 'skills-matching'
    | 'protection-of-workers'
    | 'social-security-coordination'
    | 'research'
  )[]

  @IsListOf(
    {
      type: 'string',
      values: [
        'individual-decisions',
        'law-enforcement',
        'border-control',
        'commercial-use',
        're-identification',
      ],
    },
    { min: 0, max: 5, unique: true },
  )
  readonly prohibited!: readonly (
    | 'individual-decisions'
    | 'law-enforcement'
    | 'border-control'
    | 'commercial-use'
    | 're-identification'
  )[]
}

/** The treaty or law that the agreement rests on, bound by the digest of its text. */
export class LegalBasisRecordDto implements LegalBasisRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['legal-basis'] })
  readonly kind!: 'legal-basis'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 4000 })
  readonly reference!: string

  @IsScalar({ type: 'string', pattern: /^[0-9a-f]{64}$/u })
  readonly textSha256!: string
}

/** The languages in which the text is authentic. */
export class LanguagesRecordDto implements LanguagesRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['authentic-languages'] })
  readonly kind!: 'authentic-languages'

  @IsListOf(
    { type: 'string', pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/u },
    { min: 1, max: 24, unique: true },
  )
  readonly languages!: readonly string[]
}

/** The competent authority of a party. */
export class AuthorityDto implements Authority {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly party!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 4000 })
  readonly authority!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 4000 })
  readonly proofOfPowers!: string
}

/** Who is competent for each party, and what proves their powers. */
export class AuthoritiesRecordDto implements AuthoritiesRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['competent-authorities'] })
  readonly kind!: 'competent-authorities'

  @IsNestedList(() => AuthorityDto, { min: 1, max: 128 })
  readonly authorities!: readonly Authority[]
}

/** The role of a party, or of the hub's operator (OPERATOR). */
export class ProtectionRoleDto implements ProtectionRole {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly party!: string

  @IsScalar({ type: 'string', values: ['controller', 'joint-controller', 'processor'] })
  readonly role!: 'controller' | 'joint-controller' | 'processor'
}

/** Who is controller and who is processor. */
export class RolesRecordDto implements RolesRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['data-protection-roles'] })
  readonly kind!: 'data-protection-roles'

  @IsNestedList(() => ProtectionRoleDto, { min: 1, max: 64 })
  readonly roles!: readonly ProtectionRole[]
}

/** How soon a breach is told. */
export class BreachRecordDto implements BreachRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['breach-notice'] })
  readonly kind!: 'breach-notice'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 720 })
  readonly hours!: number
}

/** What becomes of the figures at the end. */
export class ReturnRecordDto implements ReturnRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['return-or-destruction'] })
  readonly kind!: 'return-or-destruction'

  @IsScalar({ type: 'string', values: ['return', 'destruction', 'keep'] })
  readonly choice!: 'return' | 'destruction' | 'keep'

  @IsScalar({ type: 'integer', minimum: 1, maximum: 3660 })
  readonly days!: number
}

/** What was agreed, in words. */
export class TextRecordDto implements TextRecord {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['text'] })
  readonly kind!: 'text'

  @IsScalar({
    type: 'string',
    values: [
      'electronic-signature',
      'hosting',
      'transfer-basis',
      'audit',
      'liability',
      'disputes',
      'cost',
      'citation',
      'amendment',
      'notice',
      'survival',
    ],
  })
  readonly topic!:
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

  @IsScalar({ type: 'string', minLength: 1, maxLength: 4000 })
  readonly text!: string
}

/** The parties have not agreed on this. */
export class RecordedNotAgreedDto implements RecordedNotAgreed {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', values: ['not-agreed'] })
  readonly kind!: 'not-agreed'

  @IsScalar({
    type: 'string',
    values: [
      'purposes',
      'legal-basis',
      'authentic-languages',
      'competent-authorities',
      'data-protection-roles',
      'breach-notice',
      'return-or-destruction',
      'electronic-signature',
      'hosting',
      'transfer-basis',
      'audit',
      'liability',
      'disputes',
      'cost',
      'citation',
      'amendment',
      'notice',
      'survival',
    ],
  })
  readonly topic!:
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

/** The terms that all parties sign, over their RFC 8785 bytes: what the hub keeps them to, and, apart from it, what it only records. */
export class AgreementDto implements Agreement {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly title!: string

  @IsNestedList(() => AgreementPartyDto, { min: 2, max: 64 })
  readonly parties!: readonly AgreementParty[]

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly committee?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly supersedes?: string

  @IsNested(() => AgreementTermDto)
  readonly term!: AgreementTerm

  @IsOneOf('rule', () => ({
    'on-signature': EntryOnSignatureDto,
    'on-date': EntryOnDateDto,
    'on-notices': EntryOnNoticesDto,
  }))
  readonly entryIntoForce!: EntryIntoForce

  @IsOneOf('rule', () => ({ 'not-agreed': NotProvisionalDto, 'from-date': ProvisionalFromDto }))
  readonly provisionalApplication!: ProvisionalApplication

  @IsOneOf('rule', () => ({ closed: AccessionClosedDto, 'with-consent': AccessionOpenDto }))
  readonly accession!: Accession

  @IsScalar({ type: 'integer', minimum: 1, maximum: 1830 })
  readonly signatureDays!: number

  @IsOneOfList(
    'kind',
    () => ({
      share: ShareClauseDto,
      report: ReportClauseDto,
      protect: ProtectClauseDto,
      reconcile: ReconcileClauseDto,
      pipeline: PipelineClauseDto,
      aggregate: AggregateClauseDto,
      timetable: TimetableClauseDto,
      retention: RetentionClauseDto,
      redistribution: RedistributionClauseDto,
      release: ReleaseClauseDto,
      reciprocity: ReciprocityClauseDto,
      delivered: DeliveredClauseDto,
      'not-agreed': EnforcedNotAgreedDto,
    }),
    { min: 1, max: 256 },
  )
  readonly enforced!: readonly AgreementClause[]

  @IsOneOfList(
    'kind',
    () => ({
      purposes: PurposesRecordDto,
      'legal-basis': LegalBasisRecordDto,
      'authentic-languages': LanguagesRecordDto,
      'competent-authorities': AuthoritiesRecordDto,
      'data-protection-roles': RolesRecordDto,
      'breach-notice': BreachRecordDto,
      'return-or-destruction': ReturnRecordDto,
      text: TextRecordDto,
      'not-agreed': RecordedNotAgreedDto,
    }),
    { min: 0, max: 64 },
  )
  readonly recorded!: readonly RecordedClause[]
}

/** What a party, or one who wants to become one, does about an agreement besides signing its terms, which it may propose; signed over its RFC 8785 bytes. */
export class AgreementActDto implements AgreementAct {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({
    type: 'string',
    values: [
      'propose',
      'decline',
      'reserve',
      'notify',
      'suspend',
      'resume',
      'terminate',
      'withdraw',
      'accede',
      'consent',
      'refuse',
    ],
  })
  readonly act!:
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

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{43}$/u })
  readonly digest!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{43}$/u })
  readonly answers?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly reason?: string

  @IfPresent()
  @IsListOf(
    { type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u },
    { min: 0, max: 256, unique: true },
  )
  readonly clauses?: readonly string[]

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant?: string
}

/** One dataset with the contract that it follows. */
export class BundlePartDto implements BundlePart {
  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly contract!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/u })
  readonly version!: string

  @IsOpen()
  readonly data!: Readonly<Record<string, unknown>>
}

/** Several datasets in one message: all of them are accepted, or none. Each follows the contract that it names. */
export class BundleDto implements Bundle {
  @IsNestedList(() => BundlePartDto, { min: 1, max: 64 })
  readonly parts!: readonly BundlePart[]
}

/** A code that a list gains. Its parent is a released code or stands before it. */
export class AddedCodeDto implements AddedCode {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly code!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly label!: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly parent?: string

  @IsScalar({ type: 'string', format: 'date' })
  readonly validFrom!: string

  @IfPresent()
  @IsScalar({ type: 'string', format: 'date' })
  readonly validUntil?: string
}

/** Codes that a hub or an office adds to one released code list, without a new release. Nothing that is released is changed or taken away. */
export class CodeListExtensionDto implements CodeListExtension {
  @IsScalar({ type: 'string', pattern: /^CL_[A-Z0-9_]{1,40}$/u })
  readonly list!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly source!: string

  @IsNestedList(() => AddedCodeDto, { min: 1, max: 5000 })
  readonly codes!: readonly AddedCode[]
}

/** Rows that follow each other, and the clause that lets them out. */
export class GrantedRowsDto implements GrantedRows {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly clause!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly first!: number

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly last!: number
}

/** A method of disclosure control (SDC_METHOD) and the clause that asks for it. */
export class AppliedProtectionDto implements AppliedProtection {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly clause!: string

  @IsScalar({
    type: 'string',
    values: ['published-figures-no-protection', 'suppression', 'random-rounding', 'cell-key'],
  })
  readonly method!:
    'published-figures-no-protection' | 'suppression' | 'random-rounding' | 'cell-key'
}

/** The figures of one submission that clauses of agreements grant: a dataset of the contract and version that it names. */
export class DeliveredFiguresDto implements DeliveredFigures {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly sender!: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['employers', 'workers', 'migrants', 'recruiters'] })
  readonly reportedAs?: 'employers' | 'workers' | 'migrants' | 'recruiters'

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsScalar({ type: 'string', pattern: /^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/u })
  readonly version!: string

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly commitment!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly recordedAt!: string

  @IsNestedList(() => GrantedRowsDto, { min: 1, max: 5000 })
  readonly grants!: readonly GrantedRows[]

  @IsNestedList(() => AppliedProtectionDto, { min: 1, max: 64 })
  readonly protection!: readonly AppliedProtection[]

  @IsOpen()
  readonly dataset!: Readonly<Record<string, unknown>>
}

/** A number, and the digest of the statement that has it. */
export class WithdrawnDeliveryDto implements WithdrawnDelivery {
  @IsScalar({ type: 'integer', minimum: 1, maximum: 9007199254740991 })
  readonly number!: number

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly digest!: string
}

/** Deliveries that are withdrawn: their numbers stay theirs, so that there is no gap. Whoever took one destroys it; where it is doubtful, it is not used until it comes again under another number. */
export class WithdrawalNoteDto implements WithdrawalNote {
  @IsScalar({
    type: 'string',
    values: [
      'agreement-ended',
      'agreement-suspended',
      'agreement-narrowed',
      'participant-suspended',
      'sender-suspended',
      'doubtful',
      'reciprocity-not-kept',
      'retracted',
      'erased',
      'released-in-error',
    ],
  })
  readonly reason!:
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

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly clause?: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IsNestedList(() => WithdrawnDeliveryDto, { min: 1, max: 1000 })
  readonly withdrawn!: readonly WithdrawnDelivery[]
}

/** What the hub hands over to a recipient: figures, or a note that figures are withdrawn. Numbered for the recipient without a gap, each naming the digest of the one before, so that it can prove that nothing was left out. */
export class DeliveryDto implements Delivery {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}(-[A-Z0-9]{2,16})?$/u })
  readonly recipient!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 9007199254740991 })
  readonly number!: number

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly previous?: string

  @IfPresent()
  @IsNested(() => DeliveredFiguresDto)
  readonly figures?: DeliveredFigures

  @IfPresent()
  @IsNested(() => WithdrawalNoteDto)
  readonly withdrawal?: WithdrawalNote
}

/** Where projected figures come from: who made them, how, from which base, when, and how far they reach. */
export class ProjectionDto implements Projection {
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly producer!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly method!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}$/u })
  readonly baseYear!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-(0[1-9]|1[0-2]))?$/u })
  readonly vintage!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}$/u })
  readonly horizon!: string
}

/** How the reporter counts: which event, whom, from which stay on, from which source, over which period. */
export class DefinitionDto implements Definition {
  @IsScalar({
    type: 'string',
    values: [
      'registration',
      'permit-issued',
      'border-crossing',
      'survey-answer',
      'census-count',
      'clearance',
      'contract',
      'insurance-record',
      'decision',
      'quota',
      'estimate',
      'not-stated',
    ],
  })
  readonly eventConcept!:
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

  @IsScalar({
    type: 'string',
    values: [
      'register',
      'survey',
      'census',
      'permit',
      'border',
      'mirror',
      'projection',
      'not-stated',
    ],
  })
  readonly source!:
    'register' | 'survey' | 'census' | 'permit' | 'border' | 'mirror' | 'projection' | 'not-stated'

  @IsScalar({
    type: 'string',
    values: [
      'all',
      'nationals',
      'non-nationals',
      'workers',
      'for-work',
      'permit-holders',
      'insured',
      'jobs',
      'applications',
      'agreements',
    ],
  })
  readonly population!:
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

  @IsScalar({ type: 'string', pattern: /^(P[0-9]{1,3}M|permanent|not-applicable)$/u })
  readonly minimumStay!: string

  @IsScalar({
    type: 'string',
    values: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
  })
  readonly partnerConcept!:
    'residence' | 'citizenship' | 'birth' | 'qualification' | 'insurance' | 'none'

  @IsScalar({ type: 'string', values: ['completed', 'reached', 'not-stated'] })
  readonly ageDefinition!: 'completed' | 'reached' | 'not-stated'

  @IsScalar({ type: 'string', values: ['calendar', 'fiscal'] })
  readonly periodConvention!: 'calendar' | 'fiscal'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/u })
  readonly fiscalYearStart?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 1000 })
  readonly comment?: string

  @IfPresent()
  @IsNested(() => ProjectionDto)
  readonly projection?: Projection
}

/** How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was. */
export class UnitDto implements Unit {
  @IsScalar({ type: 'string', pattern: /^[A-Z]{2,3}$/u })
  readonly measure!: string

  @IsScalar({ type: 'integer', values: [0, 3, 6] })
  readonly multiplier!: 0 | 3 | 6

  @IsScalar({ type: 'integer', minimum: 0, maximum: 6 })
  readonly decimals!: number
}

/** Why a warning is right as it stands; it travels with the figures. */
export class NoteDto implements Note {
  @IsScalar({ type: 'string', pattern: /^W[0-9]{3}$/u })
  readonly problem!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly text!: string
}

/** The mapping by which a file's own codes became those of the contract. */
export class MappedByDto implements MappedBy {
  @IsScalar({ type: 'string', pattern: /^[a-z0-9][a-z0-9-]{0,63}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly digest!: string
}

/** The classification that each column of codes follows, with its version. */
export class DeploymentClassificationsDto implements DeploymentClassifications {
  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'

  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly sector!: 'ISIC-4' | 'ISIC-5'
}

/** Figures of contract labour, as the country of origin counts it, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class DeploymentDto implements Deployment {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => DeploymentClassificationsDto)
  readonly classifications!: DeploymentClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly destination!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly stage!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly contractType!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sector!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}

/** An accepted message, by the sender's id and by its receipt. */
export class DoubtfulMessageDto implements DoubtfulMessage {
  @IsScalar({ type: 'string', maxLength: 128 })
  readonly id!: string

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly digest!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 9007199254740991 })
  readonly position!: number
}

/** The hub tells a participant which of its accepted messages came after a key of it was withdrawn: whoever has the key may have made them. */
export class DoubtDto implements Doubt {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{43}$/u })
  readonly kid!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly since!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 400 })
  readonly reason!: string

  @IsNestedList(() => DoubtfulMessageDto, { min: 1, max: 1000 })
  readonly messages!: readonly DoubtfulMessage[]
}

/** A report that a party owes under a timetable clause. */
export class OwedReportDto implements OwedReport {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly clause!: string

  @IsScalar({
    type: 'string',
    values: [
      'migration-flow',
      'migrant-stock',
      'labour-market',
      'work-permits',
      'deployment',
      'temporary-mobility',
      'qualification-recognition',
      'social-protection',
    ],
  })
  readonly contract!:
    | 'migration-flow'
    | 'migrant-stock'
    | 'labour-market'
    | 'work-permits'
    | 'deployment'
    | 'temporary-mobility'
    | 'qualification-recognition'
    | 'social-protection'

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly party!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly dueAt!: string

  @IsScalar({ type: 'string', values: ['due-soon', 'missing', 'late'] })
  readonly state!: 'due-soon' | 'missing' | 'late'

  @IsScalar({ type: 'boolean' })
  readonly oneSided!: boolean

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly reportedAt?: string
}

/** The hub tells the parties of an agreement which reports of its timetable are due soon, missing, came late, or came from one side only. It carries no figure. */
export class DueNoticeDto implements DueNotice {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IsNestedList(() => OwedReportDto, { min: 1, max: 10000 })
  readonly reports!: readonly OwedReport[]
}

/** The office that speaks for a participant. */
export class OfficeDto implements Office {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly code!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly name!: string
}

/** An Ed25519 public key (RFC 8037). */
export class SigningKeyDto implements SigningKey {
  @IsScalar({ type: 'string', values: ['OKP'] })
  readonly kty!: 'OKP'

  @IsScalar({ type: 'string', values: ['Ed25519'] })
  readonly crv!: 'Ed25519'

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly x!: string
}

/** An office takes its place with the one-time code that it was given, and shows its two public keys. */
export class EnrolmentDto implements Enrolment {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{8,128}$/u })
  readonly code!: string

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant!: string

  @IsNested(() => OfficeDto)
  readonly office!: Office

  @IsNested(() => SigningKeyDto)
  readonly signingKey!: SigningKey

  @IsScalar({ type: 'string', pattern: /^U[A-Z2-7]{55}$/u })
  readonly signinKey!: string
}

/** A CloudEvent in structured mode; exactly its bytes are signed. */
export class EnvelopeDto implements Envelope {
  @IsScalar({ type: 'string', values: ['1.0'] })
  readonly specversion!: '1.0'

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9._:-]{1,128}$/u })
  readonly id!: string

  @IsScalar({
    type: 'string',
    pattern: /^urn:corridor:(participant:[A-Z0-9]{2,16}|hub:[A-Za-z0-9._-]{1,64})$/u,
  })
  readonly source!: string

  @IsScalar({
    type: 'string',
    values: [
      'corridor.submission.v1',
      'corridor.receipt.v1',
      'corridor.delivery.v1',
      'corridor.report.v1',
      'corridor.feed.v1',
    ],
  })
  readonly type!:
    | 'corridor.submission.v1'
    | 'corridor.receipt.v1'
    | 'corridor.delivery.v1'
    | 'corridor.report.v1'
    | 'corridor.feed.v1'

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly time!: string

  @IsScalar({ type: 'string', values: ['application/json'] })
  readonly datacontenttype!: 'application/json'

  @IsScalar({
    type: 'string',
    pattern: /^urn:corridor:contract:[a-z][a-z0-9-]{0,63}:[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/u,
  })
  readonly dataschema!: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{21}[AQgw]$/u })
  readonly salt!: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['test'] })
  readonly mode?: 'test'

  @IsOpen()
  readonly data!: Readonly<Record<string, unknown>>
}

/** A hub names the key that follows its own, signed with the key that goes: whoever pinned that one may believe the next. */
export class HubSuccessionDto implements HubSuccession {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9._-]{1,64}$/u })
  readonly hub!: string

  @IsNested(() => SigningKeyDto)
  readonly key!: SigningKey

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly oldUntil!: string
}

/** A public key as JWK: Ed25519 (OKP), P-256 (EC) or RSA. */
export class KeyActKeyDto implements KeyActKey {
  @IsScalar({ type: 'string', values: ['OKP', 'EC', 'RSA'] })
  readonly kty!: 'OKP' | 'EC' | 'RSA'

  @IfPresent()
  @IsScalar({ type: 'string', values: ['Ed25519', 'P-256'] })
  readonly crv?: 'Ed25519' | 'P-256'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly x?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly y?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly n?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly e?: string
}

/** The hub says what has happened to an office key or a passkey of a participant, and how the key stands since. Its digest stands in the journal from that moment on, so that a key's history cannot be told otherwise later. */
export class KeyActDto implements KeyAct {
  @IsScalar({
    type: 'string',
    values: ['registered', 'confirmed', 'exchanged', 'withdrawn', 'removed'],
  })
  readonly act!: 'registered' | 'confirmed' | 'exchanged' | 'withdrawn' | 'removed'

  @IsScalar({ type: 'string', values: ['office-key', 'passkey'] })
  readonly with!: 'office-key' | 'passkey'

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{43}$/u })
  readonly kid!: string

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 64 })
  readonly office!: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly name?: string

  @IsListOf(
    {
      type: 'string',
      values: ['publisher', 'approver', 'reviewer', 'signatory', 'observer', 'operator'],
    },
    { min: 1, max: 6, unique: true },
  )
  readonly roles!: readonly (
    'publisher' | 'approver' | 'reviewer' | 'signatory' | 'observer' | 'operator'
  )[]

  @IsNested(() => KeyActKeyDto)
  readonly key!: KeyActKey

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 100 })
  readonly by?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 400 })
  readonly reason?: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly validFrom?: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly validUntil?: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly revokedFrom?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{43}$/u })
  readonly replacedBy?: string
}

/** The holder of a registered key shows two new public keys; the old ones are good for some days more. */
export class KeyRotationDto implements KeyRotation {
  @IsNested(() => SigningKeyDto)
  readonly signingKey!: SigningKey

  @IsScalar({ type: 'string', pattern: /^U[A-Z2-7]{55}$/u })
  readonly signinKey!: string

  @IsScalar({ type: 'integer', minimum: 0, maximum: 90 })
  readonly keepDays!: number
}

/** The classification that each column of codes follows, with its version. */
export class LabourMarketClassificationsDto implements LabourMarketClassifications {
  @IsScalar({ type: 'string', values: ['ISCED-2011'] })
  readonly education!: 'ISCED-2011'

  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'

  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly sector!: 'ISIC-4' | 'ISIC-5'

  @IsScalar({ type: 'string', values: ['ICSE-18'] })
  readonly statusInEmployment!: 'ICSE-18'
}

/** Figures of the labour market of one state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class LabourMarketDto implements LabourMarket {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => LabourMarketClassificationsDto)
  readonly classifications!: LabourMarketClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly indicator!: Column<string>

  @IsColumn({ type: 'string', values: ['observed', 'projected'] }, { min: 1, max: 5000 })
  readonly basis!: Column<'observed' | 'projected'>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly scenario!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly citizenship!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly education!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sector!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly statusInEmployment!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly contributors?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly largestContribution?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly secondContribution?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}

/** The contract that the figures follow in the end. */
export class MappedContractDto implements MappedContract {
  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly name!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/u })
  readonly version!: string
}

/** The same in every row. */
export class FixedColumnDto implements FixedColumn {
  @IsScalar({ type: 'string', values: ['fixed'] })
  readonly kind!: 'fixed'

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9_]{0,63}$/u })
  readonly column!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 1000 })
  readonly value!: string
}

/** A text of the file and the code that it is in the contract. */
export class MappedCodeDto implements MappedCode {
  @IsScalar({ type: 'string', minLength: 0, maxLength: 300 })
  readonly from!: string

  @IsScalar({ type: 'string', minLength: 0, maxLength: 1000 })
  readonly to!: string
}

/** Texts of one form and the form of their codes: Y{from}-{to} becomes Y{from}T{to}. A name in braces stands for letters and digits. */
export class MappedPatternDto implements MappedPattern {
  @IsScalar({ type: 'string', minLength: 1, maxLength: 100 })
  readonly from!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 100 })
  readonly to!: string
}

/** From a column of the file, its texts turned into codes. */
export class CopiedColumnDto implements CopiedColumn {
  @IsScalar({ type: 'string', values: ['from'] })
  readonly kind!: 'from'

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9_]{0,63}$/u })
  readonly column!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly from!: string

  @IfPresent()
  @IsNestedList(() => MappedCodeDto, { min: 1, max: 5000 })
  readonly codes?: readonly MappedCode[]

  @IfPresent()
  @IsNestedList(() => MappedPatternDto, { min: 1, max: 20 })
  readonly patterns?: readonly MappedPattern[]

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^CL_[A-Z0-9_]{1,40}$/u })
  readonly labels?: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['refuse', 'keep'] })
  readonly others?: 'refuse' | 'keep'
}

/** The column that is taken where the third one has this text. */
export class ChosenCaseDto implements ChosenCase {
  @IsScalar({ type: 'string', minLength: 0, maxLength: 300 })
  readonly when!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly from!: string
}

/** From one column of the file or another, as a third one says. */
export class ChosenColumnDto implements ChosenColumn {
  @IsScalar({ type: 'string', values: ['chosen'] })
  readonly kind!: 'chosen'

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9_]{0,63}$/u })
  readonly column!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly by!: string

  @IsNestedList(() => ChosenCaseDto, { min: 1, max: 20 })
  readonly cases!: readonly ChosenCase[]

  @IfPresent()
  @IsNestedList(() => MappedCodeDto, { min: 1, max: 5000 })
  readonly codes?: readonly MappedCode[]

  @IfPresent()
  @IsNestedList(() => MappedPatternDto, { min: 1, max: 20 })
  readonly patterns?: readonly MappedPattern[]

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^CL_[A-Z0-9_]{1,40}$/u })
  readonly labels?: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['refuse', 'keep'] })
  readonly others?: 'refuse' | 'keep'
}

/** Letters of Eurostat's flags, which become status of observation, confidentiality and value. */
export class FlagsColumnDto implements FlagsColumn {
  @IsScalar({ type: 'string', values: ['flags'] })
  readonly kind!: 'flags'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly from!: string
}

/** Rows that are left out, with the reason that is told with their number. */
export class SkippedRowsDto implements SkippedRows {
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly from!: string

  @IsListOf({ type: 'string', minLength: 0, maxLength: 300 }, { min: 1, max: 1000 })
  readonly values!: readonly string[]

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly because!: string
}

/** How a file with an office's own columns and codes becomes figures of a contract. A dataset says by which mapping it was made. */
export class MappingDto implements Mapping {
  @IsScalar({ type: 'string', pattern: /^[a-z0-9][a-z0-9-]{0,63}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly title!: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 2000 })
  readonly about?: string

  @IsNested(() => MappedContractDto)
  readonly contract!: MappedContract

  @IfPresent()
  @IsListOf(
    {
      type: 'string',
      pattern: /^[A-Za-z0-9_.-]{1,64}:[A-Za-z0-9_@$-]{1,128}(\([0-9.]{1,20}\))?$/u,
    },
    { min: 1, max: 64 },
  )
  readonly structures?: readonly string[]

  @IfPresent()
  @IsListOf({ type: 'string', minLength: 1, maxLength: 40 }, { min: 1, max: 20 })
  readonly missing?: readonly string[]

  @IsOneOfList(
    'kind',
    () => ({
      fixed: FixedColumnDto,
      from: CopiedColumnDto,
      chosen: ChosenColumnDto,
      flags: FlagsColumnDto,
    }),
    { min: 1, max: 200 },
  )
  readonly columns!: readonly MappedColumn[]

  @IfPresent()
  @IsNestedList(() => SkippedRowsDto, { min: 1, max: 50 })
  readonly skip?: readonly SkippedRows[]

  @IfPresent()
  @IsListOf({ type: 'string', minLength: 1, maxLength: 200 }, { min: 1, max: 500 })
  readonly unused?: readonly string[]
}

/** The classification that each column of codes follows, with its version. */
export class MigrantStockClassificationsDto implements MigrantStockClassifications {
  @IsScalar({ type: 'string', values: ['ISCED-2011'] })
  readonly education!: 'ISCED-2011'

  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'

  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly sector!: 'ISIC-4' | 'ISIC-5'

  @IsScalar({ type: 'string', values: ['ICSE-18'] })
  readonly statusInEmployment!: 'ICSE-18'
}

/** Figures of people who are present at a date or on average in a period, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class MigrantStockDto implements MigrantStock {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => MigrantStockClassificationsDto)
  readonly classifications!: MigrantStockClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly group!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly partner!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly education!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly labourStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sector!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly statusInEmployment!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}

/** The classification that each column of codes follows, with its version. */
export class MigrationFlowClassificationsDto implements MigrationFlowClassifications {
  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'

  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly sector!: 'ISIC-4' | 'ISIC-5'

  @IsScalar({ type: 'string', values: ['ISCED-2011'] })
  readonly education!: 'ISCED-2011'
}

/** Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class MigrationFlowDto implements MigrationFlow {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => MigrationFlowClassificationsDto)
  readonly classifications!: MigrationFlowClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', values: ['inflow', 'outflow'] }, { min: 1, max: 5000 })
  readonly direction!: Column<'inflow' | 'outflow'>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly origin!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly destination!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sector!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly stay!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly education!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly imputed?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}

/** The first day of a scheme and, where it has one, its last. */
export class SchemeTermDto implements SchemeTerm {
  @IsScalar({ type: 'string', format: 'date' })
  readonly from!: string

  @IfPresent()
  @IsScalar({ type: 'string', format: 'date' })
  readonly until?: string
}

/** A state that takes part, through an office. */
export class SchemeStateDto implements SchemeState {
  @IsScalar({ type: 'string', values: ['state'] })
  readonly kind!: 'state'

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly state!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly office!: string

  @IsListOf(
    {
      type: 'string',
      values: [
        'origin',
        'destination',
        'recruits',
        'selects',
        'employs',
        'trains',
        'funds',
        'supports',
        'monitors',
        'represents-workers',
        'observes',
      ],
    },
    { min: 1, max: 8, unique: true },
  )
  readonly roles!: readonly (
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
export class SchemeBodyDto implements SchemeBody {
  @IsScalar({ type: 'string', values: ['body'] })
  readonly kind!: 'body'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly name!: string

  @IsScalar({
    type: 'string',
    values: [
      'international-organisation',
      'employers',
      'workers',
      'recruitment',
      'training',
      'research',
      'civil-society',
      'diaspora',
      'other',
    ],
  })
  readonly nature!:
    | 'international-organisation'
    | 'employers'
    | 'workers'
    | 'recruitment'
    | 'training'
    | 'research'
    | 'civil-society'
    | 'diaspora'
    | 'other'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly seat?: string

  @IsListOf(
    {
      type: 'string',
      values: [
        'origin',
        'destination',
        'recruits',
        'selects',
        'employs',
        'trains',
        'funds',
        'supports',
        'monitors',
        'represents-workers',
        'observes',
      ],
    },
    { min: 1, max: 8, unique: true },
  )
  readonly roles!: readonly (
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

/** What a scheme rests on in law. */
export class SchemeBasisDto implements SchemeBasis {
  @IsScalar({
    type: 'string',
    values: [
      'bilateral-agreement',
      'memorandum',
      'regional-agreement',
      'law',
      'regulation',
      'contract',
      'other',
    ],
  })
  readonly nature!:
    | 'bilateral-agreement'
    | 'memorandum'
    | 'regional-agreement'
    | 'law'
    | 'regulation'
    | 'contract'
    | 'other'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly title!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly reference!: string

  @IfPresent()
  @IsScalar({ type: 'string', format: 'date' })
  readonly signed?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^https:\/\/[^\s]{3,500}$/u, maxLength: 500 })
  readonly page?: string
}

/** How long a stay lasts, in months, and whether it may be repeated. */
export class SchemeStayDto implements SchemeStay {
  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 0, maximum: 120 })
  readonly minimumMonths?: number

  @IsScalar({ type: 'integer', minimum: 1, maximum: 120 })
  readonly maximumMonths!: number

  @IsScalar({ type: 'string', values: ['each-season', 'once', 'not-allowed', 'not-stated'] })
  readonly repeated!: 'each-season' | 'once' | 'not-allowed' | 'not-stated'
}

/** How many places a period has. */
export class SchemeQuotaDto implements SchemeQuota {
  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly places!: number

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly origin?: string
}

/** The sectors that a scheme is open to, with the version of their classification. */
export class SchemeSectorsDto implements SchemeSectors {
  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly classification!: 'ISIC-4' | 'ISIC-5'

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 200, unique: true })
  readonly codes!: readonly string[]
}

/** The occupations that a scheme is open to, with the version of their classification. */
export class SchemeOccupationsDto implements SchemeOccupations {
  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly classification!: 'ISCO-08' | 'ISCO-88'

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 200, unique: true })
  readonly codes!: readonly string[]
}

/** One condition of a scheme in words. */
export class SchemeConditionDto implements SchemeCondition {
  @IsScalar({
    type: 'string',
    values: [
      'wages',
      'working-time',
      'housing',
      'travel',
      'recruitment-fees',
      'language',
      'training',
      'recognition',
      'social-protection',
      'family',
      'change-of-employer',
      'return',
      'complaints',
      'inspection',
      'other',
    ],
  })
  readonly topic!:
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

  @IsScalar({ type: 'string', minLength: 1, maxLength: 2000 })
  readonly text!: string
}

/** Under which terms people come and go. */
export class SchemeTermsDto implements SchemeTerms {
  @IsNested(() => SchemeStayDto)
  readonly stay!: SchemeStay

  @IfPresent()
  @IsNestedList(() => SchemeQuotaDto, { min: 1, max: 64 })
  readonly quotas?: readonly SchemeQuota[]

  @IfPresent()
  @IsNested(() => SchemeSectorsDto)
  readonly sectors?: SchemeSectors

  @IfPresent()
  @IsNested(() => SchemeOccupationsDto)
  readonly occupations?: SchemeOccupations

  @IsNestedList(() => SchemeConditionDto, { min: 1, max: 64 })
  readonly conditions!: readonly SchemeCondition[]
}

/** The figure of one period; null where there is none. */
export class SchemeFigureDto implements SchemeFigure {
  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly value!: number | null

  @IfPresent()
  @IsScalar({ type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly target?: number | null
}

/** What is measured, with a figure for each period. */
export class SchemeIndicatorDto implements SchemeIndicator {
  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly title!: string

  @IsScalar({ type: 'string', pattern: /^[A-Z]{2,3}$/u })
  readonly unit!: string

  @IsScalar({
    type: 'string',
    values: [
      'register',
      'survey',
      'census',
      'permit',
      'border',
      'mirror',
      'projection',
      'not-stated',
    ],
  })
  readonly source!:
    'register' | 'survey' | 'census' | 'permit' | 'border' | 'mirror' | 'projection' | 'not-stated'

  @IsNestedList(() => SchemeFigureDto, { min: 1, max: 400 })
  readonly values!: readonly SchemeFigure[]
}

/** What came of a scheme, and how it is known. */
export class SchemeResultDto implements SchemeResult {
  @IsScalar({ type: 'string', minLength: 1, maxLength: 2000 })
  readonly text!: string

  @IsScalar({
    type: 'string',
    values: ['evaluation', 'monitoring', 'administrative-figures', 'opinion'],
  })
  readonly evidence!: 'evaluation' | 'monitoring' | 'administrative-figures' | 'opinion'

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly reference?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^https:\/\/[^\s]{3,500}$/u, maxLength: 500 })
  readonly page?: string
}

/** What others can learn from a scheme. */
export class SchemeLessonDto implements SchemeLesson {
  @IsScalar({
    type: 'string',
    values: [
      'design',
      'recruitment',
      'preparation',
      'protection',
      'matching',
      'costs',
      'return',
      'data',
      'cooperation',
      'other',
    ],
  })
  readonly topic!:
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

  @IsScalar({ type: 'string', minLength: 1, maxLength: 2000 })
  readonly text!: string
}

/** An office that answers questions; never a person. */
export class SchemeContactDto implements SchemeContact {
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly office!: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly state?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^https:\/\/[^\s]{3,500}$/u, maxLength: 500 })
  readonly page?: string
}

/** A programme or a pilot of labour mobility described, so that states can learn from each other: partners, legal basis, terms, indicators, results, lessons. */
export class MobilitySchemeDto implements MobilityScheme {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9][A-Z0-9-]{2,63}$/u })
  readonly id!: string

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly reporter!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly title!: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 4000 })
  readonly summary?: string

  @IsScalar({ type: 'string', values: ['programme', 'pilot'] })
  readonly nature!: 'programme' | 'pilot'

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly scheme!: string

  @IsScalar({ type: 'string', values: ['planned', 'running', 'suspended', 'ended'] })
  readonly status!: 'planned' | 'running' | 'suspended' | 'ended'

  @IsNested(() => SchemeTermDto)
  readonly term!: SchemeTerm

  @IsOneOfList('kind', () => ({ state: SchemeStateDto, body: SchemeBodyDto }), { min: 2, max: 64 })
  readonly partners!: readonly SchemePartner[]

  @IsNestedList(() => SchemeBasisDto, { min: 1, max: 32 })
  readonly legalBasis!: readonly SchemeBasis[]

  @IsNested(() => SchemeTermsDto)
  readonly terms!: SchemeTerms

  @IfPresent()
  @IsNestedList(() => SchemeIndicatorDto, { min: 1, max: 64 })
  readonly indicators?: readonly SchemeIndicator[]

  @IfPresent()
  @IsNestedList(() => SchemeResultDto, { min: 1, max: 64 })
  readonly results?: readonly SchemeResult[]

  @IfPresent()
  @IsNestedList(() => SchemeLessonDto, { min: 1, max: 64 })
  readonly lessons?: readonly SchemeLesson[]

  @IsNestedList(() => SchemeContactDto, { min: 1, max: 16 })
  readonly contacts!: readonly SchemeContact[]
}

/** The classification that each column of codes follows, with its version. */
export class QualificationRecognitionClassificationsDto implements QualificationRecognitionClassifications {
  @IsScalar({ type: 'string', values: ['ISCED-2011'] })
  readonly education!: 'ISCED-2011'

  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'
}

/** Figures of the recognition of qualifications obtained in another state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class QualificationRecognitionDto implements QualificationRecognition {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => QualificationRecognitionClassificationsDto)
  readonly classifications!: QualificationRecognitionClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly partner!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly event!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly education!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>
}

/** The message that the statement is about; null where it could not be read. */
export class ReceivedSubmissionDto implements ReceivedSubmission {
  @IsScalar({ type: 'string', nullable: true, maxLength: 128 })
  readonly id!: string | null

  @IsScalar({ type: 'string', nullable: true, maxLength: 256 })
  readonly source!: string | null

  @IsScalar({ type: 'string', nullable: true, maxLength: 128 })
  readonly contract!: string | null

  @IsScalar({ type: 'string', nullable: true, maxLength: 32 })
  readonly version!: string | null
}

/** A code of the problem catalogue, and what was met. */
export class ReceiptProblemDto implements ReceiptProblem {
  @IsScalar({ type: 'string', pattern: /^[A-Z][A-Z0-9_]{2,63}$/u })
  readonly code!: string

  @IsScalar({ type: 'string', maxLength: 2000 })
  readonly detail!: string
}

/** One dataset of an accepted message, with its own position. */
export class AcceptedDatasetDto implements AcceptedDataset {
  @IsScalar({ type: 'string', maxLength: 128 })
  readonly contract!: string

  @IsScalar({ type: 'string', maxLength: 32 })
  readonly version!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 9007199254740991 })
  readonly position!: number

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number
}

/** One cause: its problem, where it was met, and the first rows that have it (counted from 1). */
export class ReportLineDto implements ReportLine {
  @IsScalar({ type: 'string', pattern: /^[A-Z][A-Z0-9_]{2,63}$/u })
  readonly problem!: string

  @IsScalar({ type: 'string', values: ['error', 'warning'] })
  readonly level!: 'error' | 'warning'

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 64 })
  readonly dataset?: number

  @IfPresent()
  @IsScalar({ type: 'string', maxLength: 64 })
  readonly column?: string

  @IfPresent()
  @IsScalar({ type: 'string', maxLength: 64 })
  readonly value?: string

  @IsScalar({ type: 'string', maxLength: 500 })
  readonly detail!: string

  @IfPresent()
  @IsScalar({ type: 'string', maxLength: 500 })
  readonly note?: string

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly rows!: number

  @IsListOf({ type: 'integer', minimum: 1, maximum: 5000 }, { min: 0, max: 20 })
  readonly first!: readonly number[]
}

/** What was wrong, grouped by cause: every group of the message counted, the first hundred listed. */
export class ReportDto implements Report {
  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly errors!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly warnings!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly groups!: number

  @IsNestedList(() => ReportLineDto, { min: 0, max: 100 })
  readonly lines!: readonly ReportLine[]
}

/** What the hub says of one message: received, refused (with the report), accepted (with its position), withdrawn, or delivered (to whom and when). */
export class ReceiptDto implements Receipt {
  @IsScalar({
    type: 'string',
    values: ['received', 'refused', 'accepted', 'withdrawn', 'delivered'],
  })
  readonly statement!: 'received' | 'refused' | 'accepted' | 'withdrawn' | 'delivered'

  @IsNested(() => ReceivedSubmissionDto)
  readonly submission!: ReceivedSubmission

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u })
  readonly digest!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly receivedAt!: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 9007199254740991 })
  readonly position?: number

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 320000 })
  readonly rows?: number

  @IfPresent()
  @IsNested(() => ReceiptProblemDto)
  readonly problem?: ReceiptProblem

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at?: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['approval'] })
  readonly awaits?: 'approval'

  @IfPresent()
  @IsNestedList(() => AcceptedDatasetDto, { min: 1, max: 64 })
  readonly datasets?: readonly AcceptedDataset[]

  @IfPresent()
  @IsNestedList(() => ReportLineDto, { min: 1, max: 100 })
  readonly notes?: readonly ReportLine[]

  @IfPresent()
  @IsNested(() => ReportDto)
  readonly report?: Report

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly recipient?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly release?: string
}

/** How many of the untouched figures of the past raise an alarm: as promised, and as found. */
export class FalseAlarmsDto implements FalseAlarms {
  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly expectation!: number

  @IsScalar({ type: 'number', minimum: 0, maximum: 1 })
  readonly nominal!: number

  @IsScalar({ type: 'number', nullable: true, minimum: 0, maximum: 1 })
  readonly achieved!: number | null

  @IsScalar({ type: 'integer', minimum: 0, maximum: 2147483647 })
  readonly history!: number
}

/** A stage of a path, held against the stage before it or the stock; in what its contract counts. */
export class StageFoundDto implements StageFound {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9.-]{1,16}$/u })
  readonly clause!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{2,40}$/u })
  readonly stage!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{2,40}$/u })
  readonly after!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'string', values: ['period', 'year', 'stock'] })
  readonly lookedAt!: 'period' | 'year' | 'stock'

  @IsScalar({ type: 'string', values: ['in-range', 'above', 'below', 'no-expectation'] })
  readonly outcome!: 'in-range' | 'above' | 'below' | 'no-expectation'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{2,40}$/u })
  readonly why?: string

  @IsScalar({ type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly saidLower!: number | null

  @IsScalar({ type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly saidUpper!: number | null

  @IsScalar({ type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly rangeLower!: number | null

  @IsScalar({ type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly rangeUpper!: number | null

  @IsScalar({ type: 'number', nullable: true, minimum: 0, maximum: 1 })
  readonly p!: number | null

  @IsScalar({ type: 'string', values: ['declared', 'learnt', 'stock'] })
  readonly basis!: 'declared' | 'learnt' | 'stock'
}

/** A party, and when its report was recorded. */
export class PartyMomentDto implements PartyMoment {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly party!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string
}

/** Where the parties commit before they compare: when each was bound, when the figures were open, and who said something else since. */
export class CommitmentsDto implements Commitments {
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly openedAt!: string

  @IsScalar({ type: 'string', values: ['all-committed', 'due-date'] })
  readonly by!: 'all-committed' | 'due-date'

  @IsNestedList(() => PartyMomentDto, { min: 1, max: 64 })
  readonly parties!: readonly PartyMoment[]

  @IsNestedList(() => PartyMomentDto, { min: 0, max: 1000 })
  readonly changedSince!: readonly PartyMoment[]
}

/** A cause that the pattern of the figures suggests; people decide. */
export class CauseOfRowDto implements CauseOfRow {
  @IsScalar({ type: 'integer', minimum: 0, maximum: 9999 })
  readonly row!: number

  @IsScalar({
    type: 'string',
    values: [
      'DEF_DURATION',
      'DEF_PARTNER',
      'DEF_POPULATION',
      'DEF_AGE',
      'TIMING',
      'COVERAGE_UNDERCOUNT',
      'COVERAGE_OVERCOUNT',
      'CLASSIFICATION',
      'PARTNER_MISALLOCATION',
      'SAMPLING',
      'SDC',
      'PROVISIONAL',
      'BREAK',
      'ADMIN_CORRECTION',
      'PROCESSING_ERROR',
      'DUPLICATE',
      'RETURNS',
      'ESTIMATION',
      'NOT_COLLECTED',
      'UNEXPLAINED',
    ],
  })
  readonly cause!:
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

  @IsScalar({ type: 'string', values: ['origin', 'destination', 'both'] })
  readonly side!: 'origin' | 'destination' | 'both'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly evidence!: string

  @IsScalar({ type: 'number', minimum: 0, maximum: 1 })
  readonly strength!: number

  @IsScalar({
    type: 'integer',
    nullable: true,
    minimum: -9007199254740991,
    maximum: 9007199254740991,
  })
  readonly persons!: number | null

  @IsScalar({ type: 'string', values: ['systematic', 'known-specific', 'irregular'] })
  readonly adjustment!: 'systematic' | 'known-specific' | 'irregular'
}

/** What the two sides of an agreement say about the same moves of one period, how far they lie apart, and what was expected: by columns, the figures that matter most first. */
export class ReconciliationReportDto implements ReconciliationReport {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{2,63}$/u })
  readonly contract!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly version!: number

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 2, max: 64, unique: true })
  readonly parties!: readonly string[]

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly madeAt!: string

  @IsNested(() => ToleranceDto)
  readonly tolerance!: Tolerance

  @IsScalar({ type: 'number', minimum: 0, maximum: 1 })
  readonly level!: number

  @IsNested(() => MaterialityDto)
  readonly materiality!: Materiality

  @IfPresent()
  @IsNested(() => FalseAlarmsDto)
  readonly falseAlarms?: FalseAlarms

  @IfPresent()
  @IsNestedList(() => StageFoundDto, { min: 1, max: 10000 })
  readonly stages?: readonly StageFound[]

  @IfPresent()
  @IsNested(() => CommitmentsDto)
  readonly commitments?: Commitments

  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly cells!: number

  @IsScalar({ type: 'integer', minimum: 1, maximum: 10000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly origin!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly destination!: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly sex?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly age?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly occupation?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly sector?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly stay?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly education?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly scheme?: Column<string>

  @IfPresent()
  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,64}$/u }, { min: 1, max: 10000 })
  readonly event?: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly originSays!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly originLower!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly originUpper!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly originHarmonised!: Column<number | null>

  @IsColumn({ type: 'string', nullable: true, maxLength: 500 }, { min: 1, max: 10000 })
  readonly originParts!: Column<string | null>

  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 },
    { min: 1, max: 10000 },
  )
  readonly originStatus!: Column<string | null>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 1, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly originPosition!: Column<number | null>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly destinationSays!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly destinationLower!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly destinationUpper!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly destinationHarmonised!: Column<number | null>

  @IsColumn({ type: 'string', nullable: true, maxLength: 500 }, { min: 1, max: 10000 })
  readonly destinationParts!: Column<string | null>

  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 },
    { min: 1, max: 10000 },
  )
  readonly destinationStatus!: Column<string | null>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 1, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly destinationPosition!: Column<number | null>

  @IsColumn({ type: 'string', nullable: true, maxLength: 100 }, { min: 1, max: 10000 })
  readonly rule!: Column<string | null>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: -9007199254740991, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly difference!: Column<number | null>

  @IsColumn({ type: 'number', nullable: true, minimum: 0, maximum: 200 }, { min: 1, max: 10000 })
  readonly asymmetryPercent!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['within', 'outside', 'not-comparable', 'one-sided'] },
    { min: 1, max: 10000 },
  )
  readonly outcome!: Column<'within' | 'outside' | 'not-comparable' | 'one-sided'>

  @IsColumn({ type: 'string', nullable: true, maxLength: 500 }, { min: 1, max: 10000 })
  readonly reason!: Column<string | null>

  @IsColumn(
    { type: 'string', nullable: true, values: ['comparable', 'adjustable', 'not-comparable'] },
    { min: 1, max: 10000 },
  )
  readonly eligibility!: Column<'comparable' | 'adjustable' | 'not-comparable' | null>

  @IsColumn(
    {
      type: 'string',
      nullable: true,
      values: ['agrees-within-intervals', 'as-expected', 'suspect', 'no-expectation'],
    },
    { min: 1, max: 10000 },
  )
  readonly finding!: Column<
    'agrees-within-intervals' | 'as-expected' | 'suspect' | 'no-expectation' | null
  >

  @IsColumn({ type: 'string', nullable: true, maxLength: 500 }, { min: 1, max: 10000 })
  readonly untested!: Column<string | null>

  @IsColumn({ type: 'string', nullable: true, maxLength: 500 }, { min: 1, max: 10000 })
  readonly unlockedBy!: Column<string | null>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 1, maximum: 2147483647 },
    { min: 1, max: 10000 },
  )
  readonly expectation!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly expectedRatio!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly expectedLower!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly expectedUpper!: Column<number | null>

  @IsColumn(
    { type: 'string', nullable: true, values: ['factors', 'factors-and-history', 'history'] },
    { min: 1, max: 10000 },
  )
  readonly basis!: Column<'factors' | 'factors-and-history' | 'history' | null>

  @IsColumn({ type: 'number', nullable: true, minimum: 0, maximum: 1 }, { min: 1, max: 10000 })
  readonly p!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: -9007199254740991, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly z!: Column<number | null>

  @IsColumn({ type: 'number', nullable: true, minimum: 0, maximum: 1 }, { min: 1, max: 10000 })
  readonly suspicion!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: -9007199254740991, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly gap!: Column<number | null>

  @IsColumn({ type: 'number', nullable: true, minimum: 0, maximum: 1 }, { min: 1, max: 10000 })
  readonly score!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly balanced!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly balancedLower!: Column<number | null>

  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 10000 },
  )
  readonly balancedUpper!: Column<number | null>

  @IsColumn({ type: 'boolean' }, { min: 1, max: 10000 })
  readonly matters!: Column<boolean>

  @IfPresent()
  @IsNestedList(() => CauseOfRowDto, { min: 1, max: 50000 })
  readonly causes?: readonly CauseOfRow[]
}

/** Somebody without a one-time code asks the registrar for a place, and shows two public keys of its own. */
export class RegistrationDto implements Registration {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant!: string

  @IsScalar({ type: 'string', values: ['state', 'committee', 'secretariat', 'partner'] })
  readonly kind!: 'state' | 'committee' | 'secretariat' | 'partner'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly name!: string

  @IfPresent()
  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 0, max: 300 })
  readonly members?: readonly string[]

  @IfPresent()
  @IsScalar({
    type: 'string',
    values: ['employers', 'workers', 'migrants', 'recruiters', 'research'],
  })
  readonly organisation?: 'employers' | 'workers' | 'migrants' | 'recruiters' | 'research'

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly holder?: string

  @IsNested(() => OfficeDto)
  readonly office!: Office

  @IsNested(() => SigningKeyDto)
  readonly signingKey!: SigningKey

  @IsScalar({ type: 'string', pattern: /^U[A-Z2-7]{55}$/u })
  readonly signinKey!: string
}

/** A state names the office that releases its figures by a contract; without an office it names none any more. Signed over its RFC 8785 bytes by a signatory. */
export class ReleasingOfficeDto implements ReleasingOffice {
  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly contract!: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly office?: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string
}

/** A cause with its part of the difference; without an amount where it takes the rest, or where the difference is hidden. */
export class CauseDto implements Cause {
  @IsScalar({ type: 'string', pattern: /^[A-Z_]{3,32}$/u })
  readonly cause!: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 })
  readonly persons?: number
}

/** How often an adjustment is to be expected. */
export class AdjustmentDto implements Adjustment {
  @IsScalar({ type: 'string', values: ['systematic', 'known-specific', 'irregular'] })
  readonly kind!: 'systematic' | 'known-specific' | 'irregular'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly until?: string
}

/** What a person does about a case (comment to close) or a report (sign to renew); signed over its RFC 8785 bytes. It names the version that it answers. */
export class ReviewActDto implements ReviewAct {
  @IsScalar({
    type: 'string',
    values: [
      'comment',
      'propose',
      'counter',
      'differ',
      'agree',
      'explain',
      'close',
      'sign',
      'withdraw',
      'return',
      'renew',
    ],
  })
  readonly act!:
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

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern: /^[A-Z0-9-]{3,64}\.[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?\.[1-9][0-9]{0,5}$/u,
  })
  readonly case?: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly answers?: number

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_.+-]{3,240}$/u })
  readonly figure?: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly value?: number

  @IfPresent()
  @IsNestedList(() => CauseDto, { min: 0, max: 20 })
  readonly causes?: readonly Cause[]

  @IfPresent()
  @IsNested(() => AdjustmentDto)
  readonly adjustment?: Adjustment

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly reason?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 2000 })
  readonly text?: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['both', 'office'] })
  readonly audience?: 'both' | 'office'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^([A-Z0-9]{2,16}-[A-Z0-9]{2,16}-)?[1-9][0-9]{0,3}$/u })
  readonly corrects?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period?: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly version?: number

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{43}$/u })
  readonly digest?: string

  @IfPresent()
  @IsListOf(
    { type: 'string', pattern: /^[A-Za-z0-9_.+-]{3,240}$/u },
    { min: 1, max: 1000, unique: true },
  )
  readonly figures?: readonly string[]
}

/** One direction of a corridor (origin, destination), or a reporter. */
export class AboutDto implements About {
  @IsScalar({ type: 'string', values: ['corridor', 'reporter'] })
  readonly kind!: 'corridor' | 'reporter'

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly contract!: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly origin?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly destination?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly reporter?: string

  @IfPresent()
  @IsScalar({ type: 'string', values: ['origin', 'destination'] })
  readonly role?: 'origin' | 'destination'
}

/** A figure of a case: what both sides say, in which vintage, and what it came to. */
export class FigureDto implements Figure {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_.+-]{3,240}$/u })
  readonly figure!: string

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 2, max: 2 })
  readonly sides!: readonly [string, string]

  @IsScalar({ type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly originSays!: number | null

  @IsScalar({ type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 })
  readonly destinationSays!: number | null

  @IsScalar({
    type: 'integer',
    nullable: true,
    minimum: -9007199254740991,
    maximum: 9007199254740991,
  })
  readonly difference!: number | null

  @IsScalar({ type: 'integer', nullable: true, minimum: 1, maximum: 9007199254740991 })
  readonly originPosition!: number | null

  @IsScalar({ type: 'integer', nullable: true, minimum: 1, maximum: 9007199254740991 })
  readonly destinationPosition!: number | null

  @IsScalar({
    type: 'string',
    values: ['within-tolerance', 'open', 'proposed', 'countered', 'agreed', 'agreed-to-differ'],
  })
  readonly status!:
    'within-tolerance' | 'open' | 'proposed' | 'countered' | 'agreed' | 'agreed-to-differ'

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly value?: number

  @IfPresent()
  @IsNestedList(() => CauseDto, { min: 0, max: 20 })
  readonly causes?: readonly Cause[]

  @IfPresent()
  @IsNested(() => AdjustmentDto)
  readonly adjustment?: Adjustment

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly reason?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly proposedBy?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly agreedBy?: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly agreedAt?: string
}

/** What the hub tells the parties about a case or a report: what happened, by whom, and until when an answer is due. A case that is opened comes with its evidence. Silence is never consent. */
export class ReviewNoticeDto implements ReviewNotice {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{2,40}$/u })
  readonly happened!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{2,40}$/u })
  readonly status!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly by?: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern: /^[A-Z0-9-]{3,64}\.[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?\.[1-9][0-9]{0,5}$/u,
  })
  readonly case?: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly version?: number

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_.+-]{3,240}$/u })
  readonly figure?: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly dueAt?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 500 })
  readonly reason?: string

  @IfPresent()
  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 0, max: 64 })
  readonly silent?: readonly string[]

  @IfPresent()
  @IsListOf(
    { type: 'string', pattern: /^[A-Z0-9]{2,16}(-[A-Z0-9]{2,16})?$/u },
    { min: 1, max: 20, unique: true },
  )
  readonly mentions?: readonly string[]

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{43}$/u })
  readonly digest?: string

  @IfPresent()
  @IsNested(() => AboutDto)
  readonly about?: About

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly expectation?: number

  @IfPresent()
  @IsListOf({ type: 'string', minLength: 1, maxLength: 100 }, { min: 0, max: 100 })
  readonly rules?: readonly string[]

  @IfPresent()
  @IsNestedList(() => FigureDto, { min: 0, max: 10000 })
  readonly figures?: readonly Figure[]
}

/** A case with what its figures came to. */
export class CaseDto implements Case {
  @IsScalar({
    type: 'string',
    pattern: /^[A-Z0-9-]{3,64}\.[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?\.[1-9][0-9]{0,5}$/u,
  })
  readonly case!: string

  @IsNested(() => AboutDto)
  readonly about!: About

  @IsScalar({
    type: 'string',
    values: [
      'open',
      'notified',
      'under-review',
      'no-response',
      'reopened',
      'explained',
      'corrected',
      'adjustment-agreed',
      'agreed-to-differ',
      'closed-not-material',
    ],
  })
  readonly status!:
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

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly openedAt!: string

  @IfPresent()
  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly expectation?: number

  @IsListOf({ type: 'string', minLength: 1, maxLength: 100 }, { min: 0, max: 100 })
  readonly rules!: readonly string[]

  @IsNestedList(() => FigureDto, { min: 1, max: 10000 })
  readonly figures!: readonly Figure[]
}

/** What the parties sign: the report of one agreement and period by its digest, and what its cases came to. The amounts of the causes of a figure sum to its difference. */
export class ReviewedReportDto implements ReviewedReport {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly contract!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly version!: number

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 2, max: 64, unique: true })
  readonly parties!: readonly string[]

  @IfPresent()
  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 64, unique: true })
  readonly twoSign?: readonly string[]

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{43}$/u })
  readonly report!: string

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly agreed!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly agreedToDiffer!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly corrected!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly notTakenUp!: number

  @IsNestedList(() => CaseDto, { min: 0, max: 1000 })
  readonly cases!: readonly Case[]
}

/** A whole, and the parts that make it up. */
export class BlockDto implements Block {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly whole!: string

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 64 })
  readonly parts!: readonly string[]
}

/** Children add up to their parent, wherever all of them are there; codes that stand for what is not known are added to totals. */
export class SumRuleDto implements SumRule {
  @IsScalar({ type: 'string', values: ['sum'] })
  readonly kind!: 'sum'

  @IsScalar({ type: 'string', values: ['TOTAL_NOT_SUM'] })
  readonly problem!: 'TOTAL_NOT_SUM'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{0,31}$/u })
  readonly column!: string

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly absolute!: number

  @IsScalar({ type: 'number', minimum: 0, maximum: 1 })
  readonly relative!: number

  @IfPresent()
  @IsScalar({ type: 'string', values: ['stated', 'open'] })
  readonly rest?: 'stated' | 'open'

  @IfPresent()
  @IsScalar({ type: 'string', values: ['reporter'] })
  readonly leavesOut?: 'reporter'

  @IfPresent()
  @IsNestedList(() => BlockDto, { min: 1, max: 32 })
  readonly blocks?: readonly Block[]
}

/** Each period is written in the frequency of the dataset. */
export class PeriodOfFrequencyRuleDto implements PeriodOfFrequencyRule {
  @IsScalar({ type: 'string', values: ['period-of-frequency'] })
  readonly kind!: 'period-of-frequency'

  @IsScalar({ type: 'string', values: ['PERIOD_NOT_OF_FREQUENCY'] })
  readonly problem!: 'PERIOD_NOT_OF_FREQUENCY'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Fiscal periods say when their year starts; calendar periods do not. */
export class FiscalYearRuleDto implements FiscalYearRule {
  @IsScalar({ type: 'string', values: ['fiscal-year'] })
  readonly kind!: 'fiscal-year'

  @IsScalar({ type: 'string', values: ['FISCAL_YEAR_UNCLEAR'] })
  readonly problem!: 'FISCAL_YEAR_UNCLEAR'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Some codes of a column. */
export class CodesDto implements Codes {
  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{0,31}$/u })
  readonly column!: string

  @IsListOf({ type: 'string', pattern: /^[A-Za-z0-9_]{1,32}$/u }, { min: 1, max: 64 })
  readonly codes!: readonly string[]
}

/** What was observed is of a period that has begun. */
export class PeriodBegunRuleDto implements PeriodBegunRule {
  @IsScalar({ type: 'string', values: ['period-begun'] })
  readonly kind!: 'period-begun'

  @IsScalar({ type: 'string', values: ['PERIOD_NOT_BEGUN'] })
  readonly problem!: 'PERIOD_NOT_BEGUN'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IfPresent()
  @IsNested(() => CodesDto)
  readonly except?: Codes
}

/** What was observed is of a period that is over. */
export class PeriodOverRuleDto implements PeriodOverRule {
  @IsScalar({ type: 'string', values: ['period-over'] })
  readonly kind!: 'period-over'

  @IsScalar({ type: 'string', values: ['PERIOD_NOT_OVER'] })
  readonly problem!: 'PERIOD_NOT_OVER'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IfPresent()
  @IsNested(() => CodesDto)
  readonly except?: Codes
}

/** A period is not before the first plausible year. */
export class PeriodLongAgoRuleDto implements PeriodLongAgoRule {
  @IsScalar({ type: 'string', values: ['period-long-ago'] })
  readonly kind!: 'period-long-ago'

  @IsScalar({ type: 'string', values: ['PERIOD_LONG_AGO'] })
  readonly problem!: 'PERIOD_LONG_AGO'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}$/u })
  readonly earliest!: string
}

/** Projected figures say who made them, how and from which base. */
export class ProjectionDescribedRuleDto implements ProjectionDescribedRule {
  @IsScalar({ type: 'string', values: ['projection-described'] })
  readonly kind!: 'projection-described'

  @IsScalar({ type: 'string', values: ['PROJECTION_NOT_DESCRIBED'] })
  readonly problem!: 'PROJECTION_NOT_DESCRIBED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** A dataset without projected figures describes no projection. */
export class ObservedWithProjectionRuleDto implements ObservedWithProjectionRule {
  @IsScalar({ type: 'string', values: ['observed-with-projection'] })
  readonly kind!: 'observed-with-projection'

  @IsScalar({ type: 'string', values: ['OBSERVED_WITH_PROJECTION'] })
  readonly problem!: 'OBSERVED_WITH_PROJECTION'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Projected periods lie after the base year and within the horizon. */
export class ProjectionHorizonRuleDto implements ProjectionHorizonRule {
  @IsScalar({ type: 'string', values: ['projection-horizon'] })
  readonly kind!: 'projection-horizon'

  @IsScalar({ type: 'string', values: ['PERIOD_BEYOND_HORIZON'] })
  readonly problem!: 'PERIOD_BEYOND_HORIZON'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Projected figures name a scenario, observed ones name none. */
export class ProjectionScenarioRuleDto implements ProjectionScenarioRule {
  @IsScalar({ type: 'string', values: ['projection-scenario'] })
  readonly kind!: 'projection-scenario'

  @IsScalar({ type: 'string', values: ['SCENARIO_WRONG'] })
  readonly problem!: 'SCENARIO_WRONG'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Projected figures have an interval. */
export class ProjectionIntervalRuleDto implements ProjectionIntervalRule {
  @IsScalar({ type: 'string', values: ['projection-interval'] })
  readonly kind!: 'projection-interval'

  @IsScalar({ type: 'string', values: ['PROJECTION_WITHOUT_INTERVAL'] })
  readonly problem!: 'PROJECTION_WITHOUT_INTERVAL'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** What is not known stays below a share of the total. */
export class UnknownShareRuleDto implements UnknownShareRule {
  @IsScalar({ type: 'string', values: ['unknown-share'] })
  readonly kind!: 'unknown-share'

  @IsScalar({ type: 'string', values: ['UNKNOWN_SHARE_HIGH'] })
  readonly problem!: 'UNKNOWN_SHARE_HIGH'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsListOf({ type: 'string', pattern: /^[a-z][A-Za-z]{0,31}$/u }, { min: 1, max: 16 })
  readonly columns!: readonly string[]

  @IsScalar({ type: 'number', minimum: 0.001, maximum: 1 })
  readonly share!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly least!: number
}

/** No value is above the largest plausible one. */
export class LargestRuleDto implements LargestRule {
  @IsScalar({ type: 'string', values: ['largest'] })
  readonly kind!: 'largest'

  @IsScalar({ type: 'string', values: ['VALUE_LARGE'] })
  readonly problem!: 'VALUE_LARGE'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly most!: number
}

/** A value is not many times what was stated before, nor a small part of it. */
export class JumpRuleDto implements JumpRule {
  @IsScalar({ type: 'string', values: ['jump'] })
  readonly kind!: 'jump'

  @IsScalar({ type: 'string', values: ['VALUE_JUMPED'] })
  readonly problem!: 'VALUE_JUMPED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'string', values: ['same', 'year-before'] })
  readonly against!: 'same' | 'year-before'

  @IsScalar({ type: 'number', minimum: 1.01, maximum: 1000000 })
  readonly factor!: number

  @IsScalar({ type: 'integer', minimum: 0, maximum: 9007199254740991 })
  readonly least!: number
}

/** Values are not a thousand times, or a thousandth of, what was stated before. */
export class UnitSlipRuleDto implements UnitSlipRule {
  @IsScalar({ type: 'string', values: ['unit-slip'] })
  readonly kind!: 'unit-slip'

  @IsScalar({ type: 'string', values: ['UNIT_SLIPPED'] })
  readonly problem!: 'UNIT_SLIPPED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsScalar({ type: 'number', minimum: 0.001, maximum: 1 })
  readonly share!: number
}

/** Values are not those of the opposite flow. */
export class SwappedRuleDto implements SwappedRule {
  @IsScalar({ type: 'string', values: ['swapped'] })
  readonly kind!: 'swapped'

  @IsScalar({ type: 'string', values: ['FLOWS_SWAPPED'] })
  readonly problem!: 'FLOWS_SWAPPED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsScalar({ type: 'number', minimum: 0.001, maximum: 1 })
  readonly share!: number
}

/** Values are not those of a year earlier again. */
export class RepeatedFileRuleDto implements RepeatedFileRule {
  @IsScalar({ type: 'string', values: ['repeated-file'] })
  readonly kind!: 'repeated-file'

  @IsScalar({ type: 'string', values: ['YEAR_REPEATED'] })
  readonly problem!: 'YEAR_REPEATED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsScalar({ type: 'number', minimum: 0.001, maximum: 1 })
  readonly share!: number
}

/** A figure under embargo says until when. */
export class EmbargoStatedRuleDto implements EmbargoStatedRule {
  @IsScalar({ type: 'string', values: ['embargo-stated'] })
  readonly kind!: 'embargo-stated'

  @IsScalar({ type: 'string', values: ['EMBARGO_MISSING'] })
  readonly problem!: 'EMBARGO_MISSING'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Only a figure with the status for an embargo has one. */
export class EmbargoOfStatusRuleDto implements EmbargoOfStatusRule {
  @IsScalar({ type: 'string', values: ['embargo-of-status'] })
  readonly kind!: 'embargo-of-status'

  @IsScalar({ type: 'string', values: ['EMBARGO_WITHOUT_STATUS'] })
  readonly problem!: 'EMBARGO_WITHOUT_STATUS'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** An embargo is not over when the figure is sent. */
export class EmbargoOverRuleDto implements EmbargoOverRule {
  @IsScalar({ type: 'string', values: ['embargo-over'] })
  readonly kind!: 'embargo-over'

  @IsScalar({ type: 'string', values: ['EMBARGO_OVER'] })
  readonly problem!: 'EMBARGO_OVER'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** A free figure may be handed on. */
export class FreeButRestrictedRuleDto implements FreeButRestrictedRule {
  @IsScalar({ type: 'string', values: ['free-but-restricted'] })
  readonly kind!: 'free-but-restricted'

  @IsScalar({ type: 'string', values: ['FREE_BUT_RESTRICTED'] })
  readonly problem!: 'FREE_BUT_RESTRICTED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** A figure not for publication may not be handed on to anybody. */
export class ConfidentialForAllRuleDto implements ConfidentialForAllRule {
  @IsScalar({ type: 'string', values: ['confidential-for-all'] })
  readonly kind!: 'confidential-for-all'

  @IsScalar({ type: 'string', values: ['CONFIDENTIAL_FOR_ALL'] })
  readonly problem!: 'CONFIDENTIAL_FOR_ALL'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** A suppressed figure is not free. */
export class SuppressedButFreeRuleDto implements SuppressedButFreeRule {
  @IsScalar({ type: 'string', values: ['suppressed-but-free'] })
  readonly kind!: 'suppressed-but-free'

  @IsScalar({ type: 'string', values: ['SUPPRESSED_BUT_FREE'] })
  readonly problem!: 'SUPPRESSED_BUT_FREE'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** A confidential zero is a true zero, not a suppressed figure. */
export class ConfidentialZeroRuleDto implements ConfidentialZeroRule {
  @IsScalar({ type: 'string', values: ['confidential-zero'] })
  readonly kind!: 'confidential-zero'

  @IsScalar({ type: 'string', values: ['CONFIDENTIAL_ZERO'] })
  readonly problem!: 'CONFIDENTIAL_ZERO'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Standard errors and sample sizes come from surveys or projections. */
export class SurveyOnlyRuleDto implements SurveyOnlyRule {
  @IsScalar({ type: 'string', values: ['survey-only'] })
  readonly kind!: 'survey-only'

  @IsScalar({ type: 'string', values: ['SURVEY_MEMBERS_UNEXPECTED'] })
  readonly problem!: 'SURVEY_MEMBERS_UNEXPECTED'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string
}

/** Members of the definition record go together. */
export class DefinitionRuleDto implements DefinitionRule {
  @IsScalar({ type: 'string', values: ['definition'] })
  readonly kind!: 'definition'

  @IsScalar({ type: 'string', values: ['DEFINITION_UNLIKELY'] })
  readonly problem!: 'DEFINITION_UNLIKELY'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{0,31}$/u })
  readonly member!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 64 })
  readonly is!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{0,31}$/u })
  readonly other!: string

  @IsListOf({ type: 'string', minLength: 1, maxLength: 64 }, { min: 1, max: 16 })
  readonly of!: readonly string[]
}

/** No row is about stays that are too short for the definition to count them. */
export class StayBelowMinimumRuleDto implements StayBelowMinimumRule {
  @IsScalar({ type: 'string', values: ['stay-below-minimum'] })
  readonly kind!: 'stay-below-minimum'

  @IsScalar({ type: 'string', values: ['STAY_BELOW_MINIMUM'] })
  readonly problem!: 'STAY_BELOW_MINIMUM'

  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly about!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][A-Za-z]{0,31}$/u })
  readonly column!: string

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u })
  readonly code!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 999 })
  readonly months!: number
}

/** The rules of one version of a statistical contract, as data. Those of the problem catalogue with a number that begins with W are warnings, all others stop a message. */
export class RuleSetDto implements RuleSet {
  @IsScalar({ type: 'string', pattern: /^[a-z][a-z-]{0,62}[a-z]$/u })
  readonly contract!: string

  @IsScalar({
    type: 'string',
    pattern: /^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$/u,
  })
  readonly version!: string

  @IsOneOfList(
    'kind',
    () => ({
      sum: SumRuleDto,
      'period-of-frequency': PeriodOfFrequencyRuleDto,
      'fiscal-year': FiscalYearRuleDto,
      'period-begun': PeriodBegunRuleDto,
      'period-over': PeriodOverRuleDto,
      'period-long-ago': PeriodLongAgoRuleDto,
      'projection-described': ProjectionDescribedRuleDto,
      'observed-with-projection': ObservedWithProjectionRuleDto,
      'projection-horizon': ProjectionHorizonRuleDto,
      'projection-scenario': ProjectionScenarioRuleDto,
      'projection-interval': ProjectionIntervalRuleDto,
      'unknown-share': UnknownShareRuleDto,
      largest: LargestRuleDto,
      jump: JumpRuleDto,
      'unit-slip': UnitSlipRuleDto,
      swapped: SwappedRuleDto,
      'repeated-file': RepeatedFileRuleDto,
      'embargo-stated': EmbargoStatedRuleDto,
      'embargo-of-status': EmbargoOfStatusRuleDto,
      'embargo-over': EmbargoOverRuleDto,
      'free-but-restricted': FreeButRestrictedRuleDto,
      'confidential-for-all': ConfidentialForAllRuleDto,
      'suppressed-but-free': SuppressedButFreeRuleDto,
      'confidential-zero': ConfidentialZeroRuleDto,
      'survey-only': SurveyOnlyRuleDto,
      definition: DefinitionRuleDto,
      'stay-below-minimum': StayBelowMinimumRuleDto,
    }),
    { min: 1, max: 200 },
  )
  readonly rules!: readonly Rule[]
}

/** A public key as JWK: Ed25519 (OKP), P-256 (EC) or RSA. */
export class ActPublicKeyDto implements ActPublicKey {
  @IsScalar({ type: 'string', values: ['OKP', 'EC', 'RSA'] })
  readonly kty!: 'OKP' | 'EC' | 'RSA'

  @IfPresent()
  @IsScalar({ type: 'string', values: ['Ed25519', 'P-256'] })
  readonly crv?: 'Ed25519' | 'P-256'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly x?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly y?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly n?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1400}$/u })
  readonly e?: string
}

/** Whose key it was when the act was taken, by the register of the hub. */
export class ActSignerDto implements ActSigner {
  @IsScalar({ type: 'string', values: ['office-key', 'passkey'] })
  readonly with!: 'office-key' | 'passkey'

  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 64 })
  readonly office!: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly name?: string

  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{43}$/u })
  readonly kid!: string

  @IsNested(() => ActPublicKeyDto)
  readonly key!: ActPublicKey

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 253 })
  readonly rpId?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly origin?: string
}

/** The hub says whose key a signature over an act was made with; the signature itself proves the act. Sealed by the hub over its RFC 8785 bytes, so that anybody verifies both later, offline. */
export class SignedActDto implements SignedAct {
  @IsScalar({ type: 'string', pattern: /^corridor-[a-z-]{1,40}$/u })
  readonly purpose!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 200 })
  readonly about!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly at!: string

  @IsScalar({ type: 'string', minLength: 2, maxLength: 1000000 })
  readonly document!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 8000 })
  readonly signature!: string

  @IsNested(() => ActSignerDto)
  readonly signer!: ActSigner
}

/** A public key. */
export class JwkDto implements Jwk {
  @IsScalar({ type: 'string', values: ['OKP', 'EC', 'RSA'] })
  readonly kty!: 'OKP' | 'EC' | 'RSA'

  @IfPresent()
  @IsScalar({ type: 'string', values: ['Ed25519', 'P-256'] })
  readonly crv?: 'Ed25519' | 'P-256'

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1024}$/u })
  readonly x?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1024}$/u })
  readonly y?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1024}$/u })
  readonly n?: string

  @IfPresent()
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{1,1024}$/u })
  readonly e?: string
}

/** The key of a signatory: an office's, or a passkey with the address that it is bound to. Times are those for which the register knew it. */
export class KeyDto implements Key {
  @IsScalar({ type: 'string', pattern: /^[A-Za-z0-9_-]{43}$/u })
  readonly kid!: string

  @IsScalar({ type: 'string', values: ['office-key', 'passkey'] })
  readonly with!: 'office-key' | 'passkey'

  @IsNested(() => JwkDto)
  readonly jwk!: Jwk

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly validFrom!: string

  @IfPresent()
  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly validUntil?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 253 })
  readonly rpId?: string

  @IfPresent()
  @IsScalar({ type: 'string', minLength: 1, maxLength: 300 })
  readonly origin?: string
}

/** A signature of a party, over a review-act that names the digest of what was reviewed. */
export class SignatureDto implements Signature {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u })
  readonly participant!: string

  @IsScalar({
    type: 'string',
    pattern:
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
    format: 'date-time',
  })
  readonly signedAt!: string

  @IsScalar({ type: 'string', minLength: 2, maxLength: 262144 })
  readonly act!: string

  @IsScalar({ type: 'string', minLength: 1, maxLength: 8192 })
  readonly signature!: string

  @IsNested(() => KeyDto)
  readonly key!: Key
}

/** A report that all parties have signed, whole: the hub's report, what was reviewed, and every signature with the act and key that verify it off line. */
export class SignedReportDto implements SignedReport {
  @IsScalar({ type: 'string', pattern: /^[A-Z0-9-]{3,64}$/u })
  readonly agreement!: string

  @IsScalar({ type: 'string', pattern: /^[a-z][a-z0-9-]{0,63}$/u })
  readonly contract!: string

  @IsScalar({ type: 'string', pattern: /^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/u })
  readonly period!: string

  @IsScalar({ type: 'integer', minimum: 1, maximum: 2147483647 })
  readonly version!: number

  @IsListOf({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 2, max: 64, unique: true })
  readonly parties!: readonly string[]

  @IsScalar({ type: 'string', minLength: 2, maxLength: 33554432 })
  readonly report!: string

  @IsScalar({ type: 'string', minLength: 2, maxLength: 33554432 })
  readonly reviewed!: string

  @IsScalar({ type: 'string', pattern: /^sha-256:[A-Za-z0-9_-]{43}$/u })
  readonly digest!: string

  @IsNestedList(() => SignatureDto, { min: 2, max: 128 })
  readonly signatures!: readonly Signature[]
}

/** Figures of the social protection of migrant workers, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class SocialProtectionDto implements SocialProtection {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly partner!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly indicator!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly branch!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}

/** The classification that each column of codes follows, with its version. */
export class TemporaryMobilityClassificationsDto implements TemporaryMobilityClassifications {
  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'

  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly sector!: 'ISIC-4' | 'ISIC-5'
}

/** Figures of temporary moves for work under a scheme, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class TemporaryMobilityDto implements TemporaryMobility {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => TemporaryMobilityClassificationsDto)
  readonly classifications!: TemporaryMobilityClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', values: ['inflow', 'outflow'] }, { min: 1, max: 5000 })
  readonly direction!: Column<'inflow' | 'outflow'>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly origin!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly destination!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly scheme!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly event!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sector!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}

/** The classification that each column of codes follows, with its version. */
export class WorkPermitsClassificationsDto implements WorkPermitsClassifications {
  @IsScalar({ type: 'string', values: ['ISCO-08', 'ISCO-88'] })
  readonly occupation!: 'ISCO-08' | 'ISCO-88'

  @IsScalar({ type: 'string', values: ['ISIC-4', 'ISIC-5'] })
  readonly sector!: 'ISIC-4' | 'ISIC-5'
}

/** Figures of permits that allow a stay or work, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not. */
export class WorkPermitsDto implements WorkPermits {
  @IsNested(() => DefinitionDto)
  readonly definition!: Definition

  @IsScalar({ type: 'string', values: ['A', 'S', 'Q', 'M'] })
  readonly frequency!: 'A' | 'S' | 'Q' | 'M'

  @IfPresent()
  @IsNested(() => UnitDto)
  readonly unit?: Unit

  @IfPresent()
  @IsNestedList(() => NoteDto, { min: 1, max: 64 })
  readonly notes?: readonly Note[]

  @IfPresent()
  @IsNested(() => MappedByDto)
  readonly mappedBy?: MappedBy

  @IsNested(() => WorkPermitsClassificationsDto)
  readonly classifications!: WorkPermitsClassifications

  @IsScalar({ type: 'integer', minimum: 1, maximum: 5000 })
  readonly rows!: number

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9]{2,16}$/u }, { min: 1, max: 5000 })
  readonly reporter!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly partner!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly event!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly permitType!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly reason!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly duration!: Column<string>

  @IsColumn(
    { type: 'string', pattern: /^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/u },
    { min: 1, max: 5000 },
  )
  readonly period!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sex!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly age!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly occupation!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z0-9_]{1,32}$/u }, { min: 1, max: 5000 })
  readonly sector!: Column<string>

  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly value!: Column<number | null>

  @IsColumn(
    { type: 'string', values: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'] },
    { min: 1, max: 5000 },
  )
  readonly valueStatus!: Column<'value' | 'suppressed' | 'missing' | 'not-applicable' | 'retracted'>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly lower?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly upper?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'number', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly standardError?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly sampleSize?: Column<number | null>

  @IsColumn({ type: 'string', pattern: /^[A-Z]( [A-Z])*$/u, maxLength: 39 }, { min: 1, max: 5000 })
  readonly obsStatus!: Column<string>

  @IsColumn({ type: 'string', pattern: /^[A-Z]$/u }, { min: 1, max: 5000 })
  readonly confStatus!: Column<string>

  @IfPresent()
  @IsColumn(
    { type: 'string', nullable: true, pattern: /^[A-Z0-9_]{1,32}$/u },
    { min: 1, max: 5000 },
  )
  readonly confRedist?: Column<string | null>

  @IfPresent()
  @IsColumn(
    {
      type: 'string',
      nullable: true,
      pattern:
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$/u,
      format: 'date-time',
    },
    { min: 1, max: 5000 },
  )
  readonly embargo?: Column<string | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly contributors?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly largestContribution?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 9007199254740991 },
    { min: 1, max: 5000 },
  )
  readonly secondContribution?: Column<number | null>

  @IfPresent()
  @IsColumn(
    { type: 'integer', nullable: true, minimum: 0, maximum: 4294967295 },
    { min: 1, max: 5000 },
  )
  readonly cellKey?: Column<number | null>
}
