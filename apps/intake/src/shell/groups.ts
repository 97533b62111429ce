// SPDX-License-Identifier: Apache-2.0
import type { Arrival } from '@corridor/platform'
import { wrappedKeyBytes, type JudgedBatch } from './judge-batch'
import type { Case } from './sort-cases'

/** Messages and rows that are recorded in one transaction. */
const mostInGroup = { messages: 512, rows: 20_000 } as const

/** What the thread made of a batch, beside the arrivals; null for a message that it failed at. */
export function casesOf(
  batch: readonly Arrival[],
  judged: JudgedBatch,
  tell: (reason: string) => void,
): readonly (Case | null)[] {
  const { buffer, byteOffset, byteLength } = judged.bytes
  const bytes = Buffer.from(buffer, byteOffset, byteLength)
  let start = 0
  const cut = (length: number): Buffer => bytes.subarray(start, (start += length))
  return batch.map((arrival, i) => {
    const one = judged.messages[i]
    if (one === undefined || 'failed' in one) {
      tell(one?.failed ?? 'it is not among what was judged')
      return null
    }
    const wrappedKey = cut(wrappedKeyBytes)
    const parts = one.partLengths.map(cut)
    return { ...one, arrival, atRest: { storageKey: judged.storageKey, wrappedKey, parts } }
  })
}

/** Cases in their order, in groups that a transaction can take. */
export function groupsOf(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups: Case[][] = []
  let rows = 0
  for (const one of cases) {
    const own = one.outcome.ok ? one.outcome.value.datasets.reduce((sum, d) => sum + d.rows, 0) : 0
    const group = groups.at(-1)
    rows += own
    if (group !== undefined && group.length < mostInGroup.messages && rows <= mostInGroup.rows)
      group.push(one)
    else {
      groups.push([one])
      rows = own
    }
  }
  return groups
}
