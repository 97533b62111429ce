// SPDX-License-Identifier: Apache-2.0
export { asymmetryPercent } from './compare'
export type { Definition } from './definition'
export { attack, type WorkedOut } from './disclosure/attack'
export type { ChanceKey } from './disclosure/cell-chance'
export { figureOf, numberOf, type Figure } from './disclosure/figure'
export { protect, type ProtectionMeans } from './disclosure/protect'
export {
  isWhole,
  type NotProtected,
  type Protected,
  type ProtectedCell,
  type ProtectionReport,
  type SdcMethod,
  type WhyRefused,
  type WithheldCell,
} from './disclosure/protection'
export type { KnownDataset, KnownDatasets } from './disclosure/known-datasets'
export {
  protectDataset,
  type DatasetMeans,
  type ProtectedDataset,
} from './disclosure/protect-dataset'
export { openSolver, type Solver } from './disclosure/solver'
export type {
  CellKeyRule,
  DominanceRule,
  GroupRule,
  ProtectionRule,
  RoundingRule,
  SuppressionRule,
} from './disclosure/rule'
export { sensitive, type Sensitive, type SensitiveReason } from './disclosure/sensitive'
export type {
  CodeBlock,
  HeldCell,
  HeldSum,
  Known,
  ProtectionTable,
  TableCell,
  TableDimension,
} from './disclosure/table'
export { allocate, type Link } from './grid/allocate'
export { between, exactly, sumOf, type Amount, type Interval } from './grid/amount'
export { ages, isRest, listed, type Classification } from './grid/atoms'
export { blockAmount, type BlockAmount, type BlockCodes, type Figures } from './grid/block-amount'
export {
  commonGrid,
  finestCodes,
  type CommonGrid,
  type GridBlock,
  type SideCodes,
} from './grid/common-grid'
export { dimensionBlocks, type DimensionBlock } from './grid/dimension-blocks'
export { isOneCell, tableBlocks, type TableBlock } from './grid/table-blocks'
export { durationRule, durationRules, type DurationRule } from './harmonise/duration-rule'
export {
  eligibility,
  type DefinitionGap,
  type DefinitionPair,
  type Eligibility,
} from './harmonise/eligibility'
export { harmonise, type Harmonised } from './harmonise/harmonise'
export {
  betaBinomialP,
  pairMetrics,
  type PairMetrics,
  type PairOfFigures,
} from './metrics/pair-metrics'
export {
  expectationOf,
  type CorridorAsked,
  type Expectation,
  type LearntExpectations,
} from './ratios/expectation'
export { expectationRecord, learntFrom, type ExpectationRecord } from './ratios/expectation-record'
export {
  expectationModel,
  type EarlierPair,
  type ExpectationModel,
  type ExpectationOptions,
} from './ratios/expectation-model'
export { identify, type FactorComponent, type Identification } from './ratios/identify'
export {
  factorInterval,
  logLinear,
  type LogLinearFactors,
  type LogLinearOptions,
  type PairResidual,
} from './ratios/log-linear'
export { logRatioOf, type CoverageFactors } from './ratios/coverage-factors'
export { corridorKey, pooled, type MirrorPair } from './ratios/mirror-pair'
export { ratioIteration } from './ratios/ratio-iteration'
export {
  kindBySize,
  type CorridorHistory,
  type CorridorSize,
  type SpreadOptions,
  type Spreads,
} from './ratios/spread'
export { totalPreserving, type TotalPreservingFactors } from './ratios/total-preserving'
export { alarmRate, calibrate, conformalP, type Calibration } from './assess/calibration'
export {
  measured,
  measuredAmount,
  type Measured,
  type ReportedFigure,
  type Suppressed,
} from './assess/measured'
export {
  expectedInterval,
  suspicionOf,
  testPair,
  type PairTest,
  type PairToTest,
} from './assess/pair-test'
export {
  discoveryLimit,
  rank,
  toOpen,
  type OpeningRule,
  type RankedCell,
  type SuspectCell,
} from './assess/score'
export { balance, type Balanced, type BalanceOptions, type SideToBalance } from './balance/balance'
export { accuracyWeight, bustosYildirim, type ReporterAccuracy } from './indices/bustos-yildirim'
export {
  hidiroglouBerthelot,
  type EditOutcome,
  type EditParameters,
  type EffectOfPair,
} from './indices/hidiroglou-berthelot'
export {
  reporterIndices,
  symmetryWeight,
  type IndicesOfRole,
  type ReporterIndices,
} from './indices/reliability'
export {
  undercountRatio,
  type BilateralSum,
  type UndercountRatio,
} from './indices/undercount-ratio'
export {
  mistakenReadings,
  type FileCell,
  type FileReading,
  type ReadingKind,
} from './series/file-readings'
export {
  reporterBreaks,
  type BreakRule,
  type CellResidual,
  type ReporterBreak,
} from './series/reporter-breaks'
export {
  seriesChecks,
  type SeriesExpectation,
  type SeriesFinding,
  type SeriesPoint,
} from './series/series-checks'
export { zerosBeyondChance, type ExpectedCell, type ZerosFound } from './series/zeros-beyond-chance'
export {
  withRemainder,
  type Adjustment,
  type Cause,
  type CauseAmount,
  type ProposedCause,
  type Side,
} from './causes/cause'
export type { DifferenceEvidence, SideEvidence, TestedBreakdown } from './causes/evidence'
export {
  comparePipeline,
  type PipelineComparison,
  type PipelineOptions,
} from './pipeline/compare-pipeline'
export type { LearntPassing } from './pipeline/learn-passing'
export type { NoRange, StageCheck } from './pipeline/stage-check'
export type { PassingOn, Path, StageFigures, StageOrder, StockOrder } from './pipeline/stage'
export { proposeCauses, proposeForReporter } from './causes/propose-causes'
export { groupCases, type CaseCell, type CaseGroup } from './assess/group-cases'
export { alarmBand, exactUpTo, largeMargin, type Band } from './assess/sieve'
