// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { after, propose, sign, terms } from './given'
import type { Signer } from './signer'

const two: Agreement = {
  ...terms,
  parties: [
    { participant: 'BE', signatures: 2 },
    { participant: 'DK', signatures: 1 },
  ],
}

/** What comes of a second signature of a party that needs two. */
function second(first: Partial<Signer>, other: Partial<Signer>) {
  const digest = 'these terms'
  return after(
    [1, 'BE', propose(two)],
    [2, 'DK', sign('dk')],
    [3, 'BE', sign('one', digest, { person: 'one', ...first })],
    [4, 'BE', sign('other', digest, { person: 'other', ...other })],
  ).then
}

const anna = { with: 'passkey', name: 'Anna' } as const
const ben = { with: 'passkey', name: 'Ben' } as const

describe('when two people sign for a party', () => {
  it.each<[string, Partial<Signer>, Partial<Signer>]>([
    ['two passkeys of two people', anna, ben],
    ['a passkey and the office key of another', anna, { name: 'Ben' }],
    ['two office keys', { name: 'Anna' }, { name: 'Ben' }],
    ['two office keys that nobody named', {}, {}],
  ])('it takes %s', (_, one, other) => {
    expect(second(one, other)).toContain('entered-into-force')
  })

  it.each<[string, Partial<Signer>, Partial<Signer>]>([
    ['two passkeys of one person', { ...anna, person: 'anna' }, { ...anna, person: 'anna' }],
    ['those of one registered twice', { ...anna, person: 'anna' }, { ...ben, person: 'anna' }],
    ['an office key and a passkey of one name', { name: 'Anna' }, { ...anna, name: ' ANNA ' }],
    ['a key and what it was exchanged for', { person: 'first' }, { person: 'first' }],
    ['a passkey beside a key of nobody knows whom', anna, { name: null }],
    ['the same the other way round', { name: null }, anna],
  ])('it is one person with %s', (_, one, other) => {
    expect(second(one, other)).toBe('AGREEMENT_ALREADY_SIGNED')
  })
})
