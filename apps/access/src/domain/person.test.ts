// SPDX-License-Identifier: Apache-2.0
import type { Official } from './key-life'
import { decidePerson, decideTry, mostTries } from './person'

const anna: Official = {
  ...{ kid: 'anna', participant: 'BE', kind: 'state', holder: 'Anna' },
  roles: ['signatory'],
}
const operator: Official = {
  ...anna,
  participant: 'OPERATOR',
  kind: 'operator',
  roles: ['operator'],
}
const person = { participant: 'BE', kind: 'state', roles: ['observer'] } as const

describe('a person is put into the register', () => {
  it('by a signatory of the same participant, or the operator', () => {
    expect(decidePerson(anna, person)).toMatchObject({ ok: true })
    expect(decidePerson(operator, person)).toMatchObject({ ok: true })
  })

  it('by nobody else, and with no roles that do not go together', () => {
    const reviewer: Official = { ...anna, roles: ['reviewer'] }
    expect(decidePerson(reviewer, person)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
    const dk: Official = { ...anna, participant: 'DK' }
    expect(decidePerson(dk, person)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } })
    const both = { ...person, roles: ['publisher', 'approver'] } as const
    expect(decidePerson(anna, both)).toMatchObject({ refusal: { code: 'ROLES_WRONG' } })
  })
})

describe('a passphrase', () => {
  const at = new Date('2026-11-26T12:00:00Z')
  const lastTry = new Date('2026-11-26T11:50:00Z')

  it('may be tried until it was wrong too often, and again after a while', () => {
    expect(decideTry({ tries: mostTries - 1, lastTry }, at)).toMatchObject({ ok: true })
    expect(decideTry({ tries: mostTries, lastTry }, at)).toMatchObject({ ok: false })
    const later = new Date('2026-11-26T12:05:00Z')
    expect(decideTry({ tries: mostTries, lastTry }, later)).toMatchObject({ ok: true })
  })
})
