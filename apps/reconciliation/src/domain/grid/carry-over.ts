// SPDX-License-Identifier: Apache-2.0
import { correspondences, type Correspondence, type DoubleCoding } from '@corridor/contracts'
import {
  allocate,
  exactly,
  finestCodes,
  isRest,
  sumOf,
  type Amount,
  type Link,
} from '@corridor/statistics'
import type { BreakdownColumns } from '../cell'
import { classifiedBy, type Along } from './blocks-along'
import { shownCodes, tableOf, type SideTable, type TableFigure } from './side-table'

/** By what tables are carried over. */
export interface CarryingBy {
  readonly contract: string
  readonly columns: BreakdownColumns
  readonly doubleCoding: readonly DoubleCoding[]
}

/**
 * A table with the codes of one dimension carried to the version of their classification that the other side follows, to the finest
 * codes that it gives and the correspondence leads to: where a code is split by the shares that its parties have agreed on for just that
 * code, else by equal ones, with the variance of either, or by bounds alone. Only codes are carried to of which everything that may come to them is at hand. Undefined where no correspondence
 * leads there.
 */
export function carriedOver(
  table: SideTable,
  other: SideTable,
  { contract, columns, doubleCoding }: CarryingBy,
): SideTable | undefined {
  for (const [at, column] of columns.entries()) {
    const [from, to] = [table.like.classifications[column], other.like.classifications[column]]
    const known = correspondences.find((one) => one.from === from && one.to === to)
    if (known === undefined || !isBroken(table, at) || !isBroken(other, at)) continue
    const own = codesAt(table, at)
    const agreed = doubleCoding.filter(
      (one) => one.from === from && one.to === to && own.includes(one.code),
    )
    const plan = planner({ contract, column }, { known, agreed }, codesAt(other, at))
    const figures = linesOf(table, at).flatMap((line) => carriedLine(line, at, plan))
    if (figures.length === 0) return undefined
    const { definition, classifications } = table.like
    return tableOf(figures, {
      like: { definition, classifications: { ...classifications, [column]: known.to } },
      carried: {
        ...table.carried,
        [column]: agreed.length === 0 ? known.from : `${known.from} by agreed shares`,
      },
    })
  }
  return undefined
}

function isBroken(table: SideTable, at: number): boolean {
  return codesAt(table, at).some((code) => code !== '_T')
}

function codesAt(table: SideTable, at: number): readonly string[] {
  return [...new Set(shownCodes(table).map((codes) => codes[at] ?? '_T'))]
}

function finest(along: Along, scheme: string, codes: readonly string[]): readonly string[] {
  const classification = classifiedBy(along, scheme, codes)
  return classification === null ? [] : finestCodes(classification, codes)
}

// The figures that differ in one dimension only.
function linesOf(table: SideTable, at: number): readonly (readonly TableFigure[])[] {
  const lines = new Map<string, TableFigure[]>()
  for (const figure of table.figures.values()) {
    const beside = figure.codes.map((code, place) => (place === at ? '' : code)).join('.')
    const line = lines.get(beside)
    if (line === undefined) lines.set(beside, [figure])
    else line.push(figure)
  }
  return [...lines.values()]
}

/** How the codes at hand of a line are carried over. */
interface Plan {
  /** The finest of them, none inside another. */
  readonly own: readonly string[]
  readonly linksFor: (code: string) => readonly Link[]
  readonly groupOf: (code: string) => string
  /** The codes that are wholly covered, each with those that may come to it. */
  readonly reached: ReadonlyMap<string, readonly string[]>
}

type Planner = (atHand: readonly string[]) => Plan

// Most lines of a table have the same codes.
function planner(
  along: Along,
  { known, agreed }: { readonly known: Correspondence; readonly agreed: readonly DoubleCoding[] },
  others: readonly string[],
): Planner {
  const all = linksOf(along, known)
  const byAgreement = new Map(agreed.map((one) => [one.code, agreedLinks(one)]))
  const reachable = others.filter((code) => all.some(({ to }) => to.startsWith(code)))
  const targets = finest(along, known.to, reachable)
  const groupOf = (code: string): string => targets.find((one) => code.startsWith(one)) ?? ''
  const plans = new Map<string, Plan>()
  return (atHand) => {
    const key = atHand.join(' ')
    const found = plans.get(key)
    if (found !== undefined) return found
    const own = finest(along, known.from, atHand).filter((code) =>
      all.some(({ from }) => from.startsWith(code)),
    )
    const reached = targets.flatMap((target) => {
      const coming = all.filter(({ to }) => groupOf(to) === target)
      const sources = own.filter((code) => coming.some(({ from }) => from.startsWith(code)))
      const isCovered = coming.every(({ from }) => sources.some((code) => from.startsWith(code)))
      return coming.length > 0 && isCovered ? [[target, sources] as const] : []
    })
    const linksFor = (code: string): readonly Link[] => byAgreement.get(code) ?? all
    const plan = { own, linksFor, groupOf, reached: new Map(reached) }
    plans.set(key, plan)
    return plan
  }
}

// A figure may be of a finer code than the correspondence speaks of: what holds of a code holds of all below it.
function linksOf(along: Along, { id, from, guess, links }: Correspondence): readonly Link[] {
  const known = linksKnown.get(id)
  if (known !== undefined) return known
  const atoms = classifiedBy(along, from, Object.keys(links))?.atoms
  const share = guess === 'none' ? ({ share: 'unknown' } as const) : {}
  const found = Object.entries(links).flatMap(([code, several]) =>
    [...(atoms?.get(code) ?? [])].flatMap((below) =>
      several.map((to) => ({ from: below, to, ...share })),
    ),
  )
  linksKnown.set(id, found)
  return found
}

// For figures of just this code. What the parties have agreed to be nobody is nobody.
function agreedLinks({ code, into }: DoubleCoding): readonly Link[] {
  const sample = into.reduce((sum, { persons }) => sum + persons, 0)
  return into.map((one) => ({ from: code, to: one.code, share: one.persons / sample, sample }))
}

// By correspondence: there are a few, and none changes. Written by `linksOf` alone.
const linksKnown = new Map<string, readonly Link[]>()

function carriedLine(
  line: readonly TableFigure[],
  at: number,
  planFor: Planner,
): readonly TableFigure[] {
  const codeOf = ({ codes }: TableFigure): string => codes[at] ?? '_T'
  const figures = new Map(line.map((figure) => [codeOf(figure), figure]))
  const amountIn = (code: string): Amount | undefined => {
    const amount = figures.get(code)?.amount
    return typeof amount === 'string' ? undefined : amount
  }
  const { own, linksFor, groupOf, reached } = planFor([...figures.keys()].filter(amountIn))
  const shares = own.flatMap((code) => {
    const amount = amountIn(code)
    return amount === undefined
      ? []
      : [allocate(new Map([[code, amount]]), linksFor(code), groupOf)]
  })
  const carried = [...reached].map(([target, sources]): TableFigure => {
    const amount = sumOf(shares.map((each) => each.get(target) ?? exactly(0)))
    const codes = (line[0]?.codes ?? []).map((code, place) => (place === at ? target : code))
    return { codes, amount, from: sources.flatMap((code) => figures.get(code)?.from ?? []) }
  })
  const rest = line.filter((figure) => isRest(codeOf(figure)))
  return carried.length === 0 ? [] : [...carried, ...rest]
}
