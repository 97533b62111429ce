// SPDX-License-Identifier: Apache-2.0
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import type { Identification } from './identify'
import type { MirrorPair } from './mirror-pair'

/** The places of ln a_j and ln b_i among the unknowns; -1 for a reference, whose log factor is 0. */
export interface Unknowns {
  readonly immigration: ReadonlyMap<string, number>
  readonly emigration: ReadonlyMap<string, number>
  readonly size: number
}

/** A weighted least-squares fit: the unknowns, their covariances, and what is left of each pair. */
export interface Fit {
  readonly solution: readonly number[]
  readonly covariance: (one: number, other: number) => number
  readonly residuals: readonly number[]
}

/** Numbers the factors of all components but the one of each that is 1. */
export function unknownsOf({ components }: Identification): Unknowns {
  const [immigration, emigration] = [new Map<string, number>(), new Map<string, number>()]
  let size = 0
  for (const { origins, destinations, reference } of components) {
    for (const state of destinations) immigration.set(state, state === reference ? -1 : size++)
    for (const state of origins) emigration.set(state, size++)
  }
  return { immigration, emigration, size }
}

/** Weighted least squares of ln(E/I) = ln a_j − ln b_i: the normal equations by Cholesky, their inverse the covariances. */
export function fitOf(
  pairs: readonly MirrorPair[],
  unknowns: Unknowns,
  weights: readonly number[],
): Fit {
  if (unknowns.size === 0) return { solution: [], covariance: () => 0, residuals: [] }
  const normal = Matrix.zeros(unknowns.size, unknowns.size)
  const right = Matrix.zeros(unknowns.size, 1)
  const add = (row: number, column: number, by: number) => {
    if (row >= 0 && column >= 0) normal.set(row, column, normal.get(row, column) + by)
  }
  const rows = pairs.map((pair, place) => ({
    a: unknowns.immigration.get(pair.destination) ?? -1,
    b: unknowns.emigration.get(pair.origin) ?? -1,
    log: Math.log(pair.outflow / pair.inflow),
    weight: weights[place] ?? 0,
  }))
  for (const { a, b, log, weight } of rows) {
    add(a, a, weight)
    add(b, b, weight)
    add(a, b, -weight)
    add(b, a, -weight)
    if (a >= 0) right.set(a, 0, right.get(a, 0) + weight * log)
    if (b >= 0) right.set(b, 0, right.get(b, 0) - weight * log)
  }
  const cholesky = new CholeskyDecomposition(normal)
  const solution = cholesky.solve(right).to1DArray()
  // Worked out once it is asked for: of all fits on the way, only the last one's is.
  let inverse: Matrix | undefined
  const inverted = (): Matrix => (inverse ??= cholesky.solve(Matrix.eye(unknowns.size)))
  const at = (place: number) => (place < 0 ? 0 : (solution[place] ?? 0))
  return {
    solution,
    covariance: (one, other) => (one < 0 || other < 0 ? 0 : inverted().get(one, other)),
    residuals: rows.map(({ a, b, log }) => log - at(a) + at(b)),
  }
}
