// SPDX-License-Identifier: Apache-2.0
import { groupBy } from '../group-by'
import type { MirrorPair } from '../ratios/mirror-pair'

/** How far a reporter's figures agree with its partners', as an origin or as a destination. Shares from 0 to 1. */
export interface ReporterIndices {
  /** Gehlhar: the share of its persons in flows that the partner confirms within the tolerance. */
  readonly reliability: number
  /** 1 less the sum of its differences over the sum of both sides' figures. */
  readonly symmetry: number
}

/** The indices of all reporters in one of their two roles. */
export type IndicesOfRole = ReadonlyMap<string, ReporterIndices>

/**
 * Reliability and symmetry of reporters in a role. Reliability RI_i = Σ_j X_ij[A_ij <= tolerance]/Σ_j X_ij with A_ij = |E − I|/I and X the
 * reporter's own figure (E as an origin, I as a destination): by persons, so one large flow can decide. Symmetry
 * SI_i = 1 − Σ_j|E_ij − I_ij|/Σ_j(E_ij + I_ij). A flow that the destination says nobody took is never confirmed.
 * Source: Gehlhar 1996 (GTAP), tolerance 0.20; OECD BIMTS and ESCoE TR-09 for symmetry. Derived figures earn no reliability: leave
 * those pairs out. NaN for a reporter of nothing but zeros.
 * @example reporterIndices(pairs, 'origin', 0.2).get('SE')?.symmetry
 */
export function reporterIndices(
  pairs: readonly MirrorPair[],
  role: 'origin' | 'destination',
  tolerance: number,
): IndicesOfRole {
  return new Map(
    [...groupBy(pairs, (pair) => pair[role])].map(([reporter, own]) => {
      const figure = (pair: MirrorPair) => (role === 'origin' ? pair.outflow : pair.inflow)
      const all = sum(own, figure)
      const confirmed = own.filter(({ outflow, inflow }) =>
        inflow === 0 ? outflow === 0 : Math.abs(outflow - inflow) / inflow <= tolerance,
      )
      const apart = sum(own, ({ outflow, inflow }) => Math.abs(outflow - inflow))
      const both = sum(own, ({ outflow, inflow }) => outflow + inflow)
      return [reporter, { reliability: sum(confirmed, figure) / all, symmetry: 1 - apart / both }]
    }),
  )
}

function sum(pairs: readonly MirrorPair[], of: (pair: MirrorPair) => number): number {
  return pairs.reduce((total, pair) => total + of(pair), 0)
}

/** The weight of the first of two reports by their indices: SI_x/(SI_x + SI_m), one half where neither has any. */
export function symmetryWeight(one: number, other: number): number {
  return one + other === 0 ? 0.5 : one / (one + other)
}
