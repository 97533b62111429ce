// SPDX-License-Identifier: Apache-2.0
import { normaliseHeader } from './known-headers'
import type { Header } from './collect-sheet'
import type { SheetEntry, Workbook } from './open-workbook'
import { walkSheet } from './walk-sheet'
import { unreadable, WorkbookFlaw } from './workbook-flaw'

/** What is looked for in a workbook. */
export interface SheetWish {
  /** The sheet that somebody named. */
  readonly sheet?: string
  /** Names of columns that are known, as `normaliseHeader` writes them. */
  readonly headers: readonly string[]
}

/** The sheet that is read, and others that could have been. */
export interface ChosenSheet {
  readonly entry: SheetEntry
  readonly header: Header
  readonly otherSheets: readonly string[]
}

// A title and a few remarks may stand above the header.
const rowsLookedAt = 20
const fewestKnown = 3

/**
 * The sheet that holds the figures: the one that was named, else the first visible one with a known header, else the
 * first hidden one with a known header, else the first visible one that is not empty.
 */
export async function chooseSheet(workbook: Workbook, wish: SheetWish): Promise<ChosenSheet> {
  const known = new Set(wish.headers)
  const offered: Offer[] = []
  for (const entry of candidates(workbook, wish.sheet)) {
    const header = await findHeader(workbook, entry, known)
    if (header !== undefined) offered.push({ entry, ...header })
  }
  const fitting = offered.filter(({ matches }) => matches > 0)
  const chosen =
    fitting.find(({ entry }) => !entry.hidden) ??
    fitting[0] ??
    offered.find(({ entry }) => !entry.hidden) ??
    offered[0]
  if (chosen === undefined) throw unreadable('the workbook has no sheet with anything in it')
  const { entry, header } = chosen
  const otherSheets = fitting.filter((offer) => offer !== chosen).map((offer) => offer.entry.name)
  return { entry, header, otherSheets }
}

interface Offer {
  readonly entry: SheetEntry
  readonly header: Header
  readonly matches: number
}

function candidates({ sheets }: Workbook, wanted: string | undefined): readonly SheetEntry[] {
  if (wanted === undefined) return sheets
  const found = sheets.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (found.length > 0) return found
  const names = sheets.map(({ name }) => `"${name}"`).join(', ')
  throw new WorkbookFlaw(
    'SHEET_UNKNOWN',
    `there is no sheet "${wanted.slice(0, 40)}" in the workbook; there are ${names.slice(0, 400)}`,
  )
}

// The row with most known names, at least three of them ("value" and "source" are met anywhere), or else the first that is not empty.
async function findHeader(
  workbook: Workbook,
  entry: SheetEntry,
  known: ReadonlySet<string>,
): Promise<{ header: Header; matches: number } | undefined> {
  const rows = new Map<number, Map<number, string>>()
  await walkSheet(workbook, entry, {
    cell: ({ row, column, text }) => {
      if (text === '') return
      const names = rows.get(row)
      if (names !== undefined) names.set(column, text)
      else if (rows.size <= rowsLookedAt) rows.set(row, new Map([[column, text]]))
    },
    enough: () => rows.size > rowsLookedAt,
  })
  const counted = [...rows].slice(0, rowsLookedAt).map(([row, names]) => {
    const matches = [...names.values()].filter((name) => known.has(normaliseHeader(name))).length
    return {
      header: { row, names },
      matches: matches < Math.min(fewestKnown, known.size) ? 0 : matches,
    }
  })
  return counted.reduce<(typeof counted)[number] | undefined>(
    (best, row) => (best === undefined || row.matches > best.matches ? row : best),
    undefined,
  )
}
