// SPDX-License-Identifier: Apache-2.0
import { convert, pickRows, structure, toNewest, type Dataset } from '@corridor/contracts'
import {
  readRecorded,
  standingRows,
  vintageStand,
  type AcceptedDataset,
  type SeriesAsked,
  type StandingRows,
  type VintagesAsked,
  type VintageStand,
} from '@corridor/platform'
import { passing, pastEmbargo, periodsOf, type FigureFilter } from '../domain/figure-filter'
import type { Edge } from './edge'

/** Which figures are asked for, by whom. */
export interface FiguresAsked extends SeriesAsked, Omit<VintagesAsked, 'periods'> {
  readonly reader: string
  readonly filters: readonly FigureFilter[]
  /** As this version of the contract says it; as it was sent where it is left out. */
  readonly version?: string
  readonly offset: number
  readonly limit: number
}

/** Rows of one dataset, by columns, with where and when it was recorded. */
export interface FigurePart {
  readonly contract: { readonly name: string; readonly version: string }
  readonly position: number
  readonly recordedAt: string
  readonly data: Dataset
}

/** Figures, and as of when they are so. */
export interface FiguresFound {
  readonly parts: readonly FigurePart[]
  readonly rows: number
  readonly stand: VintageStand
  /** Where the next page begins; null on the last one. */
  readonly next: number | null
}

/** Datasets that are decrypted at a time. */
const datasetsAtATime = 16

/** Reads figures as they stand, dataset by dataset, until a page is full. */
export async function readFigures(edge: Edge, asked: FiguresAsked): Promise<FiguresFound> {
  const periods = periodsOf(asked.filters)
  const vintages = periods === undefined ? asked : { ...asked, periods }
  const stand = await vintageStand(edge.store, asked, vintages)
  const page = newPage(asked)
  for await (const waiting of inGroups(standingRows(edge.store, vintages, stand))) {
    const positions = [...new Set(waiting.map(({ position }) => position))]
    const accepted = await readRecorded(edge.store, positions, edge.environment.keys.storage)
    const contents = new Map(accepted.map((one) => [one.position, one]))
    for (const standing of waiting) {
      const content = contents.get(standing.position)
      // What was erased has no figures any more.
      if (content !== undefined) page.add(content, standing, edge.clock())
      if (page.isFull()) return { ...page.found(), stand }
    }
  }
  return { ...page.found(), stand }
}

async function* inGroups(
  all: AsyncGenerator<StandingRows>,
): AsyncGenerator<readonly StandingRows[]> {
  let group: StandingRows[] = []
  for await (const one of all) {
    group.push(one)
    if (group.length < datasetsAtATime) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

interface Page {
  readonly add: (content: AcceptedDataset, standing: StandingRows, at: Date) => void
  readonly isFull: () => boolean
  readonly found: () => Omit<FiguresFound, 'stand'>
}

function newPage(asked: FiguresAsked): Page {
  const parts: FigurePart[] = []
  let met = 0
  let taken = 0
  return {
    add: (content, standing, at) => {
      const rows = rowsAsked(content, standing, { asked, at })
      const from = Math.max(0, asked.offset - met)
      const kept = rows.slice(from, from + asked.limit - taken)
      met += rows.length
      if (kept.length === 0) return
      taken += kept.length
      const part = inVersion(partOf(content, standing, kept), asked.version)
      if (part !== null) parts.push(part)
    },
    isFull: () => met > asked.offset + asked.limit,
    found: () => ({
      parts,
      rows: taken,
      next: met > asked.offset + taken && taken > 0 ? asked.offset + taken : null,
    }),
  }
}

// What the version has no words for is left out, never put into a total.
function inVersion(part: FigurePart, version: string | undefined): FigurePart | null {
  const { contract, data } = part
  if (version === undefined || version === contract.version) return part
  const { dataset } = convert(contract.name, { from: contract.version, to: version }, data)
  return dataset === null ? null : { ...part, contract: { ...contract, version }, data: dataset }
}

function rowsAsked(
  { contract, dataset, version, participant }: AcceptedDataset,
  { rows }: StandingRows,
  { asked, at }: { readonly asked: FiguresAsked; readonly at: Date },
): readonly number[] {
  const seen = pastEmbargo(dataset, rows, { reader: asked.reader, sender: participant, at })
  // Filters are of the newest version: an older one says the total of what it does not know.
  return passing(toNewest({ name: contract, version }, dataset), seen, asked.filters)
}

function partOf(
  { contract, version, position, recordedAt, dataset }: AcceptedDataset,
  { withdrawn }: StandingRows,
  rows: readonly number[],
): FigurePart {
  const known = structure(contract, version)
  if (known === undefined) throw new RangeError(`could not read figures of ${contract} ${version}`)
  const picked = pickRows(dataset, known, rows)
  return {
    contract: { name: contract, version },
    position,
    recordedAt: recordedAt.toISOString(),
    data: withdrawn ? takenBack(picked) : picked,
  }
}

// Withdrawn with its message, and nothing stands before: the cell is gone, which who asks for changes has to see.
function takenBack(dataset: Dataset): Dataset {
  const bounds = [dataset.lower, dataset.upper].some((bound) => bound !== undefined)
  const gone = { value: null, valueStatus: 'retracted' } as const
  return { ...dataset, ...gone, ...(bounds ? { lower: null, upper: null } : {}) }
}
