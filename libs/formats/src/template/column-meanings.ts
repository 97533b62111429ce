// SPDX-License-Identifier: Apache-2.0
import { codeList } from '@corridor/contracts'
import type { ContractColumn } from '../csv/contract-columns'

/** What a column says and what may stand in it. Examples are synthetic. */
export interface ColumnMeaning {
  readonly about: string
  readonly example: string
}

// By SDMX concept: a concept means the same in every contract.
const meanings: Readonly<Record<string, readonly [about: string, example: string]>> = {
  REPORTING_AREA: ['The state that reports: your own', 'BE'],
  FLOW_DIRECTION: ['inflow: you counted it as destination; outflow: as origin', 'outflow'],
  ORIGIN: ['Where people came from', 'BE'],
  DESTINATION: ['Where people went to', 'DK'],
  TIME_PERIOD: ['The period: 2016, 2016-S1, 2016-Q2 or 2016-07', '2016'],
  SEX: ['Sex; _T is the total, _U not known', 'F'],
  AGE: ['Age: Y15T19 is 15 to 19 years, Y_GE65 is 65 and more, _T the total', 'Y15T19'],
  OCCUPATION: ['Occupation, after the classification that you name; _T is the total', 'OC2'],
  ACTIVITY: ['Sector, after the classification that you name; _T is the total', 'A'],
  EDUCATION: ['Education, after the classification that you name; _T is the total', '_T'],
  STAY: ['How long people stayed; _T is the total', '_T'],
  OBS_VALUE: [
    'The figure, without point or comma between thousands; empty where it has a status',
    '1204',
  ],
  VALUE_STATUS: ['Why there is no figure; value where there is one, also a true zero', 'value'],
  LOWER_BOUND: ['Of a suppressed figure: the least that it can be', '0'],
  UPPER_BOUND: ['Of a suppressed figure: the most that it can be', '4'],
  STD_ERROR: ['The standard error of a figure from a survey', '12.5'],
  SAMPLE_SIZE: ['How many answers of a survey the figure rests on', '310'],
  CELL_KEY: ['For the hub alone: the sum of the record keys of those counted, modulo 2^32', ''],
  CONTRIBUTORS: ['For the hub alone: how many employers are behind the figure', ''],
  LARGEST_CONTRIBUTION: ['For the hub alone: what the largest employer has of the figure', ''],
  SECOND_CONTRIBUTION: [
    'For the hub alone: what the second largest has; 0 where there is none',
    '',
  ],
  OBS_STATUS: ['What kind of figure it is; several codes with a space: B P', 'A'],
  CONF_STATUS: ['Who may see the figure', 'F'],
  CONF_REDIST: ['Whether partners may pass the figure on', ''],
  EMBARGO_TIME: ['When a figure with the status E may be shown, in UTC', '2027-01-31T09:00:00Z'],
  FREQ: ['How often you report: A year, S half-year, Q quarter, M month', 'A'],
  UNIT_MEASURE: ['The unit of the figures', 'PS'],
  UNIT_MULT: ['0 for persons, 3 for thousands, 6 for millions', '0'],
  DECIMALS: ['How many decimals the figures have', '0'],
  EVENT_CONCEPT: ['The event that you count', 'registration'],
  SOURCE_TYPE: ['Where the figures come from', 'register'],
  POPULATION: ['Whom you count', 'all'],
  MINIMUM_STAY: [
    'The shortest stay that you count: P12M, P3M, permanent or not-applicable',
    'P12M',
  ],
  PARTNER_CONCEPT: ['What makes somebody belong to the partner', 'residence'],
  AGE_DEFINITION: ['Whether ages are completed or reached in the year', 'completed'],
  PERIOD_CONVENTION: ['Calendar or fiscal years', 'calendar'],
  FISCAL_YEAR_START: ['The first day of your fiscal year', '--07-01'],
  COMMENT_DSET: ['Anything else that one must know', 'Synthetic example'],
  PROJECTION_PRODUCER: ['Of projections: who made them', ''],
  PROJECTION_METHOD: ['Of projections: how they were made', ''],
  BASE_PER: ['Of projections: the year that they start from', ''],
  PROJECTION_VINTAGE: ['Of projections: when they were made', ''],
  PROJECTION_HORIZON: ['Of projections: the year that they reach', ''],
  NOTES: ['Why a warning is right as it stands: W510: and your reason', 'W510: checked'],
}

/** What a column says: in words for the concepts that we know, else by its name and code list. */
export function meaningOf(column: ContractColumn): ColumnMeaning {
  const known = meanings[column.concept]
  if (known !== undefined) return { about: known[0], example: known[1] }
  if (column.column.startsWith('classifications.')) {
    const of = column.column.slice('classifications.'.length)
    return { about: `The classification that the codes of ${of} follow`, example: '' }
  }
  const words = column.name.replaceAll('_', ' ')
  const about = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  const [example = ''] = column.codelist === undefined ? [] : codeList(column.codelist).codes
  return { about, example }
}
