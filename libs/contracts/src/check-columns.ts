// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Brand, type Outcome } from '@corridor/kernel'
import { codeList, type CodeList } from './code-list'
import { cell, isList } from './columns'
import type { Column, MigrationFlow } from './generated/types'
import { internColumn, type Interned } from './intern-column'
import { repeatedRow } from './repeated-row'
import { structure } from './structure'

/** A message whose columns follow the rules that a schema cannot say, with aliases replaced by their codes. */
export type Columns = Brand<MigrationFlow, 'Columns'>

/** Why columns are refused. */
export type ColumnRefusal =
  'COLUMN_LENGTH_WRONG' | 'CODE_UNKNOWN' | 'VALUE_STATUS_WRONG' | 'ROW_TWICE' | 'DIRECTION_WRONG'

type Refused = Outcome<never, ColumnRefusal>

const dimensionNames = [
  'reporter',
  'direction',
  'origin',
  'destination',
  'period',
  'sex',
  'age',
  'occupation',
  'sector',
  'stay',
] as const

type DimensionName = (typeof dimensionNames)[number]
type Dimensions = (name: DimensionName) => Interned

const measureNames = ['value', 'valueStatus', 'lower', 'upper', 'obsStatus', 'confStatus'] as const

/**
 * Checks the columns of a message that its schema has accepted, in time that grows with the rows and not with their square.
 * Rows in the detail are counted from 1, as people count them.
 */
export function checkColumns(flow: MigrationFlow): Outcome<Columns, ColumnRefusal> {
  const wrong = wrongLength(flow)
  if (wrong !== undefined) return wrong
  const dimensions = internDimensions(flow)
  if (!dimensions.ok) return dimensions
  const refused =
    wrongDirection(flow, dimensions.value) ??
    wrongValue(flow) ??
    wrongStatus(flow) ??
    rowTwice(flow, dimensions.value)
  // The one maker of Columns: every rule above has just held for every row.
  return refused ?? accept(normalised(flow, dimensions.value) as Columns)
}

function wrongLength(flow: MigrationFlow): Refused | undefined {
  for (const name of [...dimensionNames, ...measureNames]) {
    const column: Column<string | number | null> | undefined = flow[name]
    if (column !== undefined && isList(column) && column.length !== flow.rows) {
      return refuse(
        'COLUMN_LENGTH_WRONG',
        `column ${name} has ${column.length} entries for ${flow.rows} rows`,
      )
    }
  }
  return undefined
}

const listOf: ReadonlyMap<string, CodeList> = new Map(
  structure('migration-flow').dimensions.flatMap(({ column, codelist }) =>
    codelist === undefined ? [] : [[column, codeList(codelist)]],
  ),
)

function internDimensions(flow: MigrationFlow): Outcome<Dimensions, ColumnRefusal> {
  const interned = new Map<DimensionName, Interned>()
  for (const name of dimensionNames) {
    const list = listOf.get(name)
    const column = internColumn(flow[name], list)
    if (!column.ok) return unknownCode({ column: name, list: list?.id ?? 'its list', ...column })
    interned.set(name, column.interned)
  }
  return accept((name) => {
    const column = interned.get(name)
    if (column === undefined)
      throw new Error(`could not read the column ${name}: it was never interned`)
    return column
  })
}

function unknownCode(met: { column: string; list: string; row: number; code: string }): Refused {
  return refuse(
    'CODE_UNKNOWN',
    `row ${met.row + 1}, column ${met.column}: code ${met.code} is not in ${met.list}`,
  )
}

function wrongDirection(flow: MigrationFlow, dimensions: Dimensions): Refused | undefined {
  const reporter = dimensions('reporter')
  const origin = dimensions('origin')
  const destination = dimensions('destination')
  for (let row = 0; row < flow.rows; row++) {
    const direction = cell(flow.direction, row)
    const side = direction === 'inflow' ? destination : origin
    if (reporter.codeAt(row) !== side.codeAt(row)) {
      const name = direction === 'inflow' ? 'destination' : 'origin'
      const told = `the reporter ${reporter.codeAt(row)} of an ${direction} is not its ${name} ${side.codeAt(row)}`
      return refuse('DIRECTION_WRONG', `row ${row + 1}, column reporter: ${told}`)
    }
  }
  return undefined
}

function wrongValue(flow: MigrationFlow): Refused | undefined {
  const { value, valueStatus, lower = null, upper = null } = flow
  const rows = [value, valueStatus, lower, upper].some(isList) ? flow.rows : 1
  for (let row = 0; row < rows; row++) {
    const status = cell(valueStatus, row)
    const hasValue = cell(value, row) !== null
    if (hasValue !== (status === 'value')) {
      const told = hasValue
        ? `there is a value, and its status is ${status}`
        : 'the status is value, and there is none'
      return refuse('VALUE_STATUS_WRONG', `row ${row + 1}, column value: ${told}`)
    }
    const told = wrongBounds(cell(lower, row), cell(upper, row), status)
    if (told !== undefined)
      return refuse('VALUE_STATUS_WRONG', `row ${row + 1}, column lower: ${told}`)
  }
  return undefined
}

function wrongBounds(
  lower: number | null,
  upper: number | null,
  status: string,
): string | undefined {
  if (lower === null && upper === null) return undefined
  if (status !== 'suppressed')
    return `there are bounds, and the status is ${status}, not suppressed`
  if (lower === null || upper === null) return 'one of the two bounds is missing'
  return lower <= upper ? undefined : `the lower bound ${lower} is above the upper bound ${upper}`
}

function wrongStatus(flow: MigrationFlow): Refused | undefined {
  const confidentiality = internColumn(flow.confStatus, codeList('CL_CONF_STATUS'))
  if (!confidentiality.ok)
    return unknownCode({ column: 'confStatus', list: 'CL_CONF_STATUS', ...confidentiality })
  const observation = internColumn(flow.obsStatus, { normalise: knownSet })
  return observation.ok
    ? undefined
    : unknownCode({ column: 'obsStatus', list: 'CL_OBS_STATUS', ...observation })
}

// A set of codes: each one known, none of them twice.
function knownSet(codes: string): string | undefined {
  const set = codes.split(' ')
  const known = set.every((code) => codeList('CL_OBS_STATUS').normalise(code) !== undefined)
  return known && new Set(set).size === set.length ? codes : undefined
}

function rowTwice(flow: MigrationFlow, dimensions: Dimensions): Refused | undefined {
  const found = repeatedRow(flow.rows, dimensionNames.map(dimensions))
  if (found === undefined) return undefined
  const told = dimensionNames.map((name) => dimensions(name).codeAt(found.again)).join(' ')
  return refuse(
    'ROW_TWICE',
    `rows ${found.first + 1} and ${found.again + 1} are both about ${told}`,
  )
}

function normalised(flow: MigrationFlow, dimensions: Dimensions): MigrationFlow {
  const renamed = dimensionNames.filter((name) => dimensions(name).renamed)
  return renamed.length === 0
    ? flow
    : { ...flow, ...Object.fromEntries(renamed.map((name) => [name, dimensions(name).column()])) }
}
