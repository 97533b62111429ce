// SPDX-License-Identifier: Apache-2.0
import type { GrantableRow } from './clause-judge'
import { decide } from './decide'
import { judgesOf, type Judges } from './judges'
import type { AccessRequest, Policy } from './policy'
import { leavesAsItIs } from './protections'

/** True where a row of its sender may be shown to a recipient as it is. */
export type RowTest = (request: AccessRequest, row: GrantableRow) => boolean

/** A test of single rows, such as the two sides of a comparison. Each request is decided once. */
export function rowTest(policy: Policy, at: Date): RowTest {
  const known = new Map<string, Judges | null>()
  return (request, row) => {
    const { contract, sender, recipient, office = '' } = request
    const key = `${contract} ${sender} ${recipient} ${office}`
    let judges = known.get(key)
    if (judges === undefined) {
      const decision = decide(policy, request, at)
      judges =
        decision.decision === 'PERMIT' && leavesAsItIs(decision) ? judgesOf(decision, at) : null
      known.set(key, judges)
    }
    return judges?.grants(row) === true
  }
}
