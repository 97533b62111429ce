// SPDX-License-Identifier: Apache-2.0
import { decideReleasingOffice } from './releasing-office'

const belgium = { participant: 'BE', offices: ['STATBEL', 'LABOUR'] }

describe('the office that releases a figure', () => {
  it('is one of the state’s own', () => {
    const asked = { contract: 'migration-flow', office: 'STATBEL' }
    expect(decideReleasingOffice(asked, belgium)).toEqual({ ok: true, value: asked })
  })

  it('is never one that the register does not know: nobody could release anything', () => {
    const asked = { contract: 'migration-flow', office: 'STATBLE' }
    expect(decideReleasingOffice(asked, belgium)).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  })

  it('may be nobody any more', () => {
    const asked = { contract: 'migration-flow', office: null }
    expect(decideReleasingOffice(asked, belgium).ok).toBe(true)
  })

  it.each(['mobility-scheme', 'agreement', 'migration-flows'])(
    'is of no contract by which no figures are sent: %s',
    (contract) => {
      expect(decideReleasingOffice({ contract, office: 'STATBEL' }, belgium)).toMatchObject({
        refusal: { code: 'CONTRACT_UNKNOWN' },
      })
    },
  )
})
