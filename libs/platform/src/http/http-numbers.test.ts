// SPDX-License-Identifier: Apache-2.0
import { problem } from '@corridor/contracts'
import fc from 'fast-check'
import { httpNumber } from './http-numbers'

describe('the HTTP number of a problem', () => {
  it.each([
    ['SIGNATURE_WRONG', 401, 'who asks is not known'],
    ['NOT_ALLOWED', 403, 'who asks may not'],
    ['AGREEMENT_UNKNOWN', 404, 'there is no such thing, or it is not shared'],
    ['ID_TAKEN', 409, 'it does not go with what happened before'],
    ['MESSAGE_TOO_LARGE', 413, 'it is too large'],
    ['CODE_UNKNOWN', 422, 'it was understood, and refused'],
    ['UNEXPECTED', 500, 'the fault is ours'],
    ['HUB_BUSY', 503, 'it will be answered later'],
  ])('of %s is %i: %s', (code, number) => {
    expect(problem(code)).toBeDefined()
    expect(httpNumber(code)).toBe(number)
  })

  it('is an error for any code whatsoever, also for the name of a member that every object has', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__')), (code) => {
        expect([401, 403, 404, 406, 409, 413, 422, 429, 500, 503]).toContain(httpNumber(code))
      }),
    )
  })
})
