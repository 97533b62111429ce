// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { decideAct, type RoleHolder } from '@corridor/message'

/** An order to delete a message: by its sender's signatory, or by the operator with the reference of a competent authority's order. */
export interface ErasureOrder {
  readonly submission: string
  /** Whose message; the operator says it. */
  readonly participant?: string | undefined
  readonly agreement?: string | undefined
  readonly clause?: string | undefined
  /** Of the order of a competent authority. */
  readonly reference?: string | undefined
  readonly reason: string
}

/** What a message is deleted under. */
export interface ErasureGround {
  readonly participant: string
  readonly submission: string
  /** In words, for everybody who asks for the figures later. */
  readonly under: string
  readonly agreement: string | null
  readonly clause: string | null
  readonly reference: string | null
  readonly reason: string | null
}

/** Decides whether the holder of a key may have a message deleted, and under what. */
export function decideErasure(
  order: ErasureOrder,
  holder: RoleHolder & { readonly participant: string },
): Outcome<ErasureGround, 'NOT_ALLOWED' | 'CONTENT_WRONG'> {
  const { submission, participant = holder.participant, agreement, clause, reference } = order
  const byOperator = decideAct(holder, 'register').ok
  if (!byOperator) {
    const allowed = decideAct(holder, 'sign')
    if (!allowed.ok) return allowed
    if (participant !== holder.participant)
      return refuse('NOT_ALLOWED', 'only its sender or the operator has a message deleted')
  }
  if (byOperator && reference === undefined)
    return refuse('CONTENT_WRONG', 'the operator names the reference of the order')
  if ((agreement === undefined) !== (clause === undefined))
    return refuse('CONTENT_WRONG', 'a clause is named with its agreement')
  return accept({
    ...{ participant, submission, under: groundInWords({ ...order, participant }) },
    ...{ agreement: agreement ?? null, clause: clause ?? null, reference: reference ?? null },
    reason: order.reason,
  })
}

/** What something is deleted under, in words. */
export function groundInWords(
  by: Pick<ErasureOrder, 'agreement' | 'clause' | 'reference'> & { readonly participant: string },
): string {
  if (by.clause !== undefined && by.agreement !== undefined)
    return `clause ${by.clause} of ${by.agreement}`
  return by.reference === undefined ? `an order of ${by.participant}` : `the order ${by.reference}`
}
