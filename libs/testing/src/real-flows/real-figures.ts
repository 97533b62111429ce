// SPDX-License-Identifier: Apache-2.0
// Genuine flows between EU states, as both sides reported them (Eurostat, migr_emi3nxt and migr_imm5prv, credit due; minimum stays by
// expert coding, doi 10.5281/zenodo.10789470), for tests and benches where the folder stands beside the repository.
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(__dirname, '../../../../../shared/data/open')

/** Whether the folder is there, and what the name of a test adds where it is not. */
export const realFiguresPresent = fs.existsSync(folder)
export const realFiguresSkipped = realFiguresPresent
  ? ''
  : ' (skipped: the folder shared/data/open is not beside the repository)'

/** One side's figure about one flow. Persons. */
export interface RealFigure {
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly reportedBy: 'origin' | 'destination'
  /** As the contract writes it: P12M, permanent. */
  readonly minimumStay: string
  readonly value: number
}

/** A flow as its two sides counted it. Persons. */
export interface RealPair {
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly outflow: number
  readonly inflow: number
  readonly comparable: boolean
}

/** The figures of the sixteen states that report both directions, 2010 to 2016, about flows among themselves. */
export function realFigures(): readonly RealFigure[] {
  const stays = new Map(
    linesOf('duration_criteria_2002_2016.csv').map((line) => [
      keyOf(line),
      line.min_duration_months ?? '',
    ]),
  )
  const lines = linesOf('flows_mirror_eu_2010_2016.csv')
  const reporters = (by: string, end: 'origin' | 'destination') =>
    new Set(lines.filter((line) => line.reported_by === by).map((line) => line[end] ?? ''))
  const [out, into] = [reporters('origin', 'origin'), reporters('destination', 'destination')]
  const both = [...out].filter((state) => into.has(state))
  return lines
    .filter(
      ({ origin = '', destination = '' }) => both.includes(origin) && both.includes(destination),
    )
    .map((line) => ({
      origin: line.origin ?? '',
      destination: line.destination ?? '',
      period: line.year ?? '',
      reportedBy: line.reported_by === 'origin' ? 'origin' : 'destination',
      minimumStay: stayOf(stays.get(keyOf(line)) ?? line.min_duration_months ?? ''),
      value: Number(line.value),
    }))
}

/** The flows that both sides reported. */
export function realPairs(figures: readonly RealFigure[]): readonly RealPair[] {
  const inflows = new Map(
    figures
      .filter(({ reportedBy }) => reportedBy === 'destination')
      .map((figure) => [flowKey(figure), figure]),
  )
  return figures.flatMap((out) => {
    const into = inflows.get(flowKey(out))
    if (out.reportedBy !== 'origin' || into === undefined) return []
    const { origin, destination, period } = out
    const comparable = out.minimumStay === into.minimumStay
    return [{ origin, destination, period, outflow: out.value, inflow: into.value, comparable }]
  })
}

/** What a later extract says of an inflow. Persons. */
export interface RealRevision {
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly before: number
  readonly after: number
}

/** The inflows that were revised between two extracts (2023 and 2026): all of them Lithuania's. */
export function realRevisions(): readonly RealRevision[] {
  return linesOf('revisions_destination_2010_2016.csv')
    .filter(({ revised }) => revised === '1')
    .map((line) => ({
      origin: line.origin ?? '',
      destination: line.destination ?? '',
      period: line.year ?? '',
      before: Number(line.value_vintage_2023),
      after: Number(line.value_vintage_2026),
    }))
}

/** A text for a flow in a period that no other has. */
export function flowKey({
  origin,
  destination,
  period,
}: Pick<RealFigure, 'origin' | 'destination' | 'period'>): string {
  return `${origin} ${destination} ${period}`
}

type Line = Readonly<Record<string, string>>

function keyOf({ origin, destination, year, reported_by: by }: Line): string {
  return [origin, destination, year, by].join(' ')
}

function stayOf(months: string): string {
  return Number(months) === 60 ? 'permanent' : `P${String(Number(months))}M`
}

function linesOf(file: string): readonly Line[] {
  const [header = '', ...lines] = fs
    .readFileSync(path.join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
  })
}
