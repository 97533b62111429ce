// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { completed, type KnownAgreement } from '@corridor/policy'
import { consentingTo, isAddedUp, type Total } from './consent'

function known(...enforced: Agreement['enforced']): KnownAgreement {
  const parties = ['BE', 'REGION'].map((participant) => ({ participant, signatures: 1 }))
  const terms: Agreement = completed({
    ...{ id: 'BE-REGION', title: 'Consent', parties, signatureDays: 30, enforced, recorded: [] },
    term: { from: '2026-01-01', until: '2030-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
  })
  const standing = { status: 'in-force', parties: ['BE', 'REGION'], reservations: [] } as const
  return { terms, standing: { ...standing, provisionalUntil: null } }
}

const flows = { id: '1', kind: 'aggregate', contract: 'migration-flow', from: ['BE'] } as const
const rule = { method: 'published-figures-no-protection' } as const
const published = { id: '2', kind: 'protect', rule } as const

describe('consent to sums', () => {
  it('is of the parties that a clause names, for the figures that are added up', () => {
    expect(consentingTo(known(flows, published))).toEqual(['BE'])
  })

  it('to figures of another contract is none to these', () => {
    expect(consentingTo(known({ ...flows, contract: 'labour-market' }, published))).toEqual([])
  })

  it('does not reach figures that are to be protected', () => {
    const rounded = { method: 'random-rounding', base: 5 } as const
    expect(consentingTo(known(flows, { ...published, rule: rounded }))).toEqual([])
  })
})

describe('a total', () => {
  const row = { confStatus: 'F', valueStatus: 'value', value: 7 } as Total

  it.each([
    ['free, with nothing said of handing on', {}, true],
    ['free for all', { confRedist: 'ALL' }, true],
    ['free in sums', { confRedist: 'AGGREGATED' }, true],
    ['for the partner alone', { confRedist: 'PARTNER' }, false],
    ['for nobody else', { confRedist: 'NONE' }, false],
    ['confidential', { confStatus: 'C' }, false],
    ['suppressed', { valueStatus: 'suppressed' }, false],
  ] as const)('%s: goes into sums, %j, %s', (_, change, added) => {
    expect(isAddedUp({ ...row, ...change })).toBe(added)
  })
})
