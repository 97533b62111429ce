// SPDX-License-Identifier: Apache-2.0
import type { MirrorPair } from '../ratios/mirror-pair'

/** The accuracy of reporters as origins and as destinations; only to be compared with each other. */
export interface ReporterAccuracy {
  readonly asOrigin: ReadonlyMap<string, number>
  readonly asDestination: ReadonlyMap<string, number>
}

/**
 * Accuracy of reporters by their discrepancies with accurate partners: A_e = n_e/(D·A_i) and A_i = n_i/(Dᵀ·A_e) with
 * D = |E − I|/(E + I) (0 for two zeros) and n the number of partners with any flow, 25 rounds
 * from 1, both from the values of the round before.
 * Source: Bustos and Yildirim, Growth Lab at Harvard (comtrade-mirroring). Infinity for a reporter that agrees with all partners.
 * @example bustosYildirim(pairs).asOrigin.get('SE')
 */
export function bustosYildirim(pairs: readonly MirrorPair[], rounds = 25): ReporterAccuracy {
  const flows = pairs.map((pair) => {
    const both = pair.outflow + pair.inflow
    return { ...pair, both, apart: both === 0 ? 0 : Math.abs(pair.outflow - pair.inflow) / both }
  })
  const partners = (role: 'origin' | 'destination') =>
    summed(flows, role, ({ both }) => (both > 0 ? 1 : 0))
  const [ofOrigins, ofDestinations] = [partners('origin'), partners('destination')]
  let asOrigin = new Map([...ofOrigins.keys()].map((state) => [state, 1]))
  let asDestination = new Map([...ofDestinations.keys()].map((state) => [state, 1]))
  for (let round = 0; round < rounds; round++) {
    const [origins, destinations] = [asOrigin, asDestination]
    const weighOrigin = summed(
      flows,
      'origin',
      (flow) => flow.apart * (destinations.get(flow.destination) ?? 1),
    )
    const weighDestination = summed(
      flows,
      'destination',
      (flow) => flow.apart * (origins.get(flow.origin) ?? 1),
    )
    asOrigin = over(ofOrigins, weighOrigin)
    asDestination = over(ofDestinations, weighDestination)
  }
  return { asOrigin, asDestination }
}

type Flow = MirrorPair & { readonly both: number; readonly apart: number }

function summed(
  flows: readonly Flow[],
  role: 'origin' | 'destination',
  of: (flow: Flow) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const flow of flows) sums.set(flow[role], (sums.get(flow[role]) ?? 0) + of(flow))
  return sums
}

function over(counts: ReadonlyMap<string, number>, sums: ReadonlyMap<string, number>) {
  return new Map([...counts].map(([state, count]) => [state, count / (sums.get(state) ?? NaN)]))
}

/** The weight of the origin's report: e^{A_e}/(e^{A_e} + e^{A_i}), written so that large accuracies do not overflow. */
export function accuracyWeight(ofOrigin: number, ofDestination: number): number {
  if (ofOrigin === ofDestination) return 0.5
  return 1 / (1 + Math.exp(ofDestination - ofOrigin))
}
