// SPDX-License-Identifier: Apache-2.0
import type { ReleaseClause } from '@corridor/contracts'
import type { KnownAgreement, Permit } from '@corridor/policy'
import { commentUntil } from './comment-until'
import { known } from './given'

const recordedAt = new Date('2026-11-01T09:00:00Z')

function agreed(
  id: string,
  ...releases: readonly Omit<ReleaseClause, 'id' | 'kind'>[]
): KnownAgreement {
  const clauses = releases.map((one, i) => ({ id: String(i), kind: 'release' as const, ...one }))
  return known(clauses, id)
}

function until(...agreements: readonly KnownAgreement[]): string | null {
  const grants = agreements.map(
    ({ terms }) => ({ agreement: terms.id }) as Permit['grants'][number],
  )
  const permit = { grants, contract: 'migration-flow' }
  return commentUntil(permit, agreements, recordedAt)?.toISOString() ?? null
}

const after = (commentDays?: number): Omit<ReleaseClause, 'id' | 'kind'> => ({
  contract: 'migration-flow',
  rule: 'after-comment',
  ...(commentDays !== undefined && { commentDays }),
})

describe('the time in which a sender may comment', () => {
  it('is none where nothing, or a release at once, is agreed', () => {
    expect(until(agreed('A'))).toBeNull()
    expect(until(agreed('A', { contract: 'migration-flow', rule: 'at-once' }))).toBeNull()
    expect(until(agreed('A', { ...after(5), contract: 'labour-market' }))).toBeNull()
  })

  it('is what the agreement says, counted from when the figures were recorded', () => {
    expect(until(agreed('A', after(5)))).toBe('2026-11-06T09:00:00.000Z')
  })

  it('is the longest of several agreements', () => {
    expect(until(agreed('A', after(5)), agreed('B', after(14)))).toBe('2026-11-15T09:00:00.000Z')
  })

  it('is as long as can be where a clause does not say how long', () => {
    expect(until(agreed('A', after()))).toBe('2027-01-30T09:00:00.000Z')
  })
})
