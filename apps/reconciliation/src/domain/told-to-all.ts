// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement, RowTest } from '@corridor/policy'
import type { Interval } from '@corridor/statistics'
import { grantableRow, type CellStatement } from './cell'

/**
 * A figure that agreements protect, as a comparison may show it: by what the hub has told every other party of it, and by nothing else.
 * Who was told different things of one message (a value, and an interval) reads the widest of them; undefined where a party was told
 * nothing of the cell, or of another message. Given is what each of them was told of one cell last.
 */
export function toldToAll(
  { standing: { parties } }: KnownAgreement,
  told: readonly CellStatement[],
  isGranted: RowTest,
): CellStatement | undefined {
  const [first] = told
  if (first === undefined || !parties.includes(first.reporter)) return undefined
  const { contract, reporter: sender, position } = first
  const heard = told.filter(({ toldTo }) => toldTo !== null && parties.includes(toldTo))
  const isTold = (recipient: string): boolean =>
    heard.some(
      (one) =>
        one.toldTo === recipient &&
        one.position === position &&
        isGranted({ contract, sender, recipient, as: 'told' }, grantableRow(one)),
    )
  const others = parties.filter((party) => party !== sender)
  return others.every(isTold) ? widest(heard) : undefined
}

function widest(heard: readonly CellStatement[]): CellStatement | undefined {
  const [first] = heard
  if (first === undefined || heard.every((one) => isSame(one, first))) return first
  const bounds = heard.flatMap((one) => boundsOf(one) ?? [])
  if (bounds.length < heard.length) return undefined
  const upper = Math.max(...bounds.map((one) => one.upper))
  return {
    ...first,
    ...{ value: null, valueStatus: 'suppressed', standardError: null },
    ...{ obsStatus: 'Q', confStatus: 'C' },
    lower: Math.min(...bounds.map(({ lower }) => lower)),
    upper: upper === Infinity ? null : upper,
  }
}

function isSame(one: CellStatement, other: CellStatement): boolean {
  return (
    one.value === other.value &&
    one.valueStatus === other.valueStatus &&
    one.lower === other.lower &&
    one.upper === other.upper
  )
}

// What was told to lie somewhere; nothing where no figure was told at all.
function boundsOf({ value, valueStatus, lower, upper }: CellStatement): Interval | undefined {
  if (valueStatus === 'suppressed') return { lower: lower ?? 0, upper: upper ?? Infinity }
  if (valueStatus !== 'value' || value === null) return undefined
  return { lower: lower ?? value, upper: upper ?? value }
}
