// SPDX-License-Identifier: Apache-2.0
import { decideAcceptedVersion } from './accepted-version'

describe('a version that a participant wants to receive', () => {
  it('can be every version that the hub knows, also an older one', () => {
    for (const version of ['1.0.0', '1.1.0'])
      expect(decideAcceptedVersion({ name: 'migration-flow', version })).toEqual({
        ok: true,
        value: { name: 'migration-flow', version },
      })
  })

  it.each([
    ['migration-flow', '7.0.0', 'CONTRACT_VERSION_UNKNOWN'],
    ['migration-flow', 'latest', 'CONTRACT_VERSION_UNKNOWN'],
    ['receipt', '1.0.0', 'CONTRACT_UNKNOWN'],
    ['constructor', '1.0.0', 'CONTRACT_UNKNOWN'],
  ])('is not %s %s', (name, version, code) => {
    expect(decideAcceptedVersion({ name, version })).toMatchObject({ ok: false, refusal: { code } })
  })
})
