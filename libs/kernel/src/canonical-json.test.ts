// SPDX-License-Identifier: Apache-2.0
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json'

describe('canonical JSON', () => {
  it('orders members by code unit and keeps arrays as they are', () => {
    expect(canonicalJson({ b: [2, 1], a: 'é', A: null })).toBe('{"A":null,"a":"é","b":[2,1]}')
  })

  it('agrees with another implementation of RFC 8785 on any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
    )
  })

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(() => canonicalJson(['\ud800'])).toThrow(TypeError)
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
  })
})
