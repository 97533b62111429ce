// SPDX-License-Identifier: Apache-2.0
import { structure, type PipelineStage } from '@corridor/contracts'
import { codesOfStage, type ClauseOf, type KnownAgreement, type RowTest } from '@corridor/policy'
import { placeOf } from '../calendar'
import type { DatasetRow } from '../dataset-rows'

/** The figure of a stage in a period, in what its contract counts. Both bounds are null where nothing is known. */
export interface StageFigure {
  readonly clause: string
  readonly stage: string
  readonly period: string
  readonly lower: number | null
  readonly upper: number | null
}

/** A message's rows and who sent them. */
export interface SentRows {
  readonly contract: string
  readonly sender: string
  readonly rows: readonly DatasetRow[]
}

/**
 * The figures of a pipeline clause's stages that a message states. What is found of a stage tells each party of its figure, so only
 * rows that each other party is given as they are enter.
 */
export function stageFiguresOf(
  { standing }: KnownAgreement,
  clause: ClauseOf<'pipeline'>,
  sent: SentRows & { readonly isGranted: RowTest },
): readonly StageFigure[] {
  const { contract, sender, rows, isGranted } = sent
  const stages = clause.stages.filter((one) => one.contract === contract && one.from === sender)
  if (stages.length === 0 || !standing.parties.includes(sender)) return []
  const others = standing.parties.filter((party) => party !== sender)
  const columns = rolesOf(contract)
  return stages.flatMap((stage) => {
    const codes = [...codesOfStage(stage), ...endsOf(clause, stage)]
    return rows.flatMap((row): readonly StageFigure[] => {
      const period = row[columns.time]
      if (typeof period !== 'string' || placeOf(period, clause.frequency) === undefined) return []
      if (row[columns.reporter] !== sender) return []
      if (!codes.every(([column, code]) => row[column] === code)) return []
      if (!others.every((recipient) => isGranted({ contract, sender, recipient }, row))) return []
      return [{ clause: clause.id, stage: stage.stage, period, ...boundsOf(row) }]
    })
  })
}

function rolesOf(contract: string) {
  const dimensions = structure(contract)?.dimensions ?? []
  const columnOf = (role: string): string =>
    dimensions.find((one) => one.role === role)?.column ?? ''
  return { time: columnOf('time'), reporter: columnOf('reporter') }
}

// Of a contract with one partner the reporter is one end of the corridor and the partner the other.
function endsOf(
  { origin, destination }: ClauseOf<'pipeline'>,
  { contract, from }: PipelineStage,
): readonly (readonly [string, string])[] {
  return structure(contract).dimensions.flatMap(({ role, column }) => {
    if (role === 'origin') return [[column, origin] as const]
    if (role === 'destination') return [[column, destination] as const]
    if (role === 'partner') return [[column, from === origin ? destination : origin] as const]
    return []
  })
}

function boundsOf({ value, valueStatus, lower, upper }: DatasetRow) {
  const bound = (one: DatasetRow[string] | undefined): number | null =>
    typeof one === 'number' ? one : null
  if (valueStatus === 'value' && typeof value === 'number')
    return { lower: bound(lower) ?? value, upper: bound(upper) ?? value }
  const [least, most] = [bound(lower), bound(upper)]
  if (valueStatus === 'suppressed' && least !== null && most !== null)
    return { lower: least, upper: most }
  return { lower: null, upper: null }
}
