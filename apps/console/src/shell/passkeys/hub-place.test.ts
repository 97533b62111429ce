// SPDX-License-Identifier: Apache-2.0
import { hubPlace } from './hub-place'

describe('where passkeys of a hub belong', () => {
  it('is its name and address, also on this machine', () => {
    expect(hubPlace('https://hub.example/x')).toEqual({
      ...{ rpId: 'hub.example', origin: 'https://hub.example' },
    })
    expect(hubPlace('http://localhost:8080')).toEqual({
      ...{ rpId: 'localhost', origin: 'http://localhost:8080' },
    })
  })

  it.each(['http://127.0.0.1:8080', 'https://10.0.0.1', 'https://[::1]', 'http://hub.example'])(
    'is nowhere by a number or without encryption: %s',
    (address) => {
      expect(hubPlace(address)).toBeUndefined()
    },
  )
})
