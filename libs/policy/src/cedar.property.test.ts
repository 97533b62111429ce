// SPDX-License-Identifier: Apache-2.0
// The same agreements decided by Cedar, an independent policy engine, on a large random sample.
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import type { FlowRow } from '@corridor/contracts'
import {
  cedarPolicies,
  dayOf,
  someAgreements,
  someFigure,
  someRequest,
  type CedarGround,
} from '@corridor/testing'
import fc from 'fast-check'
import { compile } from './compile'
import type { AccessRequest } from './policy'
import { rowTest } from './row-test'
import type { KnownAgreement } from './standing'

const ground: CedarGround = {
  told: {
    occupation: {
      'level-1': ['OC1', 'OC2', '_U'],
      'level-2': ['OC1', 'OC2', 'OC11', '_U'],
    },
    sex: { 'level-1': ['F', 'M', '_U'], 'level-2': ['F', 'M', '_U'] },
    age: { 'five-year-ages': ['Y15T19', 'Y20T24', 'Y15T24'] },
  },
  inside: { OC1: ['OC1', 'OC11', 'OC111'], Y15T19: ['Y15T19', 'Y15', 'Y16'] },
  months: (period) => {
    const start = Number(period.slice(0, 4)) * 12
    const quarter = /Q(\d)/.exec(period)?.[1]
    const month = /-(\d\d)$/.exec(period)?.[1]
    if (quarter !== undefined) return [start + 3 * Number(quarter) - 2, start + 3 * Number(quarter)]
    return month === undefined
      ? [start + 1, start + 12]
      : [start + Number(month), start + Number(month)]
  },
}

function load(agreements: readonly KnownAgreement[]): void {
  const policies = agreements.map((one) => cedarPolicies(one, ground))
  const staticPolicies = Object.fromEntries(policies.flatMap((one) => Object.entries(one)))
  const loaded = preparsePolicySet('agreements', { staticPolicies })
  if (loaded.type === 'failure') throw new Error(JSON.stringify(loaded.errors))
}

function cedarPermits(asked: AccessRequest, row: FlowRow, at: Date): boolean {
  const { contract, sender, recipient, office = '' } = asked
  const [first, last] = ground.months(row.period)
  const resource = { type: 'Cell', id: 'cell' }
  const attrs = { ...row, way: `${row.origin}>${row.destination}`, first, last }
  const answer = statefulIsAuthorized({
    principal: { type: 'Participant', id: recipient },
    action: { type: 'Action', id: 'receive' },
    resource,
    context: { contract, sender, recipient, office, day: Number(dayOf(at.toISOString())) },
    preparsedPolicySetId: 'agreements',
    entities: [{ uid: resource, attrs: texts(attrs), parents: [] }],
  })
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
  expect(answer.response.diagnostics.errors).toEqual([])
  return answer.response.decision === 'allow'
}

// Cedar has neither null nor fractions: a cell is decided by its codes.
function texts(attrs: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attrs).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || Number.isInteger(entry[1]),
    ),
  )
}

describe('Cedar and this language', () => {
  it('decide the same for every cell of a random sample', () => {
    let [permitted, denied] = [0, 0]
    const someDay = fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-01', '2026-12-31')
    const asked = fc.tuple(someRequest, fc.array(someFigure, { minLength: 6, maxLength: 6 }))
    fc.assert(
      fc.property(
        someAgreements,
        fc.array(asked, { minLength: 2, maxLength: 2 }),
        someDay,
        (agreements, requests, day) => {
          const at = new Date(day)
          load(agreements)
          const isGranted = rowTest(compile(agreements), at)
          for (const [request, rows] of requests)
            for (const row of rows) {
              const ours = isGranted(request, { ...row })
              if (ours) permitted += 1
              else denied += 1
              if (cedarPermits(request, row, at) !== ours)
                expect({ request, row, ours }).toBe('what Cedar decides')
            }
        },
      ),
      { numRuns: 400 },
    )
    expect(permitted + denied).toBeGreaterThanOrEqual(4_800)
    expect(permitted).toBeGreaterThan(200)
    expect(denied).toBeGreaterThan(200)
  })
})
