// SPDX-License-Identifier: Apache-2.0
import type { Agreement, ReleaseClause } from '@corridor/contracts'
import { completed, type KnownAgreement, type Permit } from '@corridor/policy'
import { commentUntil } from './comment-until'

const recordedAt = new Date('2026-11-01T09:00:00Z')

function known(
  id: string,
  ...releases: readonly Omit<ReleaseClause, 'id' | 'kind'>[]
): KnownAgreement {
  const parties = ['BE', 'DK'].map((participant) => ({ participant, signatures: 1 }))
  const enforced = releases.map((one, i) => {
    return { id: `9.${String(i)}`, kind: 'release' as const, ...one }
  })
  const terms: Agreement = completed({
    ...{ id, title: id, parties, signatureDays: 30, enforced, recorded: [] },
    term: { from: '2026-01-01', until: '2030-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
  })
  const standing = { status: 'in-force', parties: ['BE', 'DK'], reservations: [] } as const
  return { terms, standing: { ...standing, provisionalUntil: null } }
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
    expect(until(known('A'))).toBeNull()
    expect(until(known('A', { contract: 'migration-flow', rule: 'at-once' }))).toBeNull()
    expect(until(known('A', { ...after(5), contract: 'labour-market' }))).toBeNull()
  })

  it('is what the agreement says, counted from when the figures were recorded', () => {
    expect(until(known('A', after(5)))).toBe('2026-11-06T09:00:00.000Z')
  })

  it('is the longest of several agreements', () => {
    expect(until(known('A', after(5)), known('B', after(14)))).toBe('2026-11-15T09:00:00.000Z')
  })

  it('is as long as can be where a clause does not say how long', () => {
    expect(until(known('A', after()))).toBe('2027-01-30T09:00:00.000Z')
  })
})
