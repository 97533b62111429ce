// SPDX-License-Identifier: Apache-2.0
import { ageBand } from './age-band'
import { lies, type CodeTable } from './code-table'

/** The parent of a code, or the nearest code above it among those at hand. */
export function parentIn(
  table: CodeTable,
  code: string,
  atHand?: ReadonlySet<string>,
): string | undefined {
  if (table.value.hierarchy === 'age') return widerAge(table, code, atHand)
  let above = table.parents.get(code)
  while (above !== undefined && atHand?.has(above) === false) above = table.parents.get(above)
  return above
}

// Of the wider bands at hand, one that has no other of them inside; of two that overlap, the narrower. One at most is open.
function widerAge(
  table: CodeTable,
  code: string,
  atHand?: ReadonlySet<string>,
): string | undefined {
  const wider = [...(atHand ?? ['_T'])].filter((other) => lies(table, code, other))
  const nearest = wider.filter((one) => !wider.some((other) => lies(table, other, one)))
  return nearest.sort((a, b) => years(a) - years(b))[0]
}

function years(code: string): number {
  const { from, until } = ageBand(code) ?? { from: 0, until: Infinity }
  return until - from
}

/** The children of a code, or the codes at hand that lie in it with none of the others between. */
export function childrenIn(
  table: CodeTable,
  code: string,
  atHand?: ReadonlySet<string>,
): readonly string[] {
  if (atHand === undefined)
    return table.details.get(code)?.members ?? table.children.get(code) ?? []
  const inside = [...atHand].filter((other) => lies(table, other, code))
  return inside.filter((other) =>
    table.value.hierarchy === 'age'
      ? !inside.some((between) => lies(table, other, between))
      : isNext(table, { code, other, atHand }),
  )
}

function isNext(
  table: CodeTable,
  { code, other, atHand }: { code: string; other: string; atHand: ReadonlySet<string> },
): boolean {
  const above = parentIn(table, other, atHand)
  return above === undefined || !lies(table, above, code)
}

/** How many codes stand above a code. */
export function levelIn(table: CodeTable, code: string): number {
  const above = parentIn(table, code)
  return above === undefined ? 0 : levelIn(table, above) + 1
}
