// SPDX-License-Identifier: Apache-2.0
import { Matrix, solve } from 'ml-matrix'
import { identify, type FactorComponent } from './identify'
import type { CoverageFactors } from './coverage-factors'
import type { MirrorPair } from './mirror-pair'
import { usablePairs } from './usable-pairs'

/** The factors as the least squares give them, and divided by the reference's a. */
export interface TotalPreservingFactors extends CoverageFactors {
  readonly estimator: 'total-preserving'
  /** The factors before they are divided: they keep the total of all reported figures. */
  readonly unscaled: Pick<CoverageFactors, 'immigration' | 'emigration'>
  /** Σ(a_j·I − b_i·E)²/(I + E), in persons. */
  readonly objective: number
}

/**
 * Expected ratios by total-preserving least squares (A2): min Σ(a_j·I − b_i·E)²/(I + E) subject to Σ(a_j·I + b_i·E) = Σ(I + E), one
 * linear solve of the Karush-Kuhn-Tucker system for each component, then divided by the reference's a.
 * Source: Poulain 1993 and 1999, Poulain and Dal 2008 (distance and constraint). Without the constraint, with one factor pinned, all
 * free factors shrink to 0: not offered. Still pulls states with extreme factors in a little; no standard errors. Persons.
 * @example totalPreserving(pairs, 'SE').immigration.get('SE') // 1
 */
export function totalPreserving(
  pairs: readonly MirrorPair[],
  reference: string,
): TotalPreservingFactors {
  const { used, unused } = usablePairs(pairs)
  const identification = identify(used, reference)
  const unscaled = { immigration: new Map<string, number>(), emigration: new Map<string, number>() }
  const scaled = { immigration: new Map<string, number>(), emigration: new Map<string, number>() }
  for (const component of identification.components) {
    const { a, b } = solved(used, component)
    const unit = a.get(component.reference) ?? 1
    for (const [state, factor] of a) unscaled.immigration.set(state, factor)
    for (const [state, factor] of b) unscaled.emigration.set(state, factor)
    for (const [state, factor] of a) scaled.immigration.set(state, factor / unit)
    for (const [state, factor] of b) scaled.emigration.set(state, factor / unit)
  }
  const objective = used.reduce((sum, { origin, destination, outflow, inflow }) => {
    if (outflow + inflow === 0) return sum
    const [a, b] = [unscaled.immigration.get(destination), unscaled.emigration.get(origin)]
    return sum + ((a ?? 1) * inflow - (b ?? 1) * outflow) ** 2 / (inflow + outflow)
  }, 0)
  return { estimator: 'total-preserving', ...scaled, identification, unused, unscaled, objective }
}

function solved(
  pairs: readonly MirrorPair[],
  { origins, destinations }: FactorComponent,
): Readonly<Record<'a' | 'b', ReadonlyMap<string, number>>> {
  const placeOfA = new Map(destinations.map((state, place) => [state, place]))
  const placeOfB = new Map(origins.map((state, place) => [state, destinations.length + place]))
  const size = destinations.length + origins.length
  const system = Matrix.zeros(size + 1, size + 1)
  const add = (row: number, column: number, by: number) =>
    system.set(row, column, system.get(row, column) + by)
  let total = 0
  for (const { origin, destination, outflow, inflow } of pairs) {
    const [a, b] = [placeOfA.get(destination), placeOfB.get(origin)]
    const both = outflow + inflow
    if (a === undefined || b === undefined || both === 0) continue
    add(a, a, inflow ** 2 / both)
    add(b, b, outflow ** 2 / both)
    for (const [row, column] of mirrored(a, b)) add(row, column, (-inflow * outflow) / both)
    for (const [row, column] of mirrored(a, size)) add(row, column, inflow)
    for (const [row, column] of mirrored(b, size)) add(row, column, outflow)
    total += both
  }
  const right = Matrix.zeros(size + 1, 1)
  right.set(size, 0, total)
  const factors = solve(system, right).to1DArray()
  const named = (places: ReadonlyMap<string, number>) =>
    new Map([...places].map(([state, place]) => [state, factors[place] ?? NaN]))
  return { a: named(placeOfA), b: named(placeOfB) }
}

function mirrored(one: number, other: number): readonly (readonly [number, number])[] {
  return [
    [one, other],
    [other, one],
  ]
}
