// SPDX-License-Identifier: Apache-2.0
import { addresseeIn, addressOf } from './address'

describe('the name of who receives', () => {
  it.each([{ recipient: 'DK' }, { recipient: 'DK', office: 'STAT' }])(
    'is read as it was written: %j',
    (who) => {
      expect(addresseeIn(addressOf(who))).toEqual(who)
    },
  )

  it('is a participant, or an office after a hyphen', () => {
    expect(addressOf({ recipient: 'DK', office: 'STAT' })).toBe('DK-STAT')
    expect(addressOf({ recipient: 'DK' })).toBe('DK')
  })
})
