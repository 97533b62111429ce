// SPDX-License-Identifier: Apache-2.0
import { exactUpTo, largeMargin } from '@corridor/statistics'
import type { ComparisonTerms } from '../../domain/terms'
import { said } from '../../domain/full-round/side-row'

/** What the sieve says of a pair. What is `toTest` is compared as a message would have it compared. */
export const sieved = {
  toTest: 0,
  oneSided: 1,
  notComparable: 2,
  expectedWithin: 3,
  expectedOutside: 4,
  unexpectedWithin: 5,
  unexpectedOutside: 6,
} as const

/** Columns of the table `judging`. */
export const judgingTable = `create or replace table judging (
  corridor integer, class integer, origin_way integer, destination_way integer, comparable integer, origin_factor double,
  destination_factor double, expected integer, lower double, upper double, half double)`

/** Columns of the table `own`: the breakdowns of which something was learnt, with their classes. */
export const ownTable = 'create or replace table own (breakdown integer, class integer)'

/** Ways of counting that a file can tell apart. */
export const mostWays = 2 ** 11

/** The table that rows of a side are appended to. */
export function sideTable(direction: string): string {
  return `create or replace table ${direction} (corridor integer, breakdown integer, value double, says tinyint, class smallint, way smallint)`
}

/** What the sieve knows of a pair before it looks at its figures. */
const judged = { notComparable: 0, comparable: 1, expected: 2 } as const

const rowOfSide = `s.corridor::bigint * ${String(2 ** 32)} + s.breakdown as key, s.value::bigint as value, s.says, s.way`

/**
 * A side's file, from the tables above. Beside each of the origin's figures lies how it is judged where the destination counts as it mostly
 * does in that corridor (`meets`); where it counts otherwise the pair is left to the test.
 */
export function copySide(direction: string, file: string): string {
  const beside = `with met as (select corridor, mode(way) as way from inflow group by corridor)
    select ${rowOfSide}, met.way as meets, (j.comparable + j.expected)::tinyint as judged, j.origin_factor, j.destination_factor,
      j.lower, j.upper, j.half
    from outflow s left join met using (corridor) left join own on own.breakdown = s.breakdown
    left join judging j on j.corridor = s.corridor and j.class = coalesce(own.class, s.class) and j.origin_way = s.way
      and j.destination_way = met.way`
  const alone = `select ${rowOfSide} from inflow s`
  return `copy (${direction === 'outflow' ? beside : alone}) to '${file}' (format parquet)`
}

type Files = Readonly<Record<'outflow' | 'inflow', string>>

/** How many statements two sides make together, whether they meet or not. */
export function countSql({ outflow, inflow }: Files): string {
  const count = (file: string): string => `(select count(*)::double from read_parquet('${file}'))`
  return `select ${count(outflow)} + ${count(inflow)} as statements`
}

/**
 * The join of both sides with the first sieve: how many of the cells that both give there are of each kind, and those that are left to
 * the test. Every number is worked out by the operations of `compareSides` in their order, so that both come to the same to the last
 * bit. Each is worked out once and by a step of its own: DuckDB works out again what stands twice in a case.
 */
export function sieveSql(
  { outflow, inflow }: Files,
  { tolerancePercent, floorPersons, floorShare }: ComparisonTerms,
): string {
  const margin = `(case when n > ${String(exactUpTo)} then ${double(largeMargin)} else 0 end)`
  const inside = `share > (lower + ${margin}) * whole and share < (upper - ${margin}) * whole`
  const apart = `(oh <> dh and (200 * abs(oh - dh)) / (oh + dh) > ${double(tolerancePercent)})`
  const floor = `greatest(${double(floorPersons)}, (${double(floorShare)} * (oh + dh)) / 2)`
  return `with met as (
    select o.key, o.value::double as e, d.value::double as i, o.way as o, d.way as d, o.says as o_says, d.says as d_says,
      case when o.meets = d.way then o.judged end as judged, o.origin_factor, o.destination_factor, o.lower, o.upper, o.half
    from read_parquet('${outflow}') o join read_parquet('${inflow}') d on o.key = d.key),
  worked as (
    select *, e * origin_factor as oh, i * destination_factor as dh, e + i as n, e + half as share, e + i + 2 * half as whole from met),
  pair as (
    select key, e, i, o, d, case
      when o_says = ${said.nothing} or d_says = ${said.nothing} then ${sieved.oneSided}
      when judged = ${judged.notComparable} then ${sieved.notComparable}
      when o_says <> ${said.count} or d_says <> ${said.count} or judged is null then ${sieved.toTest}
      when n = 0 then ${sieved.expectedWithin}
      when judged = ${judged.expected} then case when not (${inside}) then ${sieved.toTest}
        when ${apart} then ${sieved.expectedOutside} else ${sieved.expectedWithin} end
      when not ${apart} then ${sieved.unexpectedWithin}
      when abs(oh - dh) >= ${floor} then ${sieved.toTest}
      else ${sieved.unexpectedOutside} end as sieved
    from worked)
  select sieved, count(*)::double as pairs, list({ key: key, e: e, i: i, o: o, d: d }) filter (where sieved = ${sieved.toTest}) as left_to_test
  from pair group by sieved`
}

// DuckDB takes 10.5 for a decimal and 10.5e0 for a double.
function double(value: number): string {
  return `${String(value)}${String(value).includes('e') ? '' : 'e0'}`
}
