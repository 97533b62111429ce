// SPDX-License-Identifier: Apache-2.0
import { dimensionOf, isList, type Dataset } from '@corridor/contracts'
import type { OpenedPeriod } from '@corridor/policy'

/** A period that is open under an agreement since an instant: both sides have committed, so each may see the other's figures. */
export interface OpenedSince extends OpenedPeriod {
  readonly at: Date
}

/** What was open at an instant. */
export function openedAt(opened: readonly OpenedSince[], at: Date): readonly OpenedPeriod[] {
  return opened.filter((one) => one.at <= at)
}

/** True where a period of a dataset was opened under one of these agreements after an instant: then more of it may leave than did. */
export function hasOpened(
  dataset: Dataset,
  agreements: readonly string[],
  { since, opened }: { readonly since: Date; readonly opened: readonly OpenedSince[] },
): boolean {
  const later = opened.filter((one) => agreements.includes(one.agreement) && one.at > since)
  if (later.length === 0) return false
  const period = dimensionOf(dataset, 'period')
  const periods = new Set<unknown>(isList(period) ? period : [period])
  return later.some((one) => periods.has(one.period))
}
