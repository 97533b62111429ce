// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement, Standing } from '@corridor/policy'
import { terms } from './agreement/given'
import { partnerContracts } from './partner-contracts'

type Clause = (typeof terms.enforced)[number]

const at = new Date('2026-11-26T12:00:00Z')
const report: Clause = {
  ...{ id: '1', kind: 'report', by: ['ITUC'], as: 'workers', areas: ['BE'] },
  contract: 'labour-market',
}

function agreement(
  standing: Partial<Standing> = {},
  clauses: readonly Clause[] = [report],
): KnownAgreement {
  return {
    terms: { ...terms, enforced: [...clauses] },
    standing: {
      ...{ status: 'in-force', parties: ['ITUC', 'BE'], reservations: [], provisionalUntil: null },
      ...standing,
    },
  }
}

const ituc = { participant: 'ITUC', organisation: 'workers' }
const of = (...agreements: readonly KnownAgreement[]) => partnerContracts(ituc, agreements, at)

describe('what a partner may publish', () => {
  it('is nothing without an agreement', () => {
    expect(of()).toEqual([])
  })

  it('is what a report clause in force names it for', () => {
    expect(of(agreement())).toEqual(['labour-market'])
    const until = '2027-01-01'
    expect(of(agreement({ status: 'provisional', provisionalUntil: until }))).toEqual([
      'labour-market',
    ])
  })

  it.each(['proposed', 'signing', 'signed', 'suspended', 'terminated', 'expired'] as const)(
    'is nothing by an agreement that is %s',
    (status) => {
      expect(of(agreement({ status }))).toEqual([])
    },
  )

  it('is nothing in a role that it is not registered with, and for a researcher nothing at all', () => {
    for (const organisation of ['employers', 'research', null])
      expect(partnerContracts({ ...ituc, organisation }, [agreement()], at)).toEqual([])
  })

  it('is nothing that it would only share, has reserved, or is no party to any more', () => {
    const share = { ...terms.enforced[0], from: ['ITUC'], to: ['BE'] } as Clause
    expect(of(agreement({}, [share]))).toEqual([])
    expect(of(agreement({ reservations: [{ party: 'ITUC', clause: '1' }] }))).toEqual([])
    expect(of(agreement({ parties: ['BE'] }))).toEqual([])
  })

  it('is nothing before and after the term', () => {
    const on = (day: string) => partnerContracts(ituc, [agreement()], new Date(`${day}T12:00:00Z`))
    expect(on('2025-12-31')).toEqual([])
    expect(on('2030-12-31')).toEqual(['labour-market'])
    expect(on('2031-01-01')).toEqual([])
  })
})
