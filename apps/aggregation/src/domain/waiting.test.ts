// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { completed, type KnownAgreement } from '@corridor/policy'
import { aggregate, type Flow } from './aggregate'
import { notWaiting } from './waiting'

function agreement(parties: readonly string[], commitFirst: boolean): KnownAgreement {
  const id = `${parties.join('-')}-2026`
  const reconcile: Agreement['enforced'][number] = {
    ...({ id: '1', kind: 'reconcile', contract: 'migration-flow', commitFirst } as const),
    tolerance: { asymmetryPercent: 10 },
  }
  const terms = completed({
    ...{ id, title: 'two states', term: { from: '2026-01-01', until: '2030-12-31' } },
    parties: parties.map((participant) => ({ participant, signatures: 1 })),
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    ...{ signatureDays: 90, enforced: [reconcile], recorded: [] },
  })
  const standing = { parties, reservations: [], provisionalUntil: null } as const
  return { terms, standing: { ...standing, status: 'in-force', parties: [...parties] } }
}

const flow = (corridor: string, reporter: string, period = '2016'): Flow => {
  const [origin = '', destination = ''] = corridor.split('>')
  const direction = reporter === origin ? 'outflow' : 'inflow'
  return { reporter, direction, origin, destination, period, value: 10, position: 1 }
}
const flows = [flow('AA>BB', 'AA'), flow('AA>BB', 'BB'), flow('AA>CC', 'AA'), flow('AA>CC', 'CC')]
const bound = agreement(['AA', 'BB'], true)
const open = (period: string, contract = 'migration-flow') => ({
  ...{ agreement: bound.terms.id, contract, period },
})

describe('flows between parties that commit before they compare', () => {
  it('are in no sum until their period is open, and those of other corridors are', () => {
    const added = notWaiting(flows, [bound], [])
    expect(added).toEqual(flows.slice(2))
    const region = { id: 'R', members: ['AA', 'BB', 'CC'], consented: ['AA', 'BB', 'CC'] }
    expect(aggregate(region, added).moves.asReportedByOrigins).toEqual([10])
    expect(notWaiting(flows, [bound], [open('2016')])).toEqual(flows)
  })

  it('wait for their own period and contract, under each agreement that binds them', () => {
    expect(notWaiting(flows, [bound], [open('2015'), open('2016', 'work-permits')])).toHaveLength(2)
    const three = agreement(['AA', 'BB', 'CC'], true)
    expect(notWaiting(flows, [bound, three], [open('2016')])).toEqual([])
  })

  it('wait no longer in a quarter whose year is open, nor does a year in one whose quarter is', () => {
    const both = [flow('AA>BB', 'AA', '2016-Q2'), flow('AA>BB', 'AA')]
    expect(notWaiting(both, [bound], [open('2016')])).toEqual(both)
    expect(notWaiting(both, [bound], [open('2016-Q2')])).toEqual(both.slice(0, 1))
  })

  it('wait for nothing where no agreement asks for it', () => {
    expect(notWaiting(flows, [agreement(['AA', 'BB'], false)], [])).toEqual(flows)
  })
})
