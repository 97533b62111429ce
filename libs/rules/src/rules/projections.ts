// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf, type Column } from '@corridor/contracts'
import { ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import { withRole } from '../structural/dimensions'
import { rowsWhere } from './rows-where'
import type { RuleOf } from './rule-of'

/** Projected figures without a description of the projection. */
export function undescribedProjection(
  reading: Reading,
  { problem }: RuleOf<'projection-described'>,
): readonly Found[] {
  if (reading.dataset.definition.projection !== undefined) return []
  return rowsWhere(reading.dataset, columns(reading), (row) =>
    isProjected(reading, row)
      ? { code: problem, column: 'basis', detail: 'the definition describes no projection' }
      : undefined,
  )
}

/** A projection described where nothing is projected. */
export function projectionOfObserved(
  reading: Reading,
  { problem }: RuleOf<'observed-with-projection'>,
): readonly Found[] {
  if (reading.dataset.definition.projection === undefined) return []
  const basis = reading.dimension('basis')?.interned
  if (basis?.codes.includes('projected') === true) return []
  return [
    ofDataset(problem, 'the definition describes a projection, and no row is projected', 'basis'),
  ]
}

/** Projected periods that the projection does not reach, or that were known when it was made. */
export function periodsBeyondHorizon(
  reading: Reading,
  { problem }: RuleOf<'projection-horizon'>,
): readonly Found[] {
  const { projection } = reading.dataset.definition
  const time = withRole(reading.dimensions, 'time')
  if (projection === undefined || time === undefined) return []
  const { baseYear, horizon } = projection
  return rowsWhere(reading.dataset, columns(reading, ['period']), (row) => {
    const period = time.codeAt(row)
    const year = period.slice(0, 4)
    if (!isProjected(reading, row) || (baseYear <= year && year <= horizon)) return undefined
    const detail = `${period} lies outside of the projection from ${baseYear} to ${horizon}`
    return { code: problem, column: 'period', value: period, detail }
  })
}

/** Projected figures that name no scenario, and observed ones that name one. */
export function wrongScenarios(
  reading: Reading,
  { problem }: RuleOf<'projection-scenario'>,
): readonly Found[] {
  const scenario = reading.dimension('scenario')?.interned
  if (scenario === undefined) return []
  return rowsWhere(reading.dataset, columns(reading, ['scenario']), (row) => {
    const value = scenario.codeAt(row)
    const projected = isProjected(reading, row)
    if (projected !== (value === '_Z')) return undefined
    const detail = projected
      ? 'a projected figure names no scenario'
      : `an observed figure names the scenario ${value}`
    return { code: problem, column: 'scenario', value, detail }
  })
}

/** Projected values without an interval around them. */
export function projectionsWithoutInterval(
  reading: Reading,
  { problem }: RuleOf<'projection-interval'>,
): readonly Found[] {
  const { valueStatus, lower = null, upper = null } = reading.dataset
  return rowsWhere(reading.dataset, columns(reading, ['valueStatus', 'lower', 'upper']), (row) => {
    const bounded = cell(lower, row) !== null && cell(upper, row) !== null
    if (bounded || cell(valueStatus, row) !== 'value' || !isProjected(reading, row))
      return undefined
    const detail = 'a projected figure has no lower and upper bound'
    return { code: problem, column: 'lower', detail }
  })
}

function isProjected(reading: Reading, row: number): boolean {
  return reading.dimension('basis')?.interned.codeAt(row) === 'projected'
}

function columns(
  { dataset }: Reading,
  names: readonly string[] = [],
): readonly (Column<string | number | null> | undefined)[] {
  return ['basis', ...names].map((name) => columnOf(dataset, name))
}
