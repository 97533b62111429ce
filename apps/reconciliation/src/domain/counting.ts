// SPDX-License-Identifier: Apache-2.0
import { eligibility, harmonise, type Eligibility } from '@corridor/statistics'
import { codedApart, codeOf, type Cell, type CellStatement } from './cell'
import type { SideFactors } from './expected'
import type { Gap } from './pair'
import type { ComparisonTerms } from './terms'

/** How each side counts. */
export type Counting = Pick<CellStatement, 'definition' | 'classifications'>
type BothSides = Readonly<Record<'origin' | 'destination', Counting>>
/** Whether two ways of counting can be compared, and in what they differ. */
export type Gaps = Omit<Eligibility, 'gaps'> & { readonly gaps: readonly Gap[] }

/** In what the two sides of a cell count differently. */
export function gapsOf(
  cell: Cell,
  { origin, destination }: BothSides,
  { rule }: ComparisonTerms,
): Gaps {
  const found = eligibility(
    {
      origin: origin.definition,
      destination: destination.definition,
      corridor: cell,
      rule,
    },
    origin.definition.ageDefinition !== destination.definition.ageDefinition &&
      codeOf(cell, 'age') !== '_T',
  )
  const apart = codedApart(cell, origin.classifications, destination.classifications)
  const classified = apart.map((column): Gap => {
    const by = [origin.classifications[column], destination.classifications[column]]
    const text = `classification of ${column}: origin ${by[0] ?? 'none'}, destination ${by[1] ?? 'none'}`
    return { cause: 'CLASSIFICATION', text }
  })
  if (classified.length === 0) return found
  return { ...found, status: 'not-comparable', gaps: [...found.gaps, ...classified] }
}

/** Why two ways of counting cannot be compared. */
export function wordsOf({ gaps, derived }: Gaps): string {
  const words = gaps.map(({ text }) => text)
  return (derived ? [...words, 'source: one figure is derived from its partner’s'] : words).join(
    '; ',
  )
}

/** What harmonises two figures, and the rule that says so, such as `duration-imem 1.0.0`. */
export interface Carried {
  readonly factors: SideFactors
  readonly rule: string | null
}

/** Of figures that need nothing to be harmonised. */
export const unharmonised: SideFactors = { origin: 1, destination: 1 }

/** What harmonises both figures. Who counts alike needs nothing: their ratio stays what it is under any rule. */
export function carriedBy(
  { origin, destination }: BothSides,
  status: Gaps['status'],
  { rule }: ComparisonTerms,
): Carried {
  if (status !== 'adjustable' || rule === undefined) return { factors: unharmonised, rule: null }
  const factorOf = ({ definition }: Counting): number =>
    harmonise(1, definition.minimumStay, rule)?.factor ?? 1
  const factors = { origin: factorOf(origin), destination: factorOf(destination) }
  return { factors, rule: `${rule.id} ${rule.version}` }
}
