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

/** The file of what is expected, from the table above. */
export function copyJudging(file: string): string {
  const key = meetingKey({
    ...{ corridor: 'corridor', class: 'class' },
    ...{ origin: 'origin_way', destination: 'destination_way' },
  })
  return `copy (select ${key} as key, comparable, origin_factor, destination_factor, expected, lower, upper, half from judging)
    to '${file}' (format parquet)`
}

/** Ways of counting that a file can tell apart, and classes. */
export const mostWays = 2 ** 11
const mostClasses = 2 ** 20

/** One number for everything that decides how a pair is judged. */
function meetingKey(
  names: Readonly<Record<'corridor' | 'class' | 'origin' | 'destination', string>>,
): string {
  const { corridor, origin, destination } = names
  const place = `(${corridor})::bigint * ${String(mostClasses)} + ${names.class}`
  return `((${place}) * ${String(mostWays)} + ${origin}) * ${String(mostWays)} + ${destination}`
}

/** A side's file, from the rows that were appended to it. */
export function copySide(direction: string, file: string): string {
  return `copy (select corridor::bigint * ${String(2 ** 32)} + breakdown as key, value::bigint as value, says, class, way
    from ${direction}) to '${file}' (format parquet)`
}

/** The table that rows of a side are appended to. */
export function sideTable(direction: string): string {
  return `create or replace table ${direction} (corridor integer, breakdown integer, value double, says tinyint, class smallint, way smallint)`
}

/**
 * The full outer join of both sides with the first sieve: how many pairs of each kind there are, and those that are left to the
 * test. Every number is worked out by the operations of `compareSides` in their order, so that both come to the same to the last bit.
 */
export function sieveSql(
  files: Readonly<Record<'outflow' | 'inflow' | 'judging', string>>,
  { tolerancePercent, floorPersons, floorShare }: ComparisonTerms,
  hasOwn: boolean,
): string {
  const own = hasOwn
    ? `left join own on own.breakdown = (o.key & ${String(2 ** 32 - 1)})::integer`
    : ''
  const classOf = hasOwn ? 'coalesce(own.class, o.class)' : 'o.class'
  const ways = { origin: 'o.way', destination: 'd.way' }
  const meeting = meetingKey({ corridor: 'o.key >> 32', class: classOf, ...ways })
  const [e, i] = ['(o.value * j.origin_factor)', '(d.value * j.destination_factor)']
  const all = '(o.value + d.value)'
  const margin = `(case when ${all} > ${String(exactUpTo)} then ${double(largeMargin)} else 0 end)`
  const share = '(o.value + j.half)'
  const of = `(${all} + 2 * j.half)`
  const inside = `${share} > (j.lower + ${margin}) * ${of} and ${share} < (j.upper - ${margin}) * ${of}`
  const apart = `(${e} <> ${i} and (200 * abs(${e} - ${i})) / (${e} + ${i}) > ${double(tolerancePercent)})`
  const floor = `greatest(${double(floorPersons)}, (${double(floorShare)} * (${e} + ${i})) / 2)`
  return `with pair as (
    select coalesce(o.key, d.key) as key, o.value as e, d.value as i, o.way as o, d.way as d, case
      when coalesce(o.says, ${said.nothing}) = ${said.nothing} or coalesce(d.says, ${said.nothing}) = ${said.nothing} then ${sieved.oneSided}
      when j.comparable = 0 then ${sieved.notComparable}
      when o.says <> ${said.count} or d.says <> ${said.count} or j.comparable is null then ${sieved.toTest}
      when ${all} = 0 then ${sieved.expectedWithin}
      when j.expected = 1 then case when not (${inside}) then ${sieved.toTest}
        when ${apart} then ${sieved.expectedOutside} else ${sieved.expectedWithin} end
      when not ${apart} then ${sieved.unexpectedWithin}
      when abs(${e} - ${i}) >= ${floor} then ${sieved.toTest}
      else ${sieved.unexpectedOutside} end as sieved
    from read_parquet('${files.outflow}') o full join read_parquet('${files.inflow}') d on o.key = d.key
    ${own} left join read_parquet('${files.judging}') j on j.key = ${meeting})
  select sieved, count(*)::double as pairs, list({ key: key, e: e::double, i: i::double, o: o, d: d }) filter (where sieved = ${sieved.toTest}) as left_to_test
  from pair group by sieved`
}

// DuckDB takes 10.5 for a decimal and 10.5e0 for a double.
function double(value: number): string {
  return `${String(value)}${String(value).includes('e') ? '' : 'e0'}`
}
