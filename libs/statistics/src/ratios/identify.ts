// SPDX-License-Identifier: Apache-2.0
import { components } from '../grid/components'
import { bridgesOf } from './bridges'
import { corridorKey, type MirrorPair } from './mirror-pair'

/** States whose factors are tied to each other by pairs. */
export interface FactorComponent {
  readonly origins: readonly string[]
  readonly destinations: readonly string[]
  /** The destination whose factor is 1 here. */
  readonly reference: string
  readonly corridors: number
  /** Corridors beyond those that a fit can meet exactly: where 0, factors say nothing that the figures themselves do not. */
  readonly redundancy: number
}

/** What pairs can tell of factors, and what they cannot. */
export interface Identification {
  readonly reference: string
  readonly components: readonly FactorComponent[]
  /** Corridors that alone tie two parts together: their factors are fitted to them, so they are never judged by factors. */
  readonly fittedExactly: readonly string[]
  /** What is not identified, in words; empty where everything is. */
  readonly notIdentified: readonly string[]
}

/**
 * Which factors are identified: the connected components of the bipartite graph of the a_j (destinations) and b_i (origins), joined
 * by corridors. Two states alone give two components, three give one. A component that the reference is not in takes the destination
 * with the largest inflow as its own.
 * @example identify(pairsOfTwoStates, 'SE').components.length // 2
 */
export function identify(pairs: readonly MirrorPair[], reference: string): Identification {
  const corridors = [...new Map(pairs.map((pair) => [corridorKey(pair), pair])).values()]
  const edges = corridors.map((pair) => [`b ${pair.origin}`, `a ${pair.destination}`] as const)
  const found = components(edges).map((nodes) => componentOf(nodes, corridors, reference))
  const bridges = bridgesOf(edges)
  const fittedExactly = corridors.filter((_, place) => bridges.has(place)).map(corridorKey)
  return {
    reference,
    components: found,
    fittedExactly,
    notIdentified: [
      ...found
        .filter((one) => one.reference !== reference)
        .map(
          ({ origins, destinations, reference: own }) =>
            `the level of origins ${origins.join(', ')} and destinations ${destinations.join(', ')} against ${reference}: ` +
            `no pair ties them to it, so they are relative to ${own}`,
        ),
      ...fittedExactly.map(
        (corridor) => `what to expect of ${corridor} from the factors: nothing else ties its sides`,
      ),
    ],
  }
}

function componentOf(
  nodes: readonly string[],
  corridors: readonly MirrorPair[],
  reference: string,
): FactorComponent {
  const named = (side: string) =>
    nodes.filter((node) => node.startsWith(side)).map((node) => node.slice(2))
  const [origins, destinations] = [named('b'), named('a')]
  const own = corridors.filter(({ origin }) => origins.includes(origin))
  const inflow = (of: string) =>
    own.reduce((sum, pair) => sum + (pair.destination === of ? pair.inflow : 0), 0)
  const [largest = reference] = destinations.toSorted((one, other) => inflow(other) - inflow(one))
  return {
    origins,
    destinations,
    reference: destinations.includes(reference) ? reference : largest,
    corridors: own.length,
    redundancy: own.length - (nodes.length - 1),
  }
}
