// SPDX-License-Identifier: Apache-2.0
import {
  toColumns,
  type Agreement,
  type ProtectClause,
  type ShareClause,
} from '@corridor/contracts'
import { compile, decide, type Decision } from '@corridor/policy'
import { at, definition, figure, known, permitOf } from './given'
import { isNarrowed, restsOnOthers } from './is-narrowed'

const share: ShareClause = {
  id: '1',
  kind: 'share',
  contract: 'migration-flow',
  from: ['BE'],
  to: ['DK'],
  corridors: [{ origin: 'BE', destination: 'DK' }],
  confStatus: ['F'],
}
const published: ProtectClause = {
  id: '2',
  kind: 'protect',
  rule: { method: 'published-figures-no-protection' },
}
const threshold: ProtectClause = {
  ...published,
  rule: { method: 'suppression', threshold: 4, zeros: false, protectionPercent: 0 },
}

const told = toColumns(definition, [figure(), figure({ period: '2015' })])
const first = {
  agreement: 'BE-DK-2026',
  clause: '2',
  method: 'published-figures-no-protection',
} as const
const waiting = { told, protection: [first] }

function beside(...enforced: Agreement['enforced']): Decision {
  const policy = compile([known([share, published]), known(enforced, 'BE-DK-LATER')])
  return decide(policy, { contract: 'migration-flow', sender: 'BE', recipient: 'DK' }, at)
}

describe('a release that waits', () => {
  it('is not narrowed by the agreement that it was made by', () => {
    const permit = permitOf(share, published)
    expect(isNarrowed(waiting, permit, at)).toBe(false)
    expect(restsOnOthers(waiting.protection, permit)).toBe(false)
  })

  it('is narrowed where a later agreement does not grant one of its rows', () => {
    const decision = beside({ ...share, periods: { from: '2015', until: '2015' } }, published)
    expect(restsOnOthers(waiting.protection, decision)).toBe(true)
    expect(isNarrowed(waiting, decision, at)).toBe(true)
  })

  it('is not where a later agreement grants all of them', () => {
    expect(isNarrowed(waiting, beside(share, published), at)).toBe(false)
  })

  it('is where a later agreement asks for a protection that it was made without', () => {
    expect(isNarrowed(waiting, beside(share, threshold), at)).toBe(true)
  })

  it('is where nothing is granted, or it cannot be read', () => {
    const denied = decide(
      compile([]),
      { contract: 'migration-flow', sender: 'BE', recipient: 'DK' },
      at,
    )
    expect(isNarrowed(waiting, denied, at)).toBe(true)
    expect(isNarrowed({ ...waiting, told: null }, permitOf(share, published), at)).toBe(true)
  })
})
