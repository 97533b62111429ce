// SPDX-License-Identifier: Apache-2.0
import type { Contributions, Dataset, Structure } from '@corridor/contracts'
import { cellsOf, type DatasetCell } from './dataset-cells'
import { numberOf } from './figure'
import type { HeldCell, HeldSum, Known, NoisedCell } from './table'

/** A dataset of the same contract that was delivered before, as it was delivered. */
export interface KnownDataset {
  readonly dataset: Dataset
  /** `now` where it is of the vintage that is to be released. */
  readonly vintage: HeldCell['vintage']
  readonly by: HeldCell['by']
  /** What the hub knows its figures to be, row by row, where it was delivered protected. */
  readonly truths?: readonly (number | undefined)[]
  /** Who contributed to them, row by row, as far as the hub knows. */
  readonly contributions?: readonly (Contributions | undefined)[]
  /** Whether the hub knows them to be the same now, row by row, for a dataset of an earlier vintage. */
  readonly unchanged?: readonly (boolean | undefined)[]
}

/** Everything that the recipient and those who share with it hold of the contract. */
export interface KnownDatasets {
  readonly datasets: readonly KnownDataset[]
  /** The partners' figures for the same flows, as anybody holds them. */
  readonly mirrors?: readonly Pick<KnownDataset, 'dataset' | 'by'>[]
  /** How far two statements lie apart at most, in percent of the partner's, by the agreement; 20 where it is left out. */
  readonly mirrorPercent?: number
  /** Sums besides: totals of linked tables, differences that reports have told. */
  readonly sums?: readonly HeldSum[]
}

/** What datasets tell, as cells and sums of a table. */
export function knownFrom(known: KnownDatasets, structure: Structure): Known {
  const cells: HeldCell[] = []
  const sums: HeldSum[] = [...(known.sums ?? [])]
  const noised: NoisedCell[] = []
  for (const { dataset, vintage, by, truths, contributions, unchanged } of known.datasets)
    for (const [row, one] of cellsOf(dataset, structure).entries()) {
      if (one.bounds === undefined)
        cells.push({
          codes: one.codes,
          figure: one.figure,
          vintage,
          by,
          ...(truths?.[row] !== undefined && { truth: truths[row] }),
          ...(contributions?.[row] !== undefined && { contributions: contributions[row] }),
          ...(unchanged?.[row] !== undefined && { unchanged: unchanged[row] }),
        })
      // A figure that was rounded or perturbed tells its bounds.
      else if (vintage === 'now' || unchanged?.[row] === true) {
        sums.push({ plus: [one.codes], ...one.bounds, by })
        const [count, told] = [truths?.[row], numberOf(one.figure)]
        if (count !== undefined && told !== undefined)
          noised.push({ codes: one.codes, count, told })
      }
    }
  for (const { dataset, by } of known.mirrors ?? [])
    for (const one of cellsOf(dataset, structure))
      sums.push(...mirrored(one, structure, { by, percent: known.mirrorPercent ?? 20 }))
  return { cells, sums, noised }
}

/**
 * The mirror attack: whoever holds the partner's figure m for the same flow takes a suppressed one to lie near it. How near is
 * presumed to be the agreed tolerance or the chance of counting, whichever is wider: m ± max(p/100 · m, 1.96 √m). Real pairs lie
 * further apart in four of five cases (Eurostat, 2010 to 2019), so the presumption is on the safe side.
 */
function mirrored(
  { codes, figure }: DatasetCell,
  structure: Structure,
  { by, percent }: { readonly by: HeldCell['by']; readonly percent: number },
): readonly HeldSum[] {
  const value = numberOf(figure)
  const own = mirrorCodes(codes, structure)
  if (value === undefined || own === undefined) return []
  const spread = Math.max((percent * value) / 100, 1.96 * Math.sqrt(value))
  const lower = Math.max(0, value - spread)
  return [{ plus: [own], lower, upper: value + spread, by, presumed: true }]
}

// The codes under which the other side tells the same flow; undefined where a contract has no two sides.
function mirrorCodes(
  codes: readonly string[],
  { dimensions }: Structure,
): readonly string[] | undefined {
  const at = (role: string): number => dimensions.findIndex((one) => one.role === role)
  const [reporter, direction, origin, destination] = [
    at('reporter'),
    at('direction'),
    at('origin'),
    at('destination'),
  ]
  if (Math.min(reporter, direction, origin, destination) < 0) return undefined
  const other = codes[reporter] === codes[origin] ? codes[destination] : codes[origin]
  if (other === undefined) return undefined
  const turned = codes[direction] === 'inflow' ? 'outflow' : 'inflow'
  return codes.with(reporter, other).with(direction, turned)
}
