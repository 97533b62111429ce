// SPDX-License-Identifier: Apache-2.0
import { mentionsIn } from './mentions'

const sides = ['BE', 'DK']

describe('whom a comment calls on', () => {
  it.each([
    ['@DK, was the register moved?', ['DK']],
    ['(@DK-STAT) and @BE; again @DK-STAT', ['DK-STAT', 'BE']],
    ['ask @SE or @SE-STAT', []],
    ['mail to someone@DK.example or x@@DK', []],
    ['@DKX and @DK-', []],
    ['nobody', []],
  ])('%s: %j', (text, expected) => {
    expect(mentionsIn(text, sides)).toEqual(expected)
  })
})
