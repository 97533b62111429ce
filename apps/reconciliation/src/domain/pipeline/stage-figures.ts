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

/** A message as far as stages are found in it. */
export interface SentRows {
  readonly contract: string
  readonly sender: string
  /** As its sender states them. */
  readonly rows: readonly DatasetRow[]
  /** As the hub has told them to each recipient for whom it changed something. */
  readonly told: ReadonlyMap<string, readonly DatasetRow[]>
}

/**
 * The figures of a pipeline clause's stages that a message states. What is found of a stage tells each party of its figure: a row enters
 * as it is where each other party is given it so, else as all of them were told it, and as nothing where one was not.
 */
export function stageFiguresOf(
  { standing }: KnownAgreement,
  clause: ClauseOf<'pipeline'>,
  sent: SentRows & { readonly isGranted: RowTest },
): readonly StageFigure[] {
  const { contract, sender, rows, told, isGranted } = sent
  const stages = clause.stages.filter((one) => one.contract === contract && one.from === sender)
  if (stages.length === 0 || !standing.parties.includes(sender)) return []
  const others = standing.parties.filter((party) => party !== sender)
  return stages.flatMap((stage): readonly StageFigure[] => {
    const about = { clause: clause.id, stage: stage.stage }
    const stated = rowsOfStage(rows, { clause, stage }).filter(({ row }) =>
      others.every((recipient) => isGranted({ contract, sender, recipient }, row)),
    )
    const heard = others.map((recipient) =>
      rowsOfStage(told.get(recipient) ?? [], { clause, stage }).filter(({ row }) =>
        isGranted({ contract, sender, recipient, as: 'told' }, row),
      ),
    )
    return [
      ...toldToAll(heard),
      ...stated.map(({ period, row }) => ({ period, ...boundsOf(row) })),
    ].map((one) => ({ ...about, ...one }))
  })
}

interface OfPeriod {
  readonly period: string
  readonly row: DatasetRow
}

function rowsOfStage(
  rows: readonly DatasetRow[],
  { clause, stage }: { readonly clause: ClauseOf<'pipeline'>; readonly stage: PipelineStage },
): readonly OfPeriod[] {
  const columns = rolesOf(stage.contract)
  const codes = [...codesOfStage(stage), ...endsOf(clause, stage)]
  return rows.flatMap((row): readonly OfPeriod[] => {
    const period = row[columns.time]
    if (typeof period !== 'string' || placeOf(period, clause.frequency) === undefined) return []
    if (row[columns.reporter] !== stage.from) return []
    return codes.every(([column, code]) => row[column] === code) ? [{ period, row }] : []
  })
}

// Where they were told different things, what holds for all of them: the widest.
function toldToAll(
  heard: readonly (readonly OfPeriod[])[],
): readonly Omit<StageFigure, 'clause' | 'stage'>[] {
  const [first = []] = heard
  return first.flatMap(({ period }): readonly Omit<StageFigure, 'clause' | 'stage'>[] => {
    const each = heard.flatMap((rows) => rows.findLast((one) => one.period === period) ?? [])
    if (each.length < heard.length) return []
    const bounds = each.map(({ row }) => boundsOf(row))
    const [lowers, uppers] = [bounds.map(({ lower }) => lower), bounds.map(({ upper }) => upper)]
    const known = lowers.every((one) => one !== null) && uppers.every((one) => one !== null)
    if (!known) return [{ period, lower: null, upper: null }]
    return [{ period, lower: Math.min(...lowers), upper: Math.max(...uppers) }]
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
