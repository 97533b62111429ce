// SPDX-License-Identifier: Apache-2.0
// Builders for tests: each one shows only what matters.
import type { Dataset, MigrationFlow } from '@corridor/contracts'
import { check, type CheckInput } from './check'
import type { Found } from './found'
import type { Earlier } from './history/earlier'

/** Outflows of Belgium, two rows of them. */
export const flow: MigrationFlow = {
  definition: {
    minimumStay: 'P12M',
    population: 'all',
    source: 'register',
    partnerConcept: 'residence',
    eventConcept: 'registration',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  },
  classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
  frequency: 'A',
  rows: 2,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: ['DK', 'SE'],
  period: '2016',
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  education: '_T',
  value: [409, 0],
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}

/** What a check of flows with these changes finds, without what is not asked about. */
export function foundIn(
  changes: Partial<MigrationFlow>,
  more: Partial<CheckInput> = {},
): readonly Found[] {
  return check({ contract: 'migration-flow', dataset: { ...flow, ...changes }, ...more }).found
}

/** The numbers of rows (from 0) that have a problem, undefined where nothing has it; none where the dataset as a whole does. */
export function rowsWith(found: readonly Found[], code: string): readonly number[] | undefined {
  return found.find((one) => one.code === code)?.rows
}

/** Flows to as many destinations as there are values; `before` is what was stated earlier of each. */
export function flowsOf(value: readonly number[]): MigrationFlow {
  const destinations =
    'DK SE DE FR NL LU IT ES PT PL AT CZ SK HU RO BG GR CY MT IE FI EE LV LT SI HR'.split(' ')
  return { ...flow, rows: value.length, destination: destinations.slice(0, value.length), value }
}

/** Earlier figures, NaN in every row where none are given. */
export function earlier(
  rows: number,
  figures: Partial<Record<keyof Earlier, readonly number[]>>,
): Earlier {
  const column = (given: readonly number[] | undefined): Float64Array =>
    given === undefined ? new Float64Array(rows).fill(NaN) : Float64Array.from(given)
  return {
    same: column(figures.same),
    yearBefore: column(figures.yearBefore),
    reversed: column(figures.reversed),
  }
}

/** Vacancies of a survey, one row, observed. */
export const labour: Dataset & Readonly<Record<string, unknown>> = {
  definition: {
    eventConcept: 'survey-answer',
    source: 'survey',
    population: 'all',
    minimumStay: 'not-applicable',
    partnerConcept: 'none',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  },
  classifications: {
    education: 'ISCED-2011',
    occupation: 'ISCO-08',
    sector: 'ISIC-4',
    statusInEmployment: 'ICSE-18',
  },
  frequency: 'A',
  rows: 1,
  reporter: 'DK',
  indicator: 'VAC',
  basis: 'observed',
  scenario: '_Z',
  citizenship: '_T',
  period: '2024',
  sex: '_T',
  age: '_T',
  education: '_T',
  occupation: '_T',
  sector: '_T',
  statusInEmployment: '_T',
  value: 5200,
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}
