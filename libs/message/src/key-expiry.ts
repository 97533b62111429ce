// SPDX-License-Identifier: Apache-2.0

/** Days before the end of a key at which its holder is warned. */
export const warningDays = [60, 30, 7] as const

/** How long a key is good, and the nearest warning that was passed. */
export interface KeyExpiry {
  /** Whole days left; 0 on the last day and after it. */
  readonly daysLeft: number
  readonly warning: (typeof warningDays)[number] | 'ended' | null
}

/**
 * How long a key is good at an instant.
 *
 * @example
 * keyExpiry('2026-12-31T00:00:00Z', new Date('2026-12-26T00:00:00Z')) // { daysLeft: 5, warning: 7 }
 */
export function keyExpiry(validUntil: string, at: Date): KeyExpiry {
  const ms = Date.parse(validUntil) - at.getTime()
  if (!(ms > 0)) return { daysLeft: 0, warning: 'ended' }
  const daysLeft = Math.floor(ms / 86_400_000)
  return { daysLeft, warning: [...warningDays].reverse().find((days) => daysLeft < days) ?? null }
}
