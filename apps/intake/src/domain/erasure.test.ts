// SPDX-License-Identifier: Apache-2.0
import { firstRoles, type RoleHolder } from '@corridor/message'
import { decideErasure, type ErasureOrder } from './erasure'

const order: ErasureOrder = { submission: 'flow-1', reason: 'the law asks for it' }
const signatory = { participant: 'BE', kind: 'state', roles: ['signatory'] } as const
const operator = {
  participant: 'OPERATOR',
  kind: 'operator',
  roles: firstRoles('operator'),
} as const

function decided(
  change: Partial<ErasureOrder>,
  holder: RoleHolder & { readonly participant: string } = signatory,
) {
  const outcome = decideErasure({ ...order, ...change }, holder)
  return outcome.ok ? outcome.value : outcome.refusal.code
}

describe('an order to delete a message', () => {
  it('is given by its sender’s signatory, under a clause or without one', () => {
    expect(decided({})).toMatchObject({ participant: 'BE', under: 'an order of BE', clause: null })
    expect(decided({ agreement: 'BE-DK-2026', clause: '5' })).toMatchObject({
      under: 'clause 5 of BE-DK-2026',
    })
    expect(decided({ reference: 'C-17/26' })).toMatchObject({ under: 'the order C-17/26' })
  })

  it('is given by nobody else of the sender, and by no other participant', () => {
    for (const role of ['publisher', 'approver', 'reviewer', 'observer'] as const)
      expect(decided({}, { ...signatory, roles: [role] })).toBe('NOT_ALLOWED')
    expect(decided({ participant: 'DK' })).toBe('NOT_ALLOWED')
  })

  it('is given by the operator where an authority has ordered it', () => {
    expect(decided({ participant: 'BE' }, operator)).toBe('CONTENT_WRONG')
    expect(decided({ participant: 'BE', reference: 'C-17/26' }, operator)).toMatchObject({
      participant: 'BE',
      under: 'the order C-17/26',
      reference: 'C-17/26',
    })
  })

  it('names a clause with its agreement', () => {
    expect(decided({ clause: '5' })).toBe('CONTENT_WRONG')
    expect(decided({ agreement: 'BE-DK-2026' })).toBe('CONTENT_WRONG')
  })
})
