// SPDX-License-Identifier: Apache-2.0
import { leafOf, type JournalledFact } from './leaf'

const at = '2026-11-23T09:12:00.000Z'
// Facts come from the bus, so they hold more than the journal's types say.
const more = { rows: 31_337, value: [31_337], participant: 'BE', recipient: 'DK', by: 'BE' }
const agreed = { ...more, agreement: 'BE-DK-2026', commitment: 'sha-256:salted', at }
const told: readonly JournalledFact[] = [
  { name: 'intake.recorded.v1', fact: { ...more, receiptDigest: 'sha-256:receipt', at } },
  { name: 'intake.recorded-internally.v1', fact: { ...more, receiptDigest: 'sha-256:inside', at } },
  { name: 'intake.refused.v1', fact: { ...more, receiptDigest: 'sha-256:refusal', at } },
  { name: 'access.agreement-act.v1', fact: { ...agreed, act: 'signed' } },
  { name: 'access.agreement-act.v1', fact: { ...agreed, act: 'entered-into-force' } },
  {
    name: 'access.releasing-office-named.v1',
    fact: { ...more, commitment: 'sha-256:named', at },
  },
  {
    name: 'access.key-act.v1',
    fact: { ...more, act: 'passkey-confirmed', digest: 'sha-256:key', at },
  },
  {
    name: 'intake.doubt-act.v1',
    fact: { ...more, act: 'doubt-noted', digest: 'sha-256:doubt', at },
  },
  { name: 'delivery.released.v1', fact: { ...more, digest: 'sha-256:release', at } },
  { name: 'delivery.withdrawn.v1', fact: { ...more, digest: 'sha-256:note', at } },
  { name: 'intake.erased.v1', fact: { ...more, receiptDigest: 'sha-256:receipt', at } },
  { name: 'reconciliation.reported.v1', fact: { ...more, digest: 'sha-256:report', at } },
  {
    name: 'reconciliation.case-act.v1',
    fact: { ...more, act: 'opened', digest: 'sha-256:case', at },
  },
  {
    name: 'reconciliation.report-act.v1',
    fact: { ...more, act: 'ready', digest: 'sha-256:r', at },
  },
  {
    name: 'reconciliation.report-act.v1',
    fact: { ...more, act: 'released', digest: 'sha-256:s', at },
  },
  { name: 'aggregation.fed.v1', fact: { ...more, digest: 'sha-256:feed', at } },
]

describe('the line that a fact leaves', () => {
  it('says what kind of fact it was, when, and the digest that proves it: no figure and no name', () => {
    expect(told.map(leafOf)).toEqual([
      { kind: 'accepted', digest: 'sha-256:receipt', at },
      { kind: 'accepted', digest: 'sha-256:inside', at },
      { kind: 'refused', digest: 'sha-256:refusal', at },
      { kind: 'agreement-signed', digest: 'sha-256:salted', at },
      { kind: 'agreement-entered-into-force', digest: 'sha-256:salted', at },
      { kind: 'office-named', digest: 'sha-256:named', at },
      { kind: 'passkey-confirmed', digest: 'sha-256:key', at },
      { kind: 'doubt-noted', digest: 'sha-256:doubt', at },
      { kind: 'delivery', digest: 'sha-256:release', at },
      { kind: 'withdrawal', digest: 'sha-256:note', at },
      { kind: 'erased', digest: 'sha-256:receipt', at },
      { kind: 'report', digest: 'sha-256:report', at },
      { kind: 'case-notice', digest: 'sha-256:case', at },
      { kind: 'report-notice', digest: 'sha-256:r', at },
      { kind: 'signed-report', digest: 'sha-256:s', at },
      { kind: 'feed', digest: 'sha-256:feed', at },
    ])
  })

  it('is none where an earlier version of the hub told no digest', () => {
    expect(leafOf({ name: 'reconciliation.reported.v1', fact: { at } })).toBeUndefined()
  })
})
