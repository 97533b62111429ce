// SPDX-License-Identifier: Apache-2.0
import { structure, type Agreement, type Dimension } from '@corridor/contracts'
import { hasGrain, isWithinLevel, levelOf, listsOf } from '../levels'
import { monthsOf } from '../months-of'
import { eachParty } from '../standing'
import { clausesOf, partiesOf, type ClauseOf } from '../terms'
import { finding, type Finding } from './finding'

type Share = ClauseOf<'share'>

/** Two clauses that let out the same figures: the first decides, and one that lies in the other never does. */
export function lintOverlaps(terms: Agreement): readonly Finding[] {
  const shares = clausesOf(terms, 'share')
  return shares.flatMap((later, i) =>
    shares.slice(0, i).flatMap((first): readonly Finding[] => {
      if (!meets(terms, first, later)) return []
      if (lies(terms, later, first))
        return [
          finding(
            'CLAUSE_SHADOWED',
            [later.id, first.id],
            'all that it lets out the other lets out',
          ),
        ]
      return [
        finding(
          'CLAUSE_OVERLAPS',
          [first.id, later.id],
          'both let out some of the same figures; the first of them is named for those',
        ),
      ]
    }),
  )
}

function meets(terms: Agreement, one: Share, other: Share): boolean {
  const share = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((x) => b.includes(x))
  return (
    one.contract === other.contract &&
    share(flows(terms, one), flows(terms, other)) &&
    share(ways(terms, one), ways(terms, other)) &&
    share(one.confStatus, other.confStatus) &&
    !apart(one, other) &&
    structure(one.contract).dimensions.every((dimension) => meetsIn(dimension, one, other))
  )
}

function lies(terms: Agreement, inner: Share, outer: Share): boolean {
  const within = (a: readonly string[], b: readonly string[]): boolean =>
    a.every((x) => b.includes(x))
  const { audience } = outer
  return (
    within(flows(terms, inner), flows(terms, outer)) &&
    within(ways(terms, inner), ways(terms, outer)) &&
    within(inner.confStatus, outer.confStatus) &&
    (audience === undefined ||
      (inner.audience !== undefined && within(inner.audience, audience))) &&
    isDuring(inner, outer) &&
    structure(inner.contract).dimensions.every((dimension) => liesIn(dimension, inner, outer))
  )
}

function flows(terms: Agreement, { from, to }: Share): readonly string[] {
  const all = (names: readonly string[]): readonly string[] =>
    names.includes(eachParty) ? partiesOf(terms) : names
  return all(from).flatMap((sender) =>
    all(to).flatMap((recipient) => (recipient === sender ? [] : [`${sender} ${recipient}`])),
  )
}

function ways(terms: Agreement, { corridors }: Share): readonly string[] {
  if (corridors === undefined) return ['']
  const all = (code: string): readonly string[] => (code === eachParty ? partiesOf(terms) : [code])
  return corridors.flatMap(({ origin, destination }) =>
    all(origin).flatMap((from) => all(destination).map((to) => `${from} ${to}`)),
  )
}

function apart({ periods: a }: Share, { periods: b }: Share): boolean {
  if (a === undefined || b === undefined) return false
  return (
    monthsOf(a.until).last < monthsOf(b.from).first ||
    monthsOf(b.until).last < monthsOf(a.from).first
  )
}

function isDuring({ periods: inner }: Share, { periods: outer }: Share): boolean {
  if (outer === undefined) return true
  return (
    inner !== undefined &&
    monthsOf(inner.from).first >= monthsOf(outer.from).first &&
    monthsOf(inner.until).last <= monthsOf(outer.until).last
  )
}

// Without codes of a dimension both tell its total; with codes they meet where some code lies in the other's.
function meetsIn(dimension: Dimension, one: Share, other: Share): boolean {
  const [a, b] = [codesIn(dimension, one), codesIn(dimension, other)]
  const lists = listsOf(dimension)
  if (a === undefined || b === undefined) {
    const codes = a ?? b
    const level = levelOf(a === undefined ? one : other, dimension.column)
    return (
      codes === undefined ||
      !hasGrain(dimension) ||
      codes.some((code) => isWithinLevel(code, level ?? 'total', lists))
    )
  }
  return a.some((x) =>
    b.some((y) => x === y || lists.some((l) => l.contains(x, y) || l.contains(y, x))),
  )
}

function liesIn(dimension: Dimension, inner: Share, outer: Share): boolean {
  const [a, b] = [codesIn(dimension, inner), codesIn(dimension, outer)]
  const [fine, wide] = [inner, outer].map((one) => levelOf(one, dimension.column))
  const lists = listsOf(dimension)
  if (b !== undefined) {
    const inB = (code: string): boolean =>
      b.some((y) => y === code || lists.some((list) => list.contains(y, code)))
    if (a?.every(inB) !== true) return false
    return (fine === undefined && a.every((code) => b.includes(code))) || isAsFine(wide, fine)
  }
  if (!hasGrain(dimension)) return true
  if (a !== undefined && fine === undefined)
    return a.every((code) => isWithinLevel(code, wide ?? 'total', lists))
  return isAsFine(wide ?? 'total', fine ?? 'total')
}

const depths = ['total', 'level-1', 'level-2', 'level-3', 'level-4']

function isAsFine(wide: string | undefined, fine: string | undefined): boolean {
  if (wide === fine || wide === 'all' || fine === 'total') return wide !== undefined
  if (wide === 'five-year-ages' && fine === 'ten-year-ages') return true
  const [a, b] = [depths.indexOf(wide ?? ''), depths.indexOf(fine ?? '')]
  return a >= 0 && b >= 0 && a >= b
}

function codesIn({ column }: Dimension, clause: Share): readonly string[] | undefined {
  return clause.only?.find(({ dimension }) => dimension === column)?.codes
}
