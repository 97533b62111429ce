// SPDX-License-Identifier: Apache-2.0
import type { GrantableRow } from './clause-judge'
import type { Permit } from './policy'

/**
 * Rows as their recipient gets them: a mark of CONF_REDIST on which the agreements do not let it act is told as NONE. Where a sender
 * says nothing nothing is said, and nothing may be handed on.
 */
export function narrowed(
  leaving: readonly { readonly row: GrantableRow }[],
  { grants }: Permit,
): readonly GrantableRow[] {
  const isAllowed = (mark: unknown): boolean =>
    grants.every(({ redistribution }) => redistribution.some((code) => code === mark))
  return leaving.map(({ row }) => {
    const { confRedist } = row
    const isStated = typeof confRedist === 'string' && confRedist !== '_Z'
    return isStated && !isAllowed(confRedist) ? { ...row, confRedist: 'NONE' } : row
  })
}

/** True where a sender lets a figure go into sums of a region: it says so, or says nothing against it. */
export function mayBeAggregated(confRedist: unknown): boolean {
  return confRedist !== 'NONE' && confRedist !== 'PARTNER'
}
