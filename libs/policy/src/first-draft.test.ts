// SPDX-License-Identifier: Apache-2.0
import { statisticalContracts, validate } from '@corridor/contracts'
import { firstDraft, type DraftAsked } from './first-draft'
import { lint } from './lint/lint'

const term = { from: '2027-01-01', until: '2031-12-31' }

describe('a first draft', () => {
  it.each(statisticalContracts as DraftAsked['contracts'])(
    'of %s follows the contract, and the linter finds nothing',
    (one) => {
      const draft = firstDraft({ parties: ['DK', 'BE'], contracts: [one], term })
      expect(validate('agreement', '1.0.0', draft)).toMatchObject({ ok: true })
      expect(lint(draft)).toEqual([])
    },
  )

  it('puts more parties in order, compares moves only, and shows no small count', () => {
    const contracts = ['migration-flow', 'work-permits'] as const
    const draft = firstDraft({ parties: ['SE', 'BE', 'DK'], contracts, term })
    expect(draft).toMatchObject({
      id: 'BE-DK-SE-2027',
      parties: [{ participant: 'BE' }, { participant: 'DK' }, { participant: 'SE' }],
    })
    expect(draft.enforced.map(({ id, kind }) => `${id} ${kind}`).slice(0, 4)).toEqual([
      '1 share',
      '2 reconcile',
      '3 share',
      '4 protect',
    ])
    const protects = draft.enforced.filter(({ kind }) => kind === 'protect')
    expect(protects).toMatchObject([{ rule: { method: 'suppression', threshold: 3 } }])
  })
})
