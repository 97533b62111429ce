// SPDX-License-Identifier: Apache-2.0
// Builders for tests: flows from Belgium to Denmark, protected.
import {
  rowsOf,
  structure,
  toColumns,
  type Definition,
  type FlowRow,
  type MigrationFlow,
} from '@corridor/contracts'
import type { KnownDataset } from './known-datasets'
import type { NotProtected } from './protection'
import { protectDataset, type DatasetMeans, type ProtectedDataset } from './protect-dataset'
import type { ProtectionRule, SuppressionRule } from './rule'

/** How Belgium counts. */
export const definition: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}
/** The structure of flows. */
export const flow = structure('migration-flow')
/** Counts from 1 to 4 are hidden. */
export const suppression: SuppressionRule = {
  method: 'suppression',
  threshold: 4,
  zeros: false,
  protectionPercent: 100,
}

/** A figure of Belgium: the total of its outflow to Denmark in 2016, unless told otherwise. */
export function figure(given: Partial<FlowRow>): FlowRow {
  return {
    reporter: 'BE',
    direction: 'outflow',
    origin: 'BE',
    destination: 'DK',
    period: '2016',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
    value: null,
    valueStatus: given.value === undefined || given.value === null ? 'missing' : 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
    ...given,
  }
}

/** A total, its women and its men. */
export const bySex = (
  total: number,
  women: number,
  given: Partial<FlowRow> = {},
): readonly FlowRow[] => [
  figure({ value: total, ...given }),
  figure({ value: women, sex: 'F', ...given }),
  figure({ value: total - women, sex: 'M', ...given }),
]

type Means = Omit<DatasetMeans, 'structure'>

/** Protects a dataset of flows. */
export function tryOn(
  dataset: MigrationFlow,
  rules: readonly ProtectionRule[],
  means: Means,
): ProtectedDataset<MigrationFlow> | NotProtected {
  return protectDataset(dataset, rules, { structure: flow, ...means })
}

/** Protects rows, which must not be refused. */
export function protectedOf(
  rows: readonly FlowRow[],
  rules: readonly ProtectionRule[],
  means: Means,
): ProtectedDataset<MigrationFlow> {
  const done = tryOn(toColumns(definition, rows), rules, means)
  if (done.outcome === 'refused') throw new Error(done.why)
  return done
}

/** The rows that leave. */
export function rowsLeft({ dataset }: ProtectedDataset<MigrationFlow>): readonly FlowRow[] {
  return dataset === null ? [] : [...rowsOf(dataset)]
}

/** A dataset that the recipient holds. */
export const held = (dataset: MigrationFlow, given: Partial<KnownDataset> = {}): KnownDataset => ({
  dataset,
  vintage: 'now',
  by: 'recipient',
  ...given,
})
