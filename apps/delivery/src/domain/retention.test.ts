// SPDX-License-Identifier: Apache-2.0
import type { AgreementClause } from '@corridor/contracts'
import type { KnownAgreement } from '@corridor/policy'
import { deliveredUntil, retentionRules } from './retention'

// Only what decides is here; the contract judges whole terms elsewhere.
const agreementOf = (...enforced: readonly object[]): KnownAgreement => ({
  terms: { id: 'A', enforced: enforced as readonly AgreementClause[] } as KnownAgreement['terms'],
  standing: { status: 'terminated', parties: [], reservations: [], provisionalUntil: null },
})
const kept = (id: string, days: number, contract = 'migration-flow') => ({
  ...{ id, kind: 'retention', contract, days },
})

describe('the retention clauses of an agreement', () => {
  it('hold after its end, and count from the acknowledgement where nothing else is agreed', () => {
    expect(retentionRules([agreementOf(kept('5', 30))])).toEqual([
      { agreement: 'A', clause: '5', contract: 'migration-flow', days: 30, moment: 'acknowledged' },
    ])
  })

  it('count from the moment that is agreed on', () => {
    const delivered = { id: '6', kind: 'delivered', moment: 'handed-over' }
    expect(retentionRules([agreementOf(kept('5', 30), delivered)])).toMatchObject([
      { moment: 'handed-over' },
    ])
  })

  it('are the shortest of several about one contract', () => {
    const rules = retentionRules([
      agreementOf(kept('5', 30), kept('6', 10), kept('7', 20), kept('8', 90, 'work-permits')),
    ])
    expect(rules.map(({ clause }) => clause)).toEqual(['6', '8'])
  })

  it('are none where nothing is agreed', () => {
    expect(retentionRules([agreementOf()])).toEqual([])
  })
})

describe('the days of a clause', () => {
  it('are days of 24 hours', () => {
    const at = new Date('2026-03-30T00:00:00Z')
    expect(deliveredUntil({ days: 1 }, at).toISOString()).toBe('2026-03-29T00:00:00.000Z')
  })
})
