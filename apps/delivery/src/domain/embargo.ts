// SPDX-License-Identifier: Apache-2.0
import { isList, type Dataset } from '@corridor/contracts'
import { projectFor, type Permit } from '@corridor/policy'

/** The first end of an embargo of a dataset after an instant; null where there is none. */
export function nextEmbargoEnd(dataset: Dataset, at: Date): Date | null {
  const later = embargoEnds(dataset).filter((end) => end > at.getTime())
  return later.length === 0 ? null : new Date(later.reduce((some, other) => Math.min(some, other)))
}

/** True where a permit lets more rows of a dataset out at an instant than it did, because embargoes have ended meanwhile. */
export function hasGrown(
  dataset: Dataset,
  permit: Permit,
  { since, at }: { readonly since: Date; readonly at: Date },
): boolean {
  const ended = embargoEnds(dataset).some((end) => end > since.getTime() && end <= at.getTime())
  if (!ended) return false
  const rows = (instant: Date): number => projectFor(dataset, permit, instant).rows.length
  return rows(at) > rows(since)
}

function embargoEnds({ embargo }: Dataset): readonly number[] {
  const said = new Set(isList(embargo) ? embargo : [embargo])
  return [...said].flatMap((end) => (typeof end === 'string' ? [Date.parse(end)] : []))
}
