// SPDX-License-Identifier: Apache-2.0
import { leafOf, type JournalledFact, type JournalledFacts } from './leaf'

const at = '2026-11-23T09:12:00.000Z'
const agreed = { commitment: 'sha-256:salted', at }
const facts: JournalledFacts = {
  'intake.recorded.v1': { receiptDigest: 'sha-256:receipt', at },
  'intake.refused.v1': { receiptDigest: 'sha-256:refusal', at },
  'access.agreement-proposed.v1': agreed,
  'access.agreement-signed.v1': agreed,
  'access.agreement-in-force.v1': agreed,
  'access.agreement-revoked.v1': agreed,
  'delivery.released.v1': { digest: 'sha-256:release', at },
}
const told = Object.entries(facts).map(([name, fact]) => ({ name, fact }) as JournalledFact)

describe('the line that a fact leaves', () => {
  it('says what kind of fact it was, when, and the digest that proves it', () => {
    expect(told.map(leafOf)).toEqual([
      { kind: 'accepted', digest: 'sha-256:receipt', at },
      { kind: 'refused', digest: 'sha-256:refusal', at },
      { kind: 'agreement-proposed', digest: 'sha-256:salted', at },
      { kind: 'agreement-signed', digest: 'sha-256:salted', at },
      { kind: 'agreement-in-force', digest: 'sha-256:salted', at },
      { kind: 'agreement-revoked', digest: 'sha-256:salted', at },
      { kind: 'delivery', digest: 'sha-256:release', at },
    ])
  })

  it('holds no figure and no name, not even those that a fact brings along', () => {
    // Facts come from the bus, so they hold more than the journal's types say.
    const more = { rows: 31_337, value: [31_337], participant: 'BE', agreement: 'BE-DK-2026' }
    for (const { name, fact } of told) {
      const rich = { name, fact: { ...fact, ...more, recipient: 'DK' } } as JournalledFact
      expect(leafOf(rich)).toEqual(leafOf({ name, fact } as JournalledFact))
    }
  })
})
