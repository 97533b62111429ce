// SPDX-License-Identifier: Apache-2.0
import { decideClearance } from './clearance'

const signatory = { kind: 'state', roles: ['signatory'], kid: 'colleague' } as const
const doubtful = [{ id: 'one', kid: 'stolen' }]
const asked = (...submissions: readonly string[]) => ({ submissions, reason: 'compared by hand' })

describe('a doubtful message', () => {
  it('is cleared by a signatory of its participant', () => {
    expect(decideClearance(asked('one'), signatory, doubtful)).toMatchObject({ value: ['one'] })
  })

  it('is not cleared by who only publishes, nor by the key in doubt', () => {
    const publisher = { ...signatory, roles: ['publisher'] } as const
    const refused = { refusal: { code: 'NOT_ALLOWED' } }
    expect(decideClearance(asked('one'), publisher, doubtful)).toMatchObject(refused)
    const itself = { ...signatory, kid: 'stolen' } as const
    expect(decideClearance(asked('one'), itself, doubtful)).toMatchObject(refused)
  })

  it('is the only one: nothing is cleared where something else is named', () => {
    expect(decideClearance(asked('one', 'two'), signatory, doubtful)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    })
  })
})
