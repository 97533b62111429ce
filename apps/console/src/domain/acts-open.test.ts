// SPDX-License-Identifier: Apache-2.0
import { openActs, type Situation } from './acts-open'

const two: Situation = {
  status: 'in-force',
  asked: [
    { participant: 'BE', signatures: 2 },
    { participant: 'DK', signatures: 1 },
  ],
  parties: ['BE', 'DK'],
  ...{ signed: [], onNotices: false, noticed: [], suspendedBy: [], isOpen: false, accessions: [] },
}
const three: Situation = { ...two, parties: ['BE', 'DK', 'FI'] }
const offered = (at: Situation, who = 'BE'): readonly string[] =>
  openActs(at, who).map(({ act, about }) => (about === undefined ? act : `${act} ${about}`))

describe('what a party is offered', () => {
  it('on the table: to sign until enough people have, to leave out clauses among three, to answer, to decline', () => {
    expect(offered({ ...two, status: 'proposed' })).toEqual(['sign', 'counter', 'decline'])
    expect(offered({ ...two, status: 'signing', signed: ['BE'] })).toEqual([
      'sign',
      'counter',
      'decline',
    ])
    expect(offered({ ...two, status: 'signing', signed: ['BE', 'BE'] })).toEqual([
      'counter',
      'decline',
    ])
    expect(offered({ ...three, status: 'proposed' })).toEqual([
      'sign',
      'reserve',
      'counter',
      'decline',
    ])
    expect(offered({ ...three, status: 'signing', signed: ['BE'] })).toEqual([
      'sign',
      'counter',
      'decline',
    ])
  })

  it('afterwards: what its standing lets it do', () => {
    expect(offered({ ...two, status: 'signed', onNotices: true })).toEqual(['notify', 'terminate'])
    const noticed = { ...two, status: 'provisional', onNotices: true, noticed: ['BE'] } as const
    expect(offered(noticed)).toEqual(['suspend', 'terminate'])
    expect(offered(two)).toEqual(['suspend', 'terminate'])
    expect(offered(three)).toEqual(['suspend', 'withdraw'])
    const suspended = { ...two, status: 'suspended', suspendedBy: ['DK'] } as const
    expect(offered(suspended)).toEqual(['suspend', 'terminate'])
    expect(offered(suspended, 'DK')).toEqual(['resume', 'terminate'])
    for (const status of ['declined', 'lapsed', 'terminated', 'superseded', 'expired'] as const)
      expect(offered({ ...two, status })).toEqual([])
  })

  it('where others ask to join: to answer once, and to ask where it is open', () => {
    const asked = [{ participant: 'SE', consents: ['DK'] }]
    expect(offered({ ...three, accessions: asked })).toContain('consent SE')
    expect(offered({ ...three, accessions: asked })).toContain('refuse SE')
    expect(offered({ ...three, accessions: asked }, 'DK')).toEqual(['suspend', 'withdraw'])
    expect(offered({ ...three, isOpen: true }, 'SE')).toEqual(['accede'])
    expect(offered(three, 'SE')).toEqual([])
  })
})
