// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { Counting } from '../../domain/counting'
import type { SideRow } from '../../domain/full-round/side-row'
import { mostWays } from './sieve-sql'

/** Numbers for what rows have in common: breakdowns by the hub's own table, classes and ways of counting by the file that they are in. */
export class Numbered {
  // Written by the methods below alone, while one file is made.
  private readonly byBreakdown = new Map<string, number>()
  private readonly byClass = new Map<string, number>()
  private readonly byWay = new Map<string, number>()
  readonly classes: string[] = []
  readonly ways: Counting[] = []

  /** Gives every breakdown of the rows a number that it keeps for good. */
  async keepBreakdowns(tx: Tx, rows: readonly SideRow[]): Promise<void> {
    const unknown = [...new Set(rows.map(({ breakdown }) => breakdown))].filter(
      (breakdown) => !this.byBreakdown.has(breakdown),
    )
    if (unknown.length === 0) return
    await tx.query(
      `insert into breakdown (id, breakdown) select coalesce((select max(id) from breakdown), 0) + row_number() over (), asked.breakdown
       from unnest($1::text[]) asked (breakdown) where not exists (select from breakdown b where b.breakdown = asked.breakdown)`,
      [unknown],
    )
    const known = await rowsOfQuery<{ id: number; breakdown: string }>(
      tx,
      'select id, breakdown from breakdown where breakdown = any($1::text[])',
      [unknown],
    )
    for (const { id, breakdown } of known) this.byBreakdown.set(breakdown, id)
  }

  breakdown(text: string): number {
    const known = this.byBreakdown.get(text)
    if (known === undefined) throw new Error(`could not number the breakdown ${text}`)
    return known
  }

  /** One breakdown stands for all of its class. */
  class(row: SideRow): number {
    const known = this.byClass.get(row.class)
    if (known !== undefined) return known
    this.byClass.set(row.class, this.classes.length)
    return this.classes.push(row.breakdown) - 1
  }

  way(counting: Counting): number {
    const text = JSON.stringify(counting)
    const known = this.byWay.get(text)
    if (known !== undefined) return known
    if (this.ways.length === mostWays)
      throw new Error(
        `could not number the ways of counting of one period: there are over ${mostWays}`,
      )
    this.byWay.set(text, this.ways.length)
    return this.ways.push(counting) - 1
  }
}

/** A breakdown with the number that it keeps. */
export interface NumberedBreakdown {
  readonly id: number
  readonly breakdown: string
}

/** The numbers of breakdowns; what has none is in no file. */
export async function numbersOf(
  tx: Tx,
  breakdowns: readonly string[],
): Promise<readonly NumberedBreakdown[]> {
  if (breakdowns.length === 0) return []
  return rowsOfQuery<NumberedBreakdown>(
    tx,
    'select id, breakdown from breakdown where breakdown = any($1::text[]) order by id',
    [breakdowns],
  )
}
