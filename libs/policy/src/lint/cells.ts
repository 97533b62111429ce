// SPDX-License-Identifier: Apache-2.0
import { codeList, structure, type Agreement, type Dimension } from '@corridor/contracts'
import { hasGrain, hasTotal, isWithinLevel, levelOf, levelsOf, listsOf } from '../levels'
import { monthsOf } from '../months-of'
import { eachParty } from '../standing'
import { partiesOf, type ClauseOf } from '../terms'
import { finding, type Finding } from './finding'

/** A share clause that can never share, or that names what its contract does not have. */
export function lintCells(terms: Agreement, clause: ClauseOf<'share'>): readonly Finding[] {
  const dimensions = structure(clause.contract).dimensions
  return [
    ...lintPair(terms, clause),
    ...lintCorridors(terms, clause, dimensions),
    ...lintPeriods(clause),
    ...lintNames(clause, dimensions),
    ...dimensions.flatMap((dimension) => lintDimension(clause, dimension)),
  ]
}

const never = ({ id }: { readonly id: string }, detail: string): Finding =>
  finding('CLAUSE_UNREACHABLE', [id], detail)
const unknown = ({ id }: { readonly id: string }, detail: string): Finding =>
  finding('CLAUSE_REFERENCE_UNKNOWN', [id], detail)

function lintPair(terms: Agreement, clause: ClauseOf<'share'>): readonly Finding[] {
  const all = (names: readonly string[]): readonly string[] =>
    names.includes(eachParty) ? partiesOf(terms) : names
  const [from, to] = [all(clause.from), all(clause.to)]
  return from.some((sender) => to.some((recipient) => recipient !== sender))
    ? []
    : [
        never(
          clause,
          `figures go from one party to another, not from ${from.join()} to ${to.join()}`,
        ),
      ]
}

function lintCorridors(
  terms: Agreement,
  clause: ClauseOf<'share'>,
  dimensions: readonly Dimension[],
): readonly Finding[] {
  const { contract, corridors, from } = clause
  const moves = dimensions.some(({ role }) => role === 'origin')
  if (corridors === undefined)
    return moves ? [never(clause, `${contract} is about corridors, and it names none`)] : []
  if (!moves) return [never(clause, `${contract} has no corridors, and it names some`)]
  const ends = new Set(corridors.flatMap(({ origin, destination }) => [origin, destination]))
  const { codes } = codeList('CL_AREA')
  const lost = [...ends].filter((code) => code !== eachParty && !codes.includes(code))
  const senders = from.includes(eachParty) ? partiesOf(terms) : from
  // A state reports moves from and to itself; what an organisation reports may be about any.
  const states = senders.filter((sender) => codes.includes(sender))
  const reported =
    ends.has(eachParty) ||
    states.length < senders.length ||
    states.some((sender) => ends.has(sender))
  return [
    ...lost.map((code) => unknown(clause, `CL_AREA has no code ${code}`)),
    ...(corridors.some(({ origin, destination }) => origin === destination && origin !== eachParty)
      ? [never(clause, 'a corridor needs two ends')]
      : []),
    ...(reported
      ? []
      : [never(clause, 'none of its corridors begins or ends at who gives figures')]),
  ]
}

function lintPeriods(clause: ClauseOf<'share'>): readonly Finding[] {
  const { periods } = clause
  return periods !== undefined && monthsOf(periods.from).first > monthsOf(periods.until).last
    ? [never(clause, `the periods end in ${periods.until}, before they begin in ${periods.from}`)]
    : []
}

function lintNames(
  clause: ClauseOf<'share'>,
  dimensions: readonly Dimension[],
): readonly Finding[] {
  const { levels = [], only = [], contract } = clause
  const named = [...levels, ...only].map(({ dimension }) => dimension)
  const lost = named.filter((name) => !dimensions.some(({ column }) => column === name))
  const twice = [levels, only].flatMap((list) => {
    const names = list.map(({ dimension }) => dimension)
    return names.filter((name, i) => names.indexOf(name) !== i)
  })
  return [
    ...[...new Set(lost)].map((name) => unknown(clause, `${contract} has no dimension ${name}`)),
    ...[...new Set(twice)].map((name) =>
      finding('CLAUSE_CONTRADICTS', [clause.id], `it names ${name} twice`),
    ),
  ]
}

function lintDimension(clause: ClauseOf<'share'>, dimension: Dimension): readonly Finding[] {
  const { column, role } = dimension
  const level = levelOf(clause, column)
  const only = clause.only?.find((slice) => slice.dimension === column)?.codes
  // Who, when and where from are told of every row.
  if (level === 'all' && only === undefined && !hasGrain(dimension))
    return [
      finding('CLAUSE_WITHOUT_EFFECT', [clause.id], `${column} has no levels: it is always told`),
    ]
  if (role === 'reporter' || role === 'time')
    return level === undefined && only === undefined
      ? []
      : [unknown(clause, `${column} is told by who gives figures and by the periods, not by codes`)]
  const lists = listsOf(dimension)
  const lost = (only ?? []).filter((code) => !lists.some((list) => list.normalise(code) === code))
  const found = lost.map((code) => unknown(clause, `${column} has no code ${code}`))
  if (!hasGrain(dimension))
    return level === undefined ? found : [...found, unknown(clause, `${column} has no levels`)]
  if (level !== undefined && !levelsOf(dimension).includes(level))
    return [...found, unknown(clause, `${column} has no level ${level}`)]
  if (level === undefined && only === undefined)
    return hasTotal(dimension)
      ? []
      : [never(clause, `${column} has no total: name its codes or its level`)]
  const isEmpty =
    level !== undefined && only?.every((code) => !isWithinLevel(code, level, lists)) === true
  return isEmpty
    ? [...found, never(clause, `its codes of ${column} are finer than the level ${level}`)]
    : found
}
