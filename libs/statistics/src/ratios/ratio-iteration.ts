// SPDX-License-Identifier: Apache-2.0
import { identify } from './identify'
import type { CoverageFactors } from './coverage-factors'
import type { MirrorPair } from './mirror-pair'
import { usablePairs } from './usable-pairs'

/** The most rounds of the iteration; real rounds take about 30. */
const maxRounds = 10_000

/**
 * Expected ratios by ratio iteration (C): a_j = Σ_i b_i·E_ij / Σ_i I_ij and b_i = Σ_j a_j·I_ij / Σ_j E_ij in turn, divided by the
 * reference's a, until no factor moves by more than 1e-12 of itself. Every state's adjusted total as a destination then equals what
 * its partners' adjusted figures make of it, and as an origin alike.
 * Source: van der Erf and van der Gaag 2007. Persons; no standard errors; large flows decide.
 * @example ratioIteration(pairs, 'SE').immigration.get('SE') // 1
 */
export function ratioIteration(pairs: readonly MirrorPair[], reference: string): CoverageFactors {
  const { used, unused } = usablePairs(pairs)
  const identification = identify(used, reference)
  const immigration = new Map<string, number>()
  const emigration = new Map<string, number>(used.map(({ origin }) => [origin, 1]))
  let moved = Infinity
  for (let round = 0; round < maxRounds && moved > 1e-12; round++) {
    const inflows = sums(used, 'destination', (pair) => [
      (emigration.get(pair.origin) ?? 1) * pair.outflow,
      pair.inflow,
    ])
    moved = replace(immigration, inflows)
    for (const { destinations, origins, reference: own } of identification.components) {
      const unit = immigration.get(own) ?? 1
      for (const one of destinations) immigration.set(one, (immigration.get(one) ?? 1) / unit)
      for (const one of origins) emigration.set(one, (emigration.get(one) ?? 1) / unit)
    }
    const outflows = sums(used, 'origin', (pair) => [
      (immigration.get(pair.destination) ?? 1) * pair.inflow,
      pair.outflow,
    ])
    moved = Math.max(moved, replace(emigration, outflows))
  }
  return { estimator: 'ratio-iteration', immigration, emigration, identification, unused }
}

function sums(
  pairs: readonly MirrorPair[],
  side: 'origin' | 'destination',
  partsOf: (pair: MirrorPair) => readonly [number, number],
): ReadonlyMap<string, number> {
  const [above, below] = [new Map<string, number>(), new Map<string, number>()]
  for (const pair of pairs) {
    const [adjusted, reported] = partsOf(pair)
    above.set(pair[side], (above.get(pair[side]) ?? 0) + adjusted)
    below.set(pair[side], (below.get(pair[side]) ?? 0) + reported)
  }
  return new Map([...above].map(([state, sum]) => [state, sum / (below.get(state) ?? NaN)]))
}

/** Puts new factors in place of the old and says by how much of itself the one that moved most has moved. */
function replace(factors: Map<string, number>, by: ReadonlyMap<string, number>): number {
  let most = 0
  for (const [state, factor] of by) {
    most = Math.max(most, Math.abs(factor - (factors.get(state) ?? Infinity)) / factor)
    factors.set(state, factor)
  }
  return most
}
