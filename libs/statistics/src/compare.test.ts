// SPDX-License-Identifier: Apache-2.0
import { asymmetryPercent } from './compare'

describe('the asymmetry coefficient', () => {
  it('is the difference over the average of the two figures, in percent', () => {
    expect(asymmetryPercent(90, 110)).toBe(20)
    expect(asymmetryPercent(110, 90)).toBe(20)
    expect(asymmetryPercent(0, 5)).toBe(200)
  })

  it('is nought for two true zeros', () => {
    expect(asymmetryPercent(0, 0)).toBe(0)
  })
})
