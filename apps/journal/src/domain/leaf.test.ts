// SPDX-License-Identifier: Apache-2.0
import { leafOf, type JournalledFact, type JournalledFacts } from './leaf'

const at = '2026-11-23T09:12:00.000Z'
const act = { agreement: 'BE-DK-2026', digest: 'sha-256:terms', by: 'BE', at }
const facts: JournalledFacts = {
  'intake.recorded.v1': { participant: 'BE', id: 'flow-1', receiptDigest: 'sha-256:receipt', at },
  'intake.refused.v1': { participant: 'BE', receiptDigest: 'sha-256:refusal', at },
  'access.agreement-proposed.v1': act,
  'access.agreement-signed.v1': act,
  'access.agreement-in-force.v1': { agreement: 'BE-DK-2026', digest: 'sha-256:terms', at },
  'access.agreement-revoked.v1': act,
  'delivery.released.v1': {
    agreement: 'BE-DK-2026',
    clause: '1',
    recipient: 'DK',
    digest: 'sha-256:release',
    at,
  },
}
const told = Object.entries(facts).map(([name, fact]) => ({ name, fact }) as JournalledFact)

describe('the line that a fact leaves', () => {
  it.each([
    ['intake.recorded.v1', 'accepted', 'BE/flow-1', 'sha-256:receipt'],
    ['intake.refused.v1', 'refused', 'BE', 'sha-256:refusal'],
    ['access.agreement-proposed.v1', 'agreement-proposed', 'BE-DK-2026/BE', 'sha-256:terms'],
    ['access.agreement-signed.v1', 'agreement-signed', 'BE-DK-2026/BE', 'sha-256:terms'],
    ['access.agreement-in-force.v1', 'agreement-in-force', 'BE-DK-2026', 'sha-256:terms'],
    ['access.agreement-revoked.v1', 'agreement-revoked', 'BE-DK-2026/BE', 'sha-256:terms'],
    ['delivery.released.v1', 'delivery', 'DK/BE-DK-2026/1', 'sha-256:release'],
  ])('says for %s: %s, about %s', (name, kind, subject, digest) => {
    const found = told.find((one) => one.name === name)
    expect(found && leafOf(found)).toEqual({ kind, subject, digest, at })
  })

  it('holds no figure, not even one that a fact brings along', () => {
    for (const { name, fact } of told) {
      // Facts come from the bus, so they may hold more than their types say.
      const rich = { ...fact, rows: 31_337, value: [31_337], terms: { limit: 31_337 } }
      const leaf = leafOf({ name, fact: rich } as JournalledFact)
      expect(Object.keys(leaf).sort()).toEqual(['at', 'digest', 'kind', 'subject'])
      expect(JSON.stringify(leaf)).not.toContain('31337')
    }
  })
})
