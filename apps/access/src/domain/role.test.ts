// SPDX-License-Identifier: Apache-2.0
import { decideRole } from './role'

describe('the holder of a key', () => {
  it('does what its role is for', () => {
    expect(decideRole('publisher', 'publisher')).toEqual({ ok: true, value: 'publisher' })
    expect(decideRole('approver', 'approver')).toEqual({ ok: true, value: 'approver' })
  })

  it('does not approve what it could publish, nor publish what it could approve', () => {
    expect(decideRole('publisher', 'approver')).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
    expect(decideRole('approver', 'publisher')).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
  })
})
