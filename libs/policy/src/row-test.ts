// SPDX-License-Identifier: Apache-2.0
import type { GrantableRow } from './clause-judge'
import { decide } from './decide'
import { judgesOf } from './judges'
import type { AccessRequest, Permit, Policy } from './policy'
import { leavesAsItIs } from './protections'

/** Whether rows are asked about as their sender states them, or as the hub has told them to the recipient: protected. */
export interface RowRequest extends AccessRequest {
  readonly as?: 'stated' | 'told'
}

/** True where a row of its sender may be shown to a recipient: as stated only where no agreement asks for protection, as told only where one does. */
export type RowTest = (request: RowRequest, row: GrantableRow) => boolean

/** A test of single rows, such as the two sides of a comparison. Each request is decided once. */
export function rowTest(policy: Policy, at: Date): RowTest {
  const known = new Map<string, ((row: GrantableRow) => boolean) | null>()
  return (request, row) => {
    const { contract, sender, recipient, office = '', as = 'stated' } = request
    const key = `${contract} ${sender} ${recipient} ${office} ${as}`
    let test = known.get(key)
    if (test === undefined) {
      const decision = decide(policy, request, at)
      const applies = decision.decision === 'PERMIT' && leavesAsItIs(decision) === (as === 'stated')
      test = applies ? testBy(decision, { at, as }) : null
      known.set(key, test)
    }
    return test?.(row) === true
  }
}

function testBy(
  permit: Permit,
  { at, as }: { readonly at: Date; readonly as: 'stated' | 'told' },
): (row: GrantableRow) => boolean {
  const { grants } = judgesOf(permit, at)
  if (as === 'stated') return grants
  // What was confidential or under an embargo was judged when it was released; the hub marks as confidential what it hides itself.
  const statuses = new Set(
    permit.grants.flatMap(({ clauses }) => clauses.flatMap(({ confStatus }) => confStatus)),
  )
  return (row) => [...statuses].some((confStatus) => grants({ ...row, confStatus, embargo: null }))
}
