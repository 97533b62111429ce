// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement, Standing } from '@corridor/policy'
import { terms } from './agreement/given'
import { partnerContracts } from './partner-contracts'

const at = new Date('2026-11-26T12:00:00Z')
const share = {
  ...terms.enforced[0],
  from: ['ITUC'],
  to: ['BE'],
} as (typeof terms.enforced)[number]

function agreement(
  standing: Partial<Standing> = {},
  clauses: readonly (typeof terms.enforced)[number][] = [share],
): KnownAgreement {
  return {
    terms: { ...terms, enforced: [...clauses] },
    standing: {
      ...{ status: 'in-force', parties: ['ITUC', 'BE'], reservations: [], provisionalUntil: null },
      ...standing,
    },
  }
}

const of = (...agreements: readonly KnownAgreement[]) => partnerContracts('ITUC', agreements, at)

describe('what a partner may publish', () => {
  it('is nothing without an agreement', () => {
    expect(of()).toEqual([])
  })

  it('is what a share clause in force names it as the sender of', () => {
    expect(of(agreement())).toEqual(['migration-flow'])
    expect(of(agreement({ status: 'provisional' }))).toEqual(['migration-flow'])
    const each = { ...share, from: ['_PARTIES'] } as typeof share
    expect(of(agreement({}, [each]))).toEqual(['migration-flow'])
  })

  it.each(['proposed', 'signing', 'signed', 'suspended', 'terminated', 'expired'] as const)(
    'is nothing by an agreement that is %s',
    (status) => {
      expect(of(agreement({ status }))).toEqual([])
    },
  )

  it('is nothing that it only receives, has reserved, or is no party to any more', () => {
    const received = { ...share, from: ['BE'], to: ['ITUC'] } as typeof share
    expect(of(agreement({}, [received]))).toEqual([])
    expect(of(agreement({ reservations: [{ party: 'ITUC', clause: '1' }] }))).toEqual([])
    expect(of(agreement({ parties: ['BE'] }))).toEqual([])
  })

  it('is nothing before and after the term', () => {
    const on = (day: string) =>
      partnerContracts('ITUC', [agreement()], new Date(`${day}T12:00:00Z`))
    expect(on('2025-12-31')).toEqual([])
    expect(on('2030-12-31')).toEqual(['migration-flow'])
    expect(on('2031-01-01')).toEqual([])
  })
})
