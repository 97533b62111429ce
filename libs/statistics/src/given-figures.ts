// SPDX-License-Identifier: Apache-2.0
// Genuine figures (Eurostat, credit due) and what was worked out from them, for tests, where the folder stands beside the repository.
import fs from 'node:fs'
import path from 'node:path'
import { groupBy } from './group-by'
import type { MirrorPair } from './ratios/mirror-pair'

const folder = path.resolve(__dirname, '../../../../shared/data/open')

/** Whether the folder is there, and what the name of a test adds where it is not. */
export const figuresPresent = fs.existsSync(folder)
export const skipped = figuresPresent
  ? ''
  : ' (skipped: the folder shared/data/open is not beside the repository)'

export type Line = Readonly<Record<string, string>>

/** The lines of a file by the names in its first. */
export function linesOf(file: string): readonly Line[] {
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

/** An oracle as it stands. */
export function oracleOf(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(folder, 'oracles', file), 'utf8'))
}

/** The flows between EU states that both sides reported, year by year. */
export function publishedPairs(): readonly (MirrorPair & { readonly period: string })[] {
  const cells = groupBy(linesOf('flows_mirror_eu_2010_2016.csv'), (line) =>
    [line.origin, line.destination, line.year].join(' '),
  )
  return [...cells.values()].flatMap((sides) => {
    const says = (side: string) => sides.find(({ reported_by: by }) => by === side)
    const [origin, destination] = [says('origin'), says('destination')]
    if (origin === undefined || destination === undefined) return []
    return [
      {
        origin: origin.origin ?? '',
        destination: origin.destination ?? '',
        period: origin.year ?? '',
        outflow: Number(origin.value),
        inflow: Number(destination.value),
      },
    ]
  })
}
