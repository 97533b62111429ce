// SPDX-License-Identifier: Apache-2.0
import { acts, decideAct, decideRoles, firstRoles, participantKinds, roles, type Act } from './acts'

const all = Object.keys(acts) as Act[]

/** What a role lets somebody do, in the kind of participant where it lets them do most. */
const allowed = (role: (typeof roles)[number]): readonly Act[] =>
  all.filter((act) => participantKinds.some((kind) => decideAct({ kind, roles: [role] }, act).ok))

describe('which role may do which act', () => {
  it.each([
    ['publisher', ['publish', 'withdraw', 'take', 'accept-version', 'propose', 'speak']],
    ['approver', ['approve', 'withdraw']],
    ['reviewer', ['propose', 'review', 'speak']],
    ['signatory', ['propose', 'sign', 'name-office', 'speak', 'keep-keys']],
    ['observer', []],
    ['operator', ['speak', 'register']],
  ] as const)('a %s, beside reading and exchanging its own keys', (role, more) => {
    expect(allowed(role)).toEqual([...more, 'rotate-keys', 'read'])
  })

  it('only a state or a partner sends figures, whatever the role', () => {
    const who = participantKinds.filter((kind) => decideAct({ kind, roles }, 'publish').ok)
    expect(who).toEqual(['state', 'partner'])
  })

  it('only the operator keeps the register', () => {
    const who = participantKinds.filter((kind) => decideAct({ kind, roles }, 'register').ok)
    expect(who).toEqual(['operator'])
  })

  it('a key without roles may do nothing, not even read', () => {
    expect(all.filter((act) => decideAct({ kind: 'state', roles: [] }, act).ok)).toEqual([])
  })
})

describe('which roles a key may have', () => {
  it('those of the first key of every kind', () => {
    for (const kind of participantKinds)
      expect(decideRoles({ kind, roles: firstRoles(kind) })).toMatchObject({ ok: true })
  })

  it.each([
    ['none', { kind: 'state', roles: [] }],
    ['both to publish and to approve', { kind: 'state', roles: ['publisher', 'approver'] }],
    ["the operator's, in a state", { kind: 'state', roles: ['operator'] }],
    ["a state's, in the operator", { kind: 'operator', roles: ['signatory'] }],
  ] as const)('not %s', (_, holder) => {
    expect(decideRoles(holder)).toMatchObject({ ok: false, refusal: { code: 'ROLES_WRONG' } })
  })
})
